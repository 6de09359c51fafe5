// Tells all that belongs to the word for an act where only a part of it was read: "weist ... zurück", "sets ... ablaze", "to sign". What
// it gives stands in the title to the letter, so that it can be quoted.
import { verbPartsOf } from './verb-parts.js';

/** Where words begin and end in a title, in UTF-16 units. */
interface Stretch {
  start: number;
  end: number;
}

const clauseEnd = /[,;:!?…|]|\s[-–—]\s|["„“”«»]|\.(?:\s|$)|\s(?:und|aber|doch|während|and|but|as|after|while|amid|et|après|y|tras)\s/iu;

/** How far apart the parts may stand to be shown as one. */
const mostBetween = 48;
const mostWordsToWhatIsMade = 7;

/**
 * The stretch of the title that holds the whole word for an act of which `part` is the part that was read; that part as it is written where nothing is
 * wanting, or where the parts stand too far apart to be quoted as one.
 */
export function wholeWords(title: string, lang: string, part: Stretch): Stretch {
  const read = asWritten(title, part);
  const second = secondPart(title, lang, read);
  return second === null || second.end - read.end > mostBetween ? read : { start: read.start, end: second.end };
}

/** The same with an ellipsis for what stands between the parts: "macht ... verantwortlich"; '' where what was read says nothing by itself. */
export function shownWords(title: string, lang: string, part: Stretch): string {
  const read = asWritten(title, part);
  const { light, making, made, asking } = verbPartsOf(lang);
  const own = title.slice(read.start, read.end).trim();
  const second = secondPart(title, lang, read);
  if (own.toLowerCase() === 'to') {
    const asked = asking === null ? undefined : lastOf(asking, title.slice(0, read.start));
    return second === null || asked === undefined ? '' : `${asked} ... ${title.slice(read.start, second.end)}`;
  }
  if (second !== null) {
    const isNext = title.slice(read.end, second.start).trim() === '';
    return isNext ? title.slice(read.start, second.end) : `${own} ... ${title.slice(second.start, second.end)}`;
  }
  const thing = making?.test(own) ? made?.exec(clauseBehind(title, read.end)) : null;
  if (thing) {
    const whole = title.slice(read.start, read.end + thing.index + thing[0].length);
    if (whole.split(/\s+/u).length <= mostWordsToWhatIsMade) return whole;
  }
  return light?.test(own) ? '' : own;
}

const arabic = /\p{Script=Arabic}/u;
const elision = /\s\p{L}+['’]$/u;

/** The words as they stand: an Arabic one with what is written on to it ("التحذيرات"), a French one without "d'" of the next. */
function asWritten(title: string, { start, end }: Stretch): Stretch {
  let [from, to] = [start, end];
  if (arabic.test(title[from] ?? '')) while (from > 0 && arabic.test(title[from - 1] ?? '')) from--;
  if (arabic.test(title[to - 1] ?? '')) while (arabic.test(title[to] ?? '')) to++;
  const last = title[to - 1];
  const elided = last === "'" || last === '’' ? elision.exec(title.slice(from, to)) : null;
  return { start: from, end: elided ? to - elided[0].length : to };
}

/** What belongs to a part of a verb and stands behind it; null where nothing does. */
function secondPart(title: string, lang: string, read: Stretch): Stretch | null {
  const own = title.slice(read.start, read.end).trim();
  if (lang.startsWith('en') && /(?:^|\s)to$/i.test(own)) return nextWord(title, read);
  const { first, second, last } = verbPartsOf(lang);
  if (first?.test(own) !== true) return null;
  const clause = clauseBehind(title, read.end).trimEnd();
  const part = second?.exec(clause) ?? last?.exec(clause);
  return part ? { start: read.end + part.index, end: read.end + part.index + part[0].length } : null;
}

/** "To" says nothing without the verb after it, "to be" nothing without what is done; a name behind it is where somebody goes. */
function nextWord(title: string, read: Stretch): Stretch | null {
  const isInCapitals = /^\p{Lu}/u.test(title.slice(read.start, read.end)) && read.start > 0;
  const verb = isInCapitals ? /^\s+(?:be\s+)?[\p{L}'-]+/iu : /^\s+(?:(?:be|have|get|help|try to|continue to)\s+)*\p{Ll}[\p{L}'-]*/u;
  const next = verb.exec(title.slice(read.end));
  return next === null ? null : { start: read.end, end: read.end + next[0].length };
}

function clauseBehind(title: string, end: number): string {
  const rest = title.slice(end);
  const at = rest.search(clauseEnd);
  return at < 0 ? rest : rest.slice(0, at);
}

function lastOf(pattern: RegExp, text: string): string | undefined {
  return [...text.matchAll(new RegExp(pattern.source, 'giu'))].at(-1)?.[0];
}
