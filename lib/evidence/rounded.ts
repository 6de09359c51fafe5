// Numbers that a sentence rounds: "more than 100 tons" of 105, "almost 8 percent" of 7.8, "has passed 1,400" of 1,411. The sentence is then
// judged as if it had the number itself, so that what is counted, its unit and its deed are held to the titles all the same.
import type { Told } from './told.js';

/** Words before a round number, and between which parts of it the number itself may lie, the first left out. */
const hedges: readonly { words: RegExp; least: number; most: number; keeps?: boolean }[] = [
  { words: /\b(?:more than|over|above|upwards of|well over|just over)\s$/i, least: 1, most: 1.15 },
  { words: /\b(?:exceed(?:s|ed|ing)?|pass(?:es|ed|ing)?|surpass(?:es|ed|ing)?|top(?:s|ped|ping)?)\s$/i, least: 1, most: 1.15, keeps: true },
  { words: /\b(?:nearly|almost|close to|just under|just short of|approaching)\s$/i, least: 0.9, most: 0.9999 },
  { words: /\b(?:about|some|around|roughly|approximately|an estimated|or so)\s$/i, least: 0.95, most: 1.05 },
];

/** Round numbers in digits, "1,400", "8", and the commonest in words. */
const numbers = /\b(?:\d{1,3}(?:,\d{3})+|\d+)(?![\d.,]*\d|-|\p{L})|\b(?:a|one) hundred\b|\ba thousand\b|\bone thousand\b/giu;

/** What is left of a number without the zeros at its end. */
function digitsOf(value: number): string {
  return String(value).replace('.', '').replace(/0+$/, '');
}

/** The sentence with the numbers of its titles where it rounds them; as it is where it rounds none, or a title rounds itself. */
export function unrounded(text: string, titles: readonly Told[]): string {
  const told = titles.flatMap(({ figures }) => figures.filter(({ qualifier }) => qualifier === 'exact').map(({ value }) => value));
  let result = text;
  for (const found of [...text.matchAll(numbers)].reverse()) {
    const shown = found[0];
    const value = /hundred/i.test(shown) ? 100 : /thousand/i.test(shown) ? 1000 : Number(shown.replaceAll(',', ''));
    if (told.includes(value) || isYear(shown)) continue;
    const before = text.slice(0, found.index);
    const hedge = hedges.find(({ words }) => words.test(before));
    if (!hedge) continue;
    const meant = told.find(
      (one) => one > value * hedge.least && one <= value * hedge.most && digitsOf(value).length < digitsOf(one).length,
    );
    if (meant === undefined) continue;
    const kept = hedge.keeps ? before : before.replace(hedge.words, '');
    result = `${kept}${meant}${result.slice(found.index + shown.length)}`;
  }
  return result;
}

function isYear(shown: string): boolean {
  return /^(?:19|20)\d\d$/.test(shown);
}
