// `sni eval reading`: how well headlines are read, measured on a labelled file. A field that a line does not label is not measured on it.
import type { Command } from 'commander';
import { settingsOf } from '../../../lib/desk/app.js';
import { DeskError } from '../../../lib/desk/end.js';
import { fields } from '../../../lib/desk/prose.js';
import type { Screen } from '../../../lib/desk/screen.js';
import { counted } from '../../../lib/desk/words.js';
import { headlineReader } from './headline-reader.js';
import { readJsonLines, shownValue } from './json-lines.js';
import { ActScore, FigureScore, type LabelledAct, type LabelledFigure, ShareRight } from './reading-score.js';
import { type LabelledWording, WordingScore, type WordingShares } from './wording-score.js';

interface Labelled extends LabelledWording {
  title: string;
  lang: string;
  acts?: readonly LabelledAct[];
  not?: readonly LabelledAct[];
  optional?: readonly LabelledAct[];
  figures?: readonly LabelledFigure[];
  theater?: string;
  theater_also?: readonly string[];
  event_type?: string;
  event_type_also?: readonly string[];
}

const example = '{"title":"...","lang":"en","acts":[{"source":"RU","action":"attack","target":"UA","mode":"done"}],"not":[]}';

export function addEvaluateReading(evaluate: Command, screen: Screen): void {
  evaluate
    .command('reading')
    .description('Measure what is read of labelled headlines: acts, figures, wording, theater, type.')
    .argument('<file>', `one JSON object a line: ${example}`)
    .option(
      '--json',
      'print one JSON object: n, acts {precision, recall, grave}, figures {right, wrong, missed}, wording {agentNamed, actWord, loaded {precision, recall}, side, hedged, focus} where labelled, theater, eventType',
      false,
    )
    .addHelpText(
      'after',
      '\nGrave is the share of headlines of which something is read that "not" forbids, or source and target the wrong way round. Side is the share of the loaded words found that are rightly told as the outlet\'s own or as quoted.\n\nExamples:\n  sni eval reading labelled.jsonl\n  sni eval reading labelled.jsonl --json | jq .acts.grave',
    )
    .action(async (file: string, options: { json: boolean }, command: Command) => {
      const { read } = await headlineReader(settingsOf(command));
      const [acts, figures, wording] = [new ActScore(), new FigureScore(), new WordingScore()];
      const [theaters, types] = [new ShareRight(), new ShareRight()];
      const bad: string[] = [];
      let n = 0;
      for await (const row of readJsonLines(file, example, labelledOf)) {
        if (typeof row === 'string') {
          bad.push(row);
          continue;
        }
        n++;
        const reading = read(row.title, row.lang);
        if (row.acts) acts.add(reading.acts, row.acts, row.not ?? [], row.optional ?? []);
        if (row.figures) figures.add(reading.figures, row.figures);
        wording.add(reading.wording, row);
        if (row.theater) theaters.add([row.theater, ...(row.theater_also ?? [])].includes(reading.theater));
        if (row.event_type) types.add([row.event_type, ...(row.event_type_also ?? [])].includes(reading.eventType));
      }
      if (n === 0) throw new DeskError([`${file} holds no labelled headline; nothing was measured.`, ...bad.slice(0, 20)].join('\n'));
      const result: Result = {
        ...{ n, acts: acts.figures(), figures: figures.figures(), wording: wording.shares() },
        ...{ theater: theaters.share(), eventType: types.share() },
      };
      if (options.json) screen.json(result);
      else screen.print(report(result, screen));
      if (bad.length > 0)
        throw new DeskError([`${counted(bad.length, 'line')} of ${file} could not be used:`, ...bad.slice(0, 20)].join('\n'));
    });
}

function labelledOf(given: Record<string, unknown>): Labelled | string {
  const { title, lang = '' } = given;
  if (typeof title !== 'string') return `"title" is ${shownValue(title)}; it must be a text.`;
  if (typeof lang !== 'string') return `"lang" is ${shownValue(lang)}; it must be a language code such as "en", or left out.`;
  for (const name of ['acts', 'not', 'optional', 'figures', 'loaded', 'quoted_loaded', 'theater_also', 'event_type_also'])
    if (given[name] !== undefined && !Array.isArray(given[name])) return `"${name}" is ${shownValue(given[name])}; it must be a list.`;
  for (const name of ['theater', 'event_type', 'focus'])
    if (given[name] !== undefined && typeof given[name] !== 'string') return `"${name}" is ${shownValue(given[name])}; it must be a text.`;
  for (const name of ['agent_named', 'hedged'])
    if (given[name] !== undefined && typeof given[name] !== 'boolean')
      return `"${name}" is ${shownValue(given[name])}; it must be true or false.`;
  if (given.act_word !== undefined && given.act_word !== null && typeof given.act_word !== 'string')
    return `"act_word" is ${shownValue(given.act_word)}; it must be a text, or null where there is none.`;
  return { ...given, title, lang };
}

interface Result {
  n: number;
  acts: { precision: number; recall: number; grave: number };
  figures: { right: number; wrong: number; missed: number };
  wording: WordingShares | undefined;
  theater: number | null;
  eventType: number | null;
}

function report({ n, acts, figures, wording, theater, eventType }: Result, screen: Screen): string {
  const share = (value: number | null): string => (value === null ? 'not labelled' : value.toFixed(3));
  return fields(
    [
      ['Headlines', String(n)],
      ['Acts', `precision ${acts.precision.toFixed(3)}, recall ${acts.recall.toFixed(3)}, grave ${acts.grave.toFixed(3)}`],
      ['Figures', `${figures.right} right, ${figures.wrong} wrong, ${figures.missed} missed`],
      ['Wording', wording === undefined ? 'not labelled' : wordingLine(wording, share)],
      ['Theater', share(theater)],
      ['Type', share(eventType)],
    ],
    screen,
  );
}

function wordingLine({ agentNamed, actWord, loaded, side, hedged, focus }: WordingShares, share: (value: number | null) => string): string {
  const words = `loaded words precision ${loaded.precision.toFixed(3)}, recall ${loaded.recall.toFixed(3)}, side ${share(side)}`;
  return `doer ${share(agentNamed)}, word ${share(actWord)}, ${words}, hedged ${share(hedged)}, focus ${share(focus)}`;
}
