// Whether a sentence tells as done, or as certain, a deed that stands in its titles only behind "may", "could" or "to": "asked the UN to rule" of
// "may ask the UN to rule".
import type { Hit } from './concepts.js';
import type { Told } from './told.js';

/** What stands right before a verb and leaves it open, and whether it is only possible. */
const open: Readonly<Record<string, RegExp>> = {
  en: /\b(?:may|might|could|can|would|will|should|must|plans? to|set to|expected to|likely to|due to|about to|poised to|considers?|considering|weighs?|weighing|mulls?|mulling|threatens? to|wants? to|seeks? to|aims? to|vows? to|ready to|hopes? to|intends? to)\s(?:also\s|soon\s|not\s)?$/i,
  fr: /(?<!\p{L})(?:pourrait|pourraient|devrait|devraient|peut|peuvent|veut|veulent|va|vont|doit|envisage de|prévoit de|menace de|compte)\s(?:d['’])?$/iu,
  es: /\b(?:podría|podrían|puede|pueden|quiere|quieren|debería|va a|van a|planea|prevé|amenaza con|considera|espera)\s$/iu,
  ru: /(?<!\p{L})(?:может|могут|мог бы|будет|будут|хочет|хотят|намерен\p{L}?|планирует|планируют|готов\p{L}?|собирается|угрожает)\s$/iu,
  ar: /(?:^|\s)(?:قد|سوف|يعتزم|تعتزم|ينوي|تنوي)\s(?:ان\s|أن\s)?$/u,
  zh: /(?:可能|或将|或|拟|将|欲|计划|考虑)$/u,
};
const possible: Readonly<Record<string, RegExp>> = {
  en: /\b(?:may|might|could|can|considers?|considering|weighs?|weighing|mulls?|mulling)\s(?:also\s|soon\s)?$/i,
  fr: /(?<!\p{L})(?:pourrait|pourraient|envisage de)\s(?:d['’])?$/iu,
  es: /\b(?:podría|podrían|puede|considera)\s$/iu,
  ru: /(?<!\p{L})(?:может|могут)\s$/iu,
  ar: /(?:^|\s)قد\s$/u,
  zh: /(?:可能|或将|或|考虑)$/u,
};
const softened =
  /\b(?:may|might|could|can|possib\p{L}+|consider\p{L}*|weigh\p{L}*|mull\p{L}*|would|plans?|planned|whether|if|likely|expected|hint\p{L}*|ponder\p{L}*|prospect|think\p{L}*|option)\b/iu;

/** The first such deed, told as a reason; null where there is none. */
export function openAsDone(own: Told, titles: readonly Told[]): string | null {
  const tidy = own.text;
  for (const [at, word] of own.words.entries()) {
    const before = tidy.slice(0, word.start);
    const isDone = isPast(own, at);
    const isSure = /\bwill\s$/i.test(before) && !softened.test(tidy);
    if (!isDone && !isSure) continue;
    const rows = new Set(own.hits.flatMap(({ row, from, to, wider }) => (from === at && to === at + 1 && !wider ? [row] : [])));
    const found = titles.flatMap((title) => standsIn(title, word.stem, rows, isDone ? open : possible));
    if (found.length > 0 && found.every(Boolean) && (isDone || !titles.some(({ text }) => sure.test(text))))
      return `states as ${isDone ? 'done' : 'certain'} what is left open in the cited titles`;
  }
  return null;
}

const sure = /\bwill\b/i;

/** "asked", "has asked", "voted": behind who does it, and no participle that tells of a noun. */
function isPast({ words, text, actors }: Told, at: number): boolean {
  const [before, word] = [words[at - 1], words[at]];
  if (!before || !word || word.capital || !/(?:ed|[aeo]t|ew|ade|old|ook|aid|uck|ung|ent|an)$/.test(word.plain)) return false;
  if (text.slice(before.end, word.start) !== ' ') return false;
  if (/^(?:has|have|had)$/.test(before.plain)) return true;
  return actors.some(({ to }) => to === at) && !/^\s(?:by|in|at|for|on|to|with)\b/.test(text.slice(word.end));
}

/** For each place where a title has the verb whether it is left open there. */
function standsIn(title: Told, stem: string, rows: ReadonlySet<string>, marks: typeof open): boolean[] {
  const spots: Pick<Hit, 'start'>[] = [
    ...(title.lang === 'en' ? title.words.filter((word) => word.stem === stem) : []),
    ...(title.lang === 'en' ? [] : title.hits.filter(({ row, wider }) => !wider && rows.has(row))),
  ];
  const starts = new Set(spots.map(({ start }) => start));
  return [...starts].map((start) => marks[title.lang]?.test(title.text.slice(0, start)) === true);
}
