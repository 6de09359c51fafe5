// Files of headlines that are labelled with the story they tell, and such headlines as P3 would get them: gated and read.
import type { Config } from '../../../lib/config.js';
import type { NewsTitle } from '../../../lib/matching/features.js';
import { groupTitles, makeMatcher } from '../../../lib/matching/group.js';
import type { MeaningsOf } from '../../../lib/matching/meanings.js';
import { currentGate, currentReader } from '../current-gate.js';
import { readJsonLines, shownValue } from './json-lines.js';

interface Labelled {
  title: string;
  lang: string;
  publisher: string;
  at: Date | null;
  story: string;
}

type Settings = Pick<Config, 'root' | 'file' | 'vocabulary' | 'theaters' | 'eventTypes'>;

export const storyExample = '{"id":"1","title":"...","lang":"en","publisher":"...","published_at":"2026-03-10T06:00:00Z","story":"a"}';

/** The lines of the file, and sentences about those that could not be used. */
export async function readStories(file: string): Promise<{ rows: Labelled[]; bad: string[] }> {
  const rows: Labelled[] = [];
  const bad: string[] = [];
  for await (const row of readJsonLines(file, storyExample, labelledOf)) {
    if (typeof row === 'string') bad.push(row);
    else rows.push(row);
  }
  return { rows, bad };
}

function labelledOf({ title, lang = 'en', publisher = '', published_at, story }: Record<string, unknown>): Labelled | string {
  if (typeof title !== 'string') return `"title" is ${shownValue(title)}; it must be a text.`;
  if (typeof story !== 'string') return `"story" is ${shownValue(story)}; it must name the story the headline belongs to.`;
  if (typeof lang !== 'string') return `"lang" is ${shownValue(lang)}; it must be a language code such as "en", or left out.`;
  const at = published_at === undefined ? null : new Date(String(published_at));
  if (at !== null && Number.isNaN(at.getTime())) return `"published_at" is ${shownValue(published_at)}; it must be a time, or left out.`;
  return { title, lang, publisher: String(publisher), at, story };
}

/** As it is where titles have no time. */
export function inOrderOfTime(rows: readonly Labelled[], timed: boolean): Labelled[] {
  return timed ? [...rows].sort((a, b) => (a.at?.getTime() ?? 0) - (b.at?.getTime() ?? 0)) : [...rows];
}

/** As P3 reads them, numbered in order. */
export async function newsTitles(rows: readonly Labelled[], config: Settings): Promise<NewsTitle[]> {
  const [{ gate }, { read }] = await Promise.all([currentGate(config), currentReader(config)]);
  return rows.map(({ title, lang, publisher, at }, index) => {
    const record = gate(title, lang);
    const { kind, acts, figures, wording, theater, eventType } = read(title, lang, record);
    const ids = (hits: readonly { id: string }[]): string[] => [...new Set(hits.map(({ id }) => id))];
    const found = { actors: ids(record.actors), mechanisms: ids(record.mechanisms), tier: record.tier ?? 3 };
    const own = {
      titleId: String(index + 1),
      titleHash: String(index).padStart(9, '0'),
      text: title,
      lang,
      publisher,
      at: at ?? new Date(0),
    };
    return { ...own, ...found, kind, acts, figures, loaded: wording.loaded, theater, eventType };
  });
}

/** The family of each title, by name, in the order of the titles. */
export function placed(titles: readonly NewsTitle[], meaningsOf: MeaningsOf, timed: boolean, claim: number): string[] {
  const matcher = makeMatcher(meaningsOf, timed);
  for (let from = 0; from < titles.length; from += claim) groupTitles(matcher, titles.slice(from, from + claim));
  const groups: string[] = [];
  for (const { position, headlines } of matcher.clusters)
    for (const { title } of headlines) groups[Number(title.titleId) - 1] = String(position);
  return groups;
}
