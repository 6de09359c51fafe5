// Words that look as if they turned a clause and do not: "weist ... aus" expels and refuses nothing, "wollen enger zusammenarbeiten" is a plan.
import type { Mention } from './actors.js';
import type { Hit } from './concepts.js';
import type { FoldedWord } from './words.js';

/** Whether a mark turns its clause in this text. */
export function turnsHere(mark: Hit, words: readonly FoldedWord[], lang: string): boolean {
  return (
    !isPartOfExpelling(mark, words, lang) &&
    !isPartOfCancelling(mark, words, lang) &&
    !isPartOfName(mark, words) &&
    !isOf(mark, words, lang) &&
    !isPlanOf(mark, words, lang) &&
    !isToll(mark, words, lang) &&
    !isOnly(mark, words, lang) &&
    !isOffer(mark, words, lang) &&
    !isSuffering(mark, words, lang) &&
    !isNaming(mark, words, lang) &&
    !isMobilising(mark, words, lang) &&
    !isManner(mark, words, lang) &&
    !isBefore(mark, words, lang) &&
    !isHearsay(mark, words, lang) &&
    !isCharge(mark, words, lang) &&
    !isCourtAppeal(mark, words, lang)
  );
}

/** "gives up claim to island". */
function isTerritorial(words: readonly FoldedWord[], from: number): boolean {
  const [before, word, next, last] = [-1, 0, 1, 2].map((at) => words[from + at]?.plain ?? '');
  if (!/^claims?$/.test(word ?? '') || !/^(?:to|on|over)$/.test(next ?? '') || /^(?:have|be|own)$/.test(last ?? '')) return false;
  return /^(?:its|their|his|up|a|the|drops?|abandons?|renounces?|territorial)$/.test(before ?? '');
}

/** 撤销指控: what somebody is charged with, and nobody says it here. */
function isChargeInRun({ from, start, end }: Hit, words: readonly FoldedWord[]): boolean {
  const word = words[from];
  if (word?.text.slice(start - word.start, end - word.start) !== '指控') return false;
  return /(?:撤销|撤回|驳回|面临|提出)[^，。；：]{0,8}$/u.test(word.text.slice(0, start - word.start));
}

/** "wins appeal": nobody asks for anything. */
function isCourtAppeal({ row, from }: Hit, words: readonly FoldedWord[], lang: string): boolean {
  if (lang !== 'en' || row !== 'yet' || !/^appeals?$/.test(words[from]?.plain ?? '')) return false;
  const before = words.slice(Math.max(0, from - 2), from).map(({ plain }) => plain);
  return before.some((word) => /^(?:wins?|won|winning|los(?:es?|t|ing)|on|dismiss(?:es|ed)|upholds?|upheld|hears?|heard)$/.test(word));
}

/** "has claimed nine lives" says nothing, "предъявили обвинения" charges. */
function isCharge(mark: Hit, words: readonly FoldedWord[], lang: string): boolean {
  const { row, from } = mark;
  if (row !== 'says' && row !== 'hedge') return false;
  const word = words[from]?.plain ?? '';
  if (lang === 'en' && isTerritorial(words, from)) return true;
  if (lang === 'zh') return isChargeInRun(mark, words);
  if (lang === 'en') return /^claim/.test(word) && words.slice(from + 1, from + 6).some(({ plain }) => /^(?:lives|life)$/.test(plain));
  return lang === 'ru' && word.startsWith('обвинен') && /^(?:предъяв|снял|снима|снят|отозва|отзыва)/.test(words[from - 1]?.plain ?? '');
}

/** "is said to give up", "was told to leave": nobody who is named before says so. */
function isHearsay({ row, from }: Hit, words: readonly FoldedWord[], lang: string): boolean {
  if (lang !== 'en' || row !== 'says' || !/^(?:said|told)$/.test(words[from]?.plain ?? '')) return false;
  return /^(?:is|are|was|were|be|been|being)$/.test(words[from - 1]?.plain ?? '');
}

/** "calls up reservists", "called in the envoy" asks for nothing. */
function isMobilising({ row, from, to }: Hit, words: readonly FoldedWord[], lang: string): boolean {
  if (lang !== 'en' || row !== 'yet' || to - from > 1) return false;
  return /^call(?:s|ed|ing)$/.test(words[from]?.plain ?? '') && /^(?:up|in|out)$/.test(words[to]?.plain ?? '');
}

/** "by retaliating against staff": how it is done, and by nobody who is named behind. */
function isManner({ row, from, to }: Hit, words: readonly FoldedWord[], lang: string): boolean {
  if (lang !== 'en' || row !== 'by' || words[from]?.plain !== 'by' || to - from > 1) return false;
  const next = words[to];
  return (
    next !== undefined &&
    !next.capital &&
    /\p{L}{3,}ing$/u.test(next.plain) &&
    !/^(?:king|string|spring|morning|evening|beijing|fighting|shelling|bombing|flooding)$/.test(next.plain)
  );
}

/** "calls the ships a threat" asks for nothing. */
function isNaming({ row, from, to }: Hit, words: readonly FoldedWord[], lang: string): boolean {
  if (lang !== 'en' || row !== 'yet' || to - from > 1 || !/^(?:calls|called)$/.test(words[from]?.plain ?? '')) return false;
  return !words
    .slice(from + 1)
    .some(({ plain }) =>
      /^(?:for|on|upon|to|off|elections?|vote|votes|poll|polls|referendum|strikes?|summit|meeting|session)$/.test(plain),
    );
}

/** "قبل القمة" is before it, "تقبل" accepts: who did it stands behind "من قبل". */
function isBefore({ row, from }: Hit, words: readonly FoldedWord[], lang: string): boolean {
  const word = words[from]?.plain ?? '';
  return lang === 'ar' && row === 'by' && word.endsWith('قبل') && !(word === 'قبل' && words[from - 1]?.plain === 'من');
}

/** "تعرض الوساطة" offers: who suffers something has it behind "ل". */
function isOffer({ row, from }: Hit, words: readonly FoldedWord[], lang: string): boolean {
  if (lang !== 'ar' || row !== 'underwent' || !/^[يت]?تعرض/.test(words[from]?.plain ?? '')) return false;
  return !isBefalling(words, from);
}

/** "تعرض موقع لهجوم": it is no offer. */
function isSuffering({ row, from }: Hit, words: readonly FoldedWord[], lang: string): boolean {
  return lang === 'ar' && row === 'yet' && /^[يت]?تعرض/.test(words[from]?.plain ?? '') && isBefalling(words, from);
}

/** What somebody suffers stands behind him, with "ل" before it. */
function isBefalling(words: readonly FoldedWord[], from: number): boolean {
  return words.slice(from + 1, from + mostBefore).some(({ plain }) => /^ل/.test(plain));
}

const mostBefore = 8;

/** "لا ... إلا" says "only". */
function isOnly({ row, from }: Hit, words: readonly FoldedWord[], lang: string): boolean {
  return lang === 'ar' && row === 'not' && words.slice(from + 1).some(({ plain }) => plain === 'الا');
}

/** "fordert Dutzende Opfer" asks for nothing. */
function isToll({ row, from }: Hit, words: readonly FoldedWord[], lang: string): boolean {
  if (lang !== 'de' || row !== 'yet' || !/^(?:ge)?forder/.test(words[from]?.plain ?? '')) return false;
  return words.some(({ plain }) => /^(?:\p{L}*opfer|(?:\p{L}*tote)|menschenleben|leben|verletzte)$/u.test(plain));
}

/** "طالبان" holds a demand by its letters, and is a name. */
export function isInName({ from, to }: Hit, words: readonly FoldedWord[], actors: readonly Mention[]): boolean {
  return (
    words[from]?.han === false && actors.some((mention) => (mention.plain || mention.place) && mention.from <= from && to <= mention.to)
  );
}

/** "weist ... aus" expels; "weist ... zurück" and "weist ... ab" refuse. */
function isPartOfExpelling({ row, from }: Hit, words: readonly FoldedWord[], lang: string): boolean {
  if (lang !== 'de' || row !== 'refuse' || !/^(?:weis|wies)/.test(words[from]?.plain ?? '')) return false;
  return words.slice(from + 1, from + 12).some(({ plain }) => plain === 'aus');
}

/** "sagt Treffen ab" cancels, "sagt Hilfe zu" promises: nobody says so. */
function isPartOfCancelling({ row, from }: Hit, words: readonly FoldedWord[], lang: string): boolean {
  const behind = words.slice(from + 1, from + 12).map(({ plain }) => plain);
  const verb = words[from]?.plain ?? '';
  // "wirft Hilfsgüter ab" says nothing, "ruft Botschafter zurück" asks for nothing.
  if (lang === 'de' && row === 'says' && /^(?:wirft|werfen|warf|warfen)$/.test(verb)) return !behind.includes('vor');
  if (lang === 'de' && row === 'yet' && /^(?:ruft|rufen|rief|riefen)$/.test(verb)) return behind.includes('zuruck');
  if (lang !== 'de' || row !== 'says' || !/^sagt(?:e|en)?$/.test(words[from]?.plain ?? '')) return false;
  const last = words.slice(from + 1, from + 12).findLast(({ plain }) => /^(?:ab|zu)$/.test(plain));
  return last !== undefined && (last === words.at(-1) || last.plain === 'ab');
}

/** "wollen enger zusammenarbeiten" is a plan: what somebody says ends on "haben" or "sein". */
function isPlanOf({ row, from }: Hit, words: readonly FoldedWord[], lang: string): boolean {
  if (lang !== 'de' || row !== 'says' || !/^(?:soll|sollen|wollen)$/.test(words[from]?.plain ?? '')) return false;
  return !words.slice(from + 1).some(({ plain }) => /^(?:haben|sein|worden)$/.test(plain));
}

const passive = /^(?:w[ie]rd\p{L}*|wurden?|worden)$/u;
const participle =
  /^(?!(?:gegen|gestern|geplant|gesamt|geheim)$)\p{L}{0,6}ge\p{L}{3,}(?:t|en)$|^(?:be|er|ver|zer|ent|unter|über|ueber)\p{L}{3,}(?:t|en)$|iert$/u;

/** "Lieferung von Panzern", "Freilassung von Geiseln": whose or of what it is, where no verb of the passive stands by. */
function isOf({ row, from }: Hit, words: readonly FoldedWord[], lang: string): boolean {
  if (lang !== 'de' || row !== 'by' || words[from]?.plain !== 'von') return false;
  const behind = words.slice(from + 1);
  return !words.some(({ plain }) => passive.test(plain)) && !behind.some(({ plain, capital }) => !capital && participle.test(plain));
}

/** "N'Djamena" holds no negation. */
function isPartOfName({ from, row }: Hit, words: readonly FoldedWord[]): boolean {
  const word = words[from];
  // "تعدم" executes; "عدم" is none.
  return row === 'not' && ((word?.text === 'N' && words[from + 1]?.capital === true) || /^[يتن]عدم/.test(word?.plain ?? ''));
}
