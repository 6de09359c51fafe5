// What a headline says, as lines a person reads: who does what to whom, what it counts, how it words it, where it belongs.
import type { Figure } from '../reading/figures/figure.js';
import type { Act } from '../reading/reading.js';
import type { Reading } from '../reading/whole.js';
import type { Wording } from '../reading/wording/wording.js';
import { clean } from './clean.js';

/** Rows for `fields`; several lines stand under one name. */
export function readingRows(
  { kind, acts, figures, wording, theater, eventType }: Omit<Reading, 'lang'>,
  nameOf: (actorId: string) => string,
): [string, string][] {
  return [
    ...under('Acts', acts.length === 0 ? ['none that is certain'] : acts.map((act) => actLine(act, nameOf))),
    ...under('Figures', figures.length === 0 ? ['none'] : figures.map(figureInWords)),
    ['Wording', wordingInWords(wording)],
    ['Theater', theater],
    ['Type', eventType],
    ['Kind', kind],
  ];
}

function under(name: string, lines: readonly string[]): [string, string][] {
  return lines.map((line, i) => [i === 0 ? name : '', line]);
}

function wordingInWords({ agentNamed, actWord, loaded, quotedLoaded, hedged }: Wording): string {
  const parts = [
    actWord === null ? '' : `“${clean(actWord)}”`,
    agentNamed ? 'the doer is named' : 'nobody is named as doing it',
    loaded.length === 0 ? '' : `takes a side: ${clean(loaded.join(', '))}`,
    quotedLoaded.length === 0 ? '' : `quotes: ${clean(quotedLoaded.join(', '))}`,
    hedged ? 'hedged' : '',
  ];
  return parts.filter((part) => part !== '').join('; ');
}

function figureInWords({ value, upper, unit, what, qualifier }: Figure): string {
  const number = upper === undefined ? String(value) : `${value} to ${upper}`;
  return `${number} ${unit}, ${what}${qualifier === 'exact' ? '' : ` (${qualifier.replace('_', ' ')})`}`;
}

/** "Russia - attack - Ukraine (claimed, says Ukraine)"; whom it meets only where that was read. */
export function actLine({ source, action, target, mode, saidBy }: Omit<Act, 'start' | 'end'>, nameOf: (id: string) => string): string {
  const by = saidBy === null ? '' : `, says ${nameOf(saidBy)}`;
  const how = mode === 'done' && by === '' ? '' : ` (${mode}${by})`;
  return `${source === null ? 'no known actor' : nameOf(source)} - ${action.replaceAll('_', ' ')}${target === null ? '' : ` - ${nameOf(target)}`}${how}`;
}
