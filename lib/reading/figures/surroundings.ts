// What stands around a number: whether it is a name, a date or a score and counts nothing, and how exact it is.
import type { Token } from '../text/tokens.js';
import type { Qualifier } from './figure.js';
import type { Numeral } from './numerals.js';
import type { FigureTables } from './tables.js';

const nameSigns = new Set(['+', '#', '№', '§', '°', '&', '@', '_']);
const joining = new Set(['-', '–', '‑']);
const between = new Set([':', '/', '·', '•', '.', '比', '∶', '：']);

/** Whether the number from `index` is part of a name, a date, a score or a version, or counts "several hundred". */
export function countsNothing(tokens: readonly Token[], index: number, numeral: Numeral, language: FigureTables): boolean {
  const [before, first, after] = [tokens[index - 1], tokens[index], tokens[numeral.to]];
  if (!Number.isFinite(numeral.value) || numeral.value === 0 || first === undefined) return true;
  if (
    isVague(tokens, index, language) ||
    isBareScale(tokens, index, numeral, language) ||
    language.marks.name_at.at(tokens, index) !== null
  )
    return true;
  if (before !== undefined && partOfName(tokens, index, language)) return true;
  if (language.marks.share.at(tokens, numeral.to) !== null || language.marks.share.before(tokens, index) !== null) return true;
  if (numeral.digits && partOfRatio(tokens, index, language)) return true;
  const beyond = tokens[numeral.to + 1];
  if (after !== undefined && between.has(after.text) && after.glued && beyond?.sort === 'number' && beyond.glued) return true;
  if (after?.text === '比' && beyond?.sort === 'number') return true;
  if (!numeral.digits && !language.spaced && '万萬千亿億'.includes(first.text)) return !isMeasured(tokens, numeral.to, language);
  if (!numeral.digits) return false;
  if (after?.glued && ['º', 'ª', '°', '号', '/'].includes(after.text)) return true;
  if (language.money.at(tokens, numeral.to) !== null) return false;
  if (!numeral.scaled && numeral.value <= 31 && language.marks.month.at(tokens, numeral.to) !== null) return true;
  return language.german && after?.text === '.' && after.glued && (beyond?.sort === 'word' || beyond?.sort === 'number');
}

/** Whether "several", "数" or the like stands before it; "最多" only ends as such a word does. */
function isVague(tokens: readonly Token[], index: number, { marks }: FigureTables): boolean {
  const vague = marks.vague.before(tokens, index);
  return vague !== null && vague.length >= Math.max(...before.map((one) => marks[one].before(tokens, index)?.length ?? 0));
}

/** Whether "thousands" stands alone, in a form that languages also count with: "Тысячи человек"; "свыше тысячи" is a number. */
function isBareScale(tokens: readonly Token[], index: number, { to, scaled, digits }: Numeral, { marks }: FigureTables): boolean {
  if (digits || !scaled || to !== index + 1 || marks.vague.at(tokens, index) === null) return false;
  return before.every((one) => marks[one].before(tokens, index) === null);
}

/** Whether a Chinese measure word follows: "万名移民" is ten thousand, "万人迷" is none. */
function isMeasured(tokens: readonly Token[], at: number, { units }: FigureTables): boolean {
  return (
    (units.at(tokens, at) !== null || '余餘'.includes(tokens[at]?.text ?? ' ')) &&
    '名辆輛架枚艘吨噸桶位余餘'.includes(tokens[at]?.text ?? ' ')
  );
}

/** "1 in 100 deaths" counts nothing. */
function partOfRatio(tokens: readonly Token[], index: number, language: FigureTables): boolean {
  const of = language.marks.out_of.before(tokens, index);
  const share = of === null ? undefined : tokens[index - of.length - 1];
  return share?.sort === 'number' && share.text.length < 3;
}

function partOfName(tokens: readonly Token[], index: number, language: FigureTables): boolean {
  const [first, before, earlier] = [tokens[index], tokens[index - 1], tokens[index - 2]];
  if (first === undefined || before === undefined) return false;
  if (nameSigns.has(before.text) && (before.text !== '+' || first.glued)) return true;
  const digits = first.sort === 'number';
  if (digits && first.glued) {
    if (before.sort === 'word' && !isArabic(before.text) && language.signs.before(tokens, index) === null) return true;
    if (between.has(before.text) && before.glued && earlier?.sort === 'number') return true;
    if (joining.has(before.text) && before.glued && (earlier?.sort === 'word' || earlier?.sort === 'han') && !isArabic(earlier.text))
      return true;
    if (joining.has(before.text) && before.glued && earlier !== undefined && isArabic(earlier.text) && earlier.text.length > 1) return true;
  }
  const skipped = joining.has(before.text) || before.text === '"' || before.text === '«' ? 1 : 0;
  // Russian "с" is a preposition, and a name only before a hyphen.
  const preposition = skipped === 0 && before.text.length === 1 && /[а-я]/.test(before.text);
  if (!preposition && language.marks.name.before(tokens, index - skipped) !== null) return true;
  return digits && skipped === 0 && language.marks.month.before(tokens, index) !== null;
}

function isArabic(text: string): boolean {
  return text >= '\u0621' && text <= '\u06ff';
}

/** Whether the four digits are more likely a year than a count: no scale, no divider, and not round. */
export function looksLikeYear({ text }: Token, { scaled, value }: Numeral): boolean {
  return !scaled && /^(?:19|20)\d\d$/.test(text) && value % 100 !== 0;
}

const before = ['at_least', 'fewer_than', 'up_to', 'about'] as const;

/** How exact the number is, by the words right before or after it, and the token at which those words begin. */
export function qualifierOf(
  tokens: readonly Token[],
  from: number,
  numeral: Numeral,
  language: FigureTables,
  to = numeral.to,
): { qualifier: Qualifier; from: number } {
  if (language.marks.neither.before(tokens, from) !== null) return { qualifier: 'exact', from };
  for (let index = from; index >= from - 1; index--) {
    if (index < from && language.marks.skip.before(tokens, from)?.length !== 1) break;
    // "No more than" ends as "more than" does: the longer one says what is meant.
    const longest = Math.max(...before.map((one) => language.marks[one].before(tokens, index)?.length ?? 0));
    for (const qualifier of before) {
      const hit = language.marks[qualifier].before(tokens, index);
      if (hit === null || hit.length < longest) continue;
      const start = index - hit.length;
      if (qualifier === 'up_to' && hit.length === 1 && risesOrFalls(tokens, start, language)) return { qualifier: 'exact', from: start };
      // A toll that is up has risen to the number; so has what "до 20 возросло".
      if (qualifier === 'up_to' && (isToll(tokens, start, language) || language.marks.change.at(tokens, numeral.to) !== null))
        return { qualifier: 'exact', from: start };
      return { qualifier, from: start };
    }
  }
  const { at_least_after, about_after, up_to_after } = language.marks;
  if (at_least_after.at(tokens, numeral.to) !== null || at_least_after.at(tokens, to) !== null) return { qualifier: 'at_least', from };
  if (about_after.at(tokens, numeral.to) !== null) return { qualifier: 'about', from };
  if (up_to_after.at(tokens, numeral.to) !== null) return { qualifier: 'up_to', from };
  return { qualifier: numeral.rough ? 'about' : 'exact', from };
}

/** "Death toll in attack up to 15". */
function isToll(tokens: readonly Token[], index: number, { marks }: FigureTables): boolean {
  for (let at = index; at > Math.max(0, index - 8); at--) {
    if (marks.tollkilled.before(tokens, at) !== null) return true;
    if (/[,:;.–—|]/.test(tokens[at - 1]?.text ?? '')) return false;
  }
  return false;
}

/** Whether something rises or falls before the token: "rises to 17" is no "up to 17". */
export function risesOrFalls(tokens: readonly Token[], index: number, language: FigureTables): boolean {
  for (let at = Math.max(0, index - 8); at < index; at++) if (language.marks.change.at(tokens, at) !== null) return true;
  return false;
}
