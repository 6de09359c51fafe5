// A model call as a person reads it: what was asked of whom, what became of it, what it took, and what came back.
import { dollars } from '../../spending/dollars.js';
import { visible } from '../clean.js';
import { fields, heading, paragraph } from '../prose.js';
import type { Screen } from '../screen.js';
import { counted, moment } from '../words.js';
import type { ShownCall } from './call.js';

type Surface = Pick<Screen, 'columns' | 'colors'>;

/** Characters of a raw answer that are printed. */
const mostShown = 4000;

const became: Record<string, string> = {
  answered: 'answered',
  repaired: 'answered after a repair',
  refused: 'refused: its answer was not accepted',
  failed: 'failed: there is no answer',
};

/** Of a long raw answer the beginning, and how much more there is. */
export function renderCall(call: ShownCall, surface: Surface, timeZone: string): string {
  const byRules = call.engine === 'offline';
  const record = fields(
    [
      ['Call', `call:${call.id}`],
      ['Outcome', became[call.outcome] ?? call.outcome],
      ['Ended', `${moment(call.at, timeZone)} (${timeZone})`],
      ['Asked for', `${call.task}${call.phase ? `, by ${call.phase}` : ''}${call.runId ? `, run ${call.runId}` : ''}`],
      ['Asked', byRules ? `no model: the rules of the prompt (${call.model})` : `${call.engine}/${call.model}`],
      ['Made by', `prompt ${call.promptVersion}, ${byRules ? '' : `shape ${call.shapeVersion}, `}input ${call.inputSha256.slice(0, 12)}`],
      ['Tokens', byRules ? '' : tokens(call)],
      ['Cost', byRules ? '' : dollars(call.costUsd)],
      ['Time', times(call)],
      ['Error', call.error ?? ''],
    ],
    surface,
  );
  const problems = call.problems
    .filter(({ reason }) => reason !== call.error)
    .map(({ field, reason }) => paragraph(`${field ? `${field}: ` : ''}${reason}`, surface, { indent: 4, lead: '  - ' }));
  return [record, ...(problems.length > 0 ? [heading('What did not stand', surface), ...problems] : []), answer(call, surface)].join('\n');
}

function tokens({ tokensIn, tokensCached, tokensOut, tokensThinking }: ShownCall): string {
  const count = (value: number): string => value.toLocaleString('en');
  const cached = tokensCached > 0 ? ` (${count(tokensCached)} cached)` : '';
  return `${count(tokensIn)} in${cached}, ${count(tokensOut)} out${tokensThinking > 0 ? `, ${count(tokensThinking)} thinking` : ''}`;
}

function times({ waitedMs, loadMs, latencyMs }: ShownCall): string {
  const seconds = (ms: number): string => `${(ms / 1000).toFixed(ms < 100 ? 3 : 1)} s`;
  const loaded = loadMs > 0 ? `, ${seconds(loadMs)} of it to load the model` : '';
  return `${waitedMs > 0 ? `waited ${seconds(waitedMs)} for its turn, then ` : ''}took ${seconds(latencyMs)}${loaded}`;
}

/** Line by line as it came, each character that is not seen as an escape. */
function answer({ raw, outcome }: ShownCall, surface: Surface): string {
  if (raw === null) {
    const accepted = outcome === 'answered' ? 'The answer was accepted as it came; only its outcome is kept.' : 'No answer was kept.';
    return `\n${paragraph(accepted, surface, { indent: 0 })}`;
  }
  const lines = visible(raw.slice(0, mostShown))
    .split('\n')
    .map((line) => `  ${line}`);
  const more = raw.length - mostShown;
  const rest = more > 0 ? [paragraph(`... ${counted(more, 'character')} more: --json prints all.`, surface)] : [];
  return [heading(`The answer as it came (${counted(raw.length, 'character')})`, surface), ...lines, ...rest].join('\n');
}
