// Whether a sentence tells a deed of which the titles only say that it is not done, put off or stopped: "announced his
// resignation" of "says he will not step down".
import type { Hit } from './concepts.js';
import { goesOn } from './goes-on.js';
import { scopesOf, within } from './scopes.js';
import type { Told } from './told.js';

/** Languages that negate before the word. */
const before: ReadonlySet<string> = new Set(['en', 'fr', 'es', 'ru', 'zh', 'ar']);
/** Rows that say how much. */
const amounts: ReadonlySet<string> = new Set(['halve', 'double', 'triple']);
/** How many words before it. */
const mostBefore = 3;

/** Right behind a word that negates, in its clause; of Chinese, within some characters. */
function isNegated(title: Told, { from, start }: Hit): boolean {
  return title.marks.some((mark) => {
    if (mark.row !== 'not' || mark.start >= start) return false;
    // "no fewer than" negates nothing.
    if (title.marks.some((least) => least.row === 'least' && least.start <= mark.start && mark.start < least.end)) return false;
    if (!scopesOf(title).some((scope) => scope.start <= mark.start && start < scope.end)) return false;
    return title.lang === 'zh' ? start - mark.end <= mostBefore : from - mark.to < mostBefore;
  });
}

const takesPlace =
  /\b(?:(?:held|holds)(?! (?:out|up|back|on|off))|(?:has|have|had) (?:voted|approved|adopted|passed|signed|ratified|elected)|(?<!(?:was|were|be|been|being|is|are) )(?:approved|adopted|ratified)|votes|approves|adopts|passes|took place|takes place|was held|were held|went ahead|(?:has|have|had) (?:come|entered) into|came into|comes into|took effect|takes effect|taken effect|entered into force|ratif(?:ies|ied))\b/i;
const puttingOff: ReadonlySet<string> = new Set(['delay', 'postpone', 'cancel']);

function isPutOff({ rows }: Told): boolean {
  return [...rows].some((row) => puttingOff.has(row));
}

/** The first deed that the titles tell only as not done, told as a reason; null where there is none. `acts` are rows for what is done. */
export function toldNegated(own: Told, titles: readonly Told[], acts: ReadonlySet<string>): string | null {
  return (
    putOff(own, titles) ?? stillMissing(own, titles) ?? stillOpen(own, titles) ?? negatedIn(own, titles, acts) ?? goesOn(own, titles, acts)
  );
}

function putOff(own: Told, titles: readonly Told[]): string | null {
  const held = takesPlace.exec(own.text)?.[0];
  if (held && titles.length > 0 && titles.every(isPutOff) && !isPutOff(own))
    return `tells of ${held}, which the cited titles tell is put off`;
  return null;
}

const missing = /\b(?:still|remains?|remained) (?:missing|unaccounted for|trapped)\b/i;
/** Rows for how that ends, and for who is not found yet. */
const foundAgain: ReadonlySet<string> = new Set(['discover', 'rescue', 'safe', 'recover']);
const others = /\b(?:others?|more|search|still|noch|weitere|autres|encore|otros|aún)\b|ещ[её]|други|其他|其余|仍|آخر/iu;

/** Who was missing, is found and nobody else is looked for: "still missing". */
function stillMissing(own: Told, titles: readonly Told[]): string | null {
  const found = missing.exec(own.text)?.[0];
  if (!found || own.hits.some(({ row }) => foundAgain.has(row))) return null;
  const isFound = (title: Told): boolean =>
    ['safe', 'survivor'].some((row) => title.rows.has(row)) &&
    title.hits.some(({ row }) => foundAgain.has(row) && row !== 'safe') &&
    title.figures.length === 0 &&
    !others.test(title.text);
  return titles.length > 0 && titles.every(isFound) ? `says ${found} of whom the cited titles tell as found` : null;
}

const toRule = /\b(?:will|would|is to|are to|has to|must|due to|set to|about to|expected to|yet to) (?:decide|rule)\b/i;
const ruled =
  /\b(?:rul(?:es|ed)|finds|found|declares?|declared|erklärt|declar[aó]n?|juge|jugée?s?|déclare)(?!\p{L})|признал|признан|裁定|判定|تقضي|قضت/iu;

/** Whether it is lawful has been ruled: "will decide whether". */
function stillOpen(own: Told, titles: readonly Told[]): string | null {
  const found = toRule.exec(own.text)?.[0];
  const isRuled = ({ rows, marks, text }: Told): boolean =>
    (rows.has('illegal') || rows.has('legal')) && ruled.test(text) && !marks.some(({ row }) => row === 'yet');
  return found && titles.length > 0 && titles.every(isRuled) ? `says ${found} of what the cited titles tell as ruled` : null;
}

function negatedIn(own: Told, titles: readonly Told[], acts: ReadonlySet<string>): string | null {
  if (own.marks.some(({ row }) => ['not', 'refuse', 'hinder', 'yet'].includes(row)) || /\bagainst\b/i.test(own.text)) return null;
  for (const scope of scopesOf(own)) {
    for (const hit of within(scope, own.hits)) {
      if (!acts.has(hit.row) || amounts.has(hit.row) || hit.narrower || hit.wider) continue;
      const rows = new Set(own.hits.filter(({ from, to }) => from === hit.from && to === hit.to).map(({ row }) => row));
      const told = titles.flatMap((title) => title.hits.filter(({ row }) => rows.has(row)).map((other) => ({ title, other })));
      if (told.length > 0 && told.every(({ title, other }) => before.has(title.lang) && isNegated(title, other)))
        return `tells of ${own.text.slice(hit.start, hit.end)}, which the cited titles negate`;
    }
  }
  return null;
}
