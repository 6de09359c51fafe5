// Cuts a text into clauses: at commas, semicolons, colons and dashes, and at the words with which a text begins to tell another thing.
import { languageOf } from '../language/languages.js';
import type { FoldedWord } from './words.js';

/** Positions among the words; `to` behind the last. */
export interface ClauseSpan {
  from: number;
  to: number;
  /** What parts it from the next: the sign, or '' for a word. */
  sign: string;
}

/** "يقتل 12 شخصا وأوغندا ترسل": another acts, and is not named beside the one before. */
function isFarBehind(index: number, from: number, isActor: (index: number) => boolean): boolean {
  for (let at = index - 1; at >= Math.max(from, index - 3); at--) if (isActor(at)) return false;
  return index - from > 4;
}

/** "weigert sich, den General auszuliefern": what is refused stands in the clause that refuses it. */
function isInfinitive(text: string, word: FoldedWord | undefined): boolean {
  if (!word || /^(?:um|ohne|statt|anstatt)$/.test(word.plain)) return false;
  const [clause = ''] = text.slice(word.start).split(/[,;:.!?–—]/);
  return /(?:\szu\s\p{L}+(?:en|ern|eln)|\s(?:ab|an|auf|aus|bei|ein|fest|frei|her|hin|mit|nach|teil|um|vor|weg|wieder|zurück|zusammen)zu\p{L}{3,}n)\s*$/u.test(
    clause,
  );
}

const verbs = /^(?:is|are|was|were|has|have|had|will|would)$/;
/** How far behind "and" another is named, and behind him what he does begins. */
const namedWithin = 3;

/** "was killed in Germany and an Iraqi migrant is under suspicion": each has a verb of his own. */
function beginsAnother(words: readonly FoldedWord[], from: number, and: number, isActor: (index: number) => boolean): boolean {
  if (!words.slice(from, and).some(({ plain }) => verbs.test(plain))) return false;
  for (let at = and + 1; at <= and + namedWithin; at++)
    if (isActor(at)) return words.slice(at + 1, at + 1 + namedWithin).some(({ plain }) => verbs.test(plain));
  return false;
}

/** `isActor` tells whether an actor is named from a word on: "and" before one begins a clause of its own where none stands before. */
export function clauseSpansOf(text: string, words: readonly FoldedWord[], lang: string, isActor: (index: number) => boolean): ClauseSpan[] {
  const opening = new Set((languageOf(lang)?.openers ?? '').split('|'));
  const and = new Set(['and', 'und', 'et', 'y', 'и']);
  const clauses: ClauseSpan[] = [];
  let from = 0;
  for (let index = 1; index <= words.length; index++) {
    const [before, word] = [words[index - 1], words[index]];
    if (!before) continue;
    const between = text.slice(before.end, word?.start ?? text.length);
    const sign = /[,;:.!?،؛：，；。！？–—|]|\s-\s/u.exec(between)?.[0].trim() ?? '';
    if (sign === ',' && lang === 'de' && isInfinitive(text, word)) continue;
    const isList = sign === ',' && from === index - 1 && isActor(index) && isActor(from);
    const parted = (sign !== '' && !isList) || (/\s/.test(between) && before.han);
    const joined =
      word !== undefined &&
      (opening.has(word.plain) ||
        opening.has(word.text.toLowerCase()) ||
        (and.has(word.plain) && isActor(index + 1) && !isActor(index - 1)) ||
        (lang === 'en' && and.has(word.plain) && beginsAnother(words, from, index, isActor)) ||
        (lang === 'ar' && /^و(?!اشنطن|ارسو|ينيبيغ|يلز)/.test(word.text) && isActor(index) && isFarBehind(index, from, isActor)));
    // "five" (Post) and "4%" (Wire): a bracket ends what is said of one.
    const closed = word !== undefined && between.includes(')') && and.has(word.plain);
    if (word !== undefined && !parted && !joined && !closed) continue;
    clauses.push({ from, to: index, sign });
    from = index;
  }
  return clauses;
}
