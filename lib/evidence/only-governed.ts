// Whether a sentence tells as done a deed of which its titles only tell that somebody approves, orders, seeks, bars or annuls it: "was buried abroad" of
// "bars burial abroad", "has delivered howitzers" of a delivery that is approved.
import type { Hit } from './concepts.js';
import { doneAt } from './finite.js';
import { scopesOf, within } from './scopes.js';
import type { Told } from './told.js';

/** Words between what governs a deed and the deed. */
const mostBetween = 3;
/** Of Chinese, characters. */
const mostSigns = 6;

/** Behind such a word stands what it is about, after, or against, and no longer what is governed. */
const parting =
  /^(?:in|on|at|with|by|from|over|after|amid|into|against|about|before|following|during|despite|as|if|when|while|and|or|nach|wegen|bei|mit|gegen|aus|trotz|und|tras|por|con|en|contra|sobre|y|apres|pour|par|avec|dans|contre|sur|et|после|из|за|в|на|с|о|по|и|بعد|في|على|مع|من|بسبب|عن|ضد)$/;
const toll = /^(?:tot|opfer|verletzt|menschenleben|leben|muert|victim|herid|mort|bless|погиб|жертв)/;
/** Rows of concepts-*.tsv for saying and deciding: who does that of something has done it. */
const spoken: ReadonlySet<string> = new Set([
  'say',
  'announce',
  'state',
  'declare',
  'claim',
  'vote',
  'decide',
  'rule',
  'approve',
  'accept',
  'warn',
  'name',
]);
/** What is done already: "demands release of detained journalists". */
const participles: Readonly<Record<string, RegExp>> = {
  en: /(?:[^e]ed|wn|tten|ken|ung)$/,
  de: /^(?:ge|ver|be|er|ent|zer)\p{L}+t(?:e[nrms]?)?$|^\p{L}*ge\p{L}+en(?:e[nrms]?)?$/u,
  es: /(?:[ai]d[oa]s?)$/,
  fr: /(?:[éiu]e?s?)$/u,
  ru: /(?:нн\p{L}{2}|вш\p{L}{2,4}|[нт](?:а|о|ы)?)$/u,
};
const turns: ReadonlySet<string> = new Set(['yet', 'not', 'refuse', 'hinder', 'undo', 'frees', 'governs', 'hedge']);

/** The first such deed, told as a reason; null where there is none. */
export function onlyGoverned(own: Told, titles: readonly Told[]): string | null {
  for (const at of doneAt(own)) {
    const word = own.words[at];
    const scope = word && scopesOf(own).find(({ start, end }) => start <= word.start && word.start < end);
    if (!word || !scope) continue;
    if (within(scope, own.marks).some((mark) => turns.has(mark.row) && mark.from < at)) continue;
    // "voted to" decides by itself.
    if (own.marks.some((mark) => mark.row === 'governs' && mark.from === at)) continue;
    const deeds = light.test(word.plain) ? carriedBy(own, at) : [at];
    for (const deed of deeds) {
      const rows = new Set(own.hits.flatMap(({ row, from, wider }) => (from === deed && !wider && !spoken.has(row) ? [row] : [])));
      const stem = own.words[deed]?.stem ?? '';
      const spots = titles.flatMap((title) => spotsIn(title, stem, rows).map((spot) => ({ title, spot })));
      if (spots.length > 0 && spots.every(({ title, spot }) => isGoverned(title, spot)))
        return `tells as done ${own.words[deed]?.text}, which the cited titles only tell as approved, asked for, stopped or the like`;
    }
  }
  return null;
}

/** Verbs of which the noun beside them tells what is done. */
const light = /^(?:held|took|taken|issued?|issues|holds|launched|launches|carried|signed|signs|staged|began|begun|started)$/;
const mostToNoun = 4;

/** "issued an arrest warrant", "talks were held": the noun, if there is one. */
function carriedBy({ words }: Told, at: number): number[] {
  const behind = words.slice(at + 1, at + 1 + mostToNoun);
  const end = behind.findIndex(({ plain }) => parting.test(plain) || plain === 'for' || plain === 'to' || plain === 'of');
  if (/^(?:out|off|back|on)$/.test(behind[0]?.plain ?? '')) return [];
  const nouns = [...behind.slice(0, end < 0 ? undefined : end).keys()].map((far) => at + 1 + far);
  const isPassive = /^(?:was|were|been)$/.test(words[at - 1]?.plain ?? '');
  const first = isPassive ? at - (words[at - 1]?.plain === 'been' ? 3 : 2) : -1;
  return (first >= 0 ? [first] : nouns.slice(-1)).filter((index) => (words[index]?.plain.length ?? 0) > 3);
}

type Spot = Pick<Hit, 'from' | 'start'>;

function spotsIn({ lang, words, hits }: Told, stem: string, rows: ReadonlySet<string>): Spot[] {
  const same = lang === 'en' ? words.flatMap((word, from) => (word.stem === stem ? [{ from, start: word.start }] : [])) : [];
  return [...same, ...hits.filter(({ row, wider }) => !wider && rows.has(row))];
}

function isGoverned(title: Told, { from, start }: Spot): boolean {
  const { lang, words, text, marks } = title;
  const word = words[from];
  // "fordert zehn Tote", "deja muertos": they are.
  if (!word || toll.test(word.plain) || participles[lang]?.test(lang === 'fr' ? word.text.toLowerCase() : word.plain)) return false;
  if (lang === 'en' && words[from - 1]?.plain === 'to' && title.actors.some(({ to }) => to === from - 1)) return true;
  return marks.some((mark) => {
    if (mark.row !== 'governs' || mark.end > start) return false;
    if (lang === 'zh') return start - mark.end <= mostSigns && !/[，。；：、 的]/u.test(text.slice(mark.end, start));
    const parts = words.slice(mark.to, from);
    return (
      parts.length <= mostBetween && !/[,;:.!?–—،؛]/u.test(text.slice(mark.end, start)) && !parts.some(({ plain }) => parting.test(plain))
    );
  });
}
