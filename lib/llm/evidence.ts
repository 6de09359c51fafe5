// Takes the sentences of an answer and the texts they must stand on; leaves what does not stand and why. Guards what is stored
// as fact: cited ids exist, quotes stand to the letter, numbers and proper names occur in the cited texts.
import type { Claim, Problem, Source } from './prompt.js';

/**
 * Checks each claim against the sources it cites (all sources where it cites none). `known` are names that need no source.
 * Returns one problem for each claim that does not stand, with the first reason found; empty when all stand.
 */
export function checkClaims(claims: readonly Claim[], sources: readonly Source[], known: readonly string[] = []): Problem[] {
  const texts = new Map(sources.map((source) => [source.id, source.text]));
  const problems: Problem[] = [];
  for (const claim of claims) {
    const reason = refusal(claim, texts, known);
    if (reason) problems.push({ field: claim.field, reason });
  }
  return problems;
}

function refusal(claim: Claim, texts: ReadonlyMap<string, string>, known: readonly string[]): string | null {
  for (const id of claim.cites ?? []) if (!texts.has(id)) return `cites ${id}, which is not among the titles`;
  for (const quote of claim.quotes ?? []) {
    const text = texts.get(quote.id);
    if (text === undefined) return `quotes ${quote.id}, which is not among the titles`;
    if (quote.text.trim() === '' || !text.includes(quote.text)) return `quotes "${quote.text}", which does not stand in title ${quote.id}`;
  }
  const cited = claim.cites?.length ? claim.cites.map((id) => texts.get(id) ?? '') : [...texts.values()];
  const ground = fold([...cited, ...known].join(' \n '));
  const numbers = new Set(numbersOf(ground));
  for (const number of numbersOf(fold(claim.text))) if (!numbers.has(number)) return `the number ${number} stands in no cited title`;
  const words = new Set(ground.match(word) ?? []);
  for (const name of properNames(claim.text)) if (!words.has(fold(name))) return `the name ${name} stands in no cited title`;
  return null;
}

const word = /[\p{L}\p{M}]+/gu;

/** Case, width and accents folded away, so that "Kyiv’s" meets "kyiv" and "１０" meets "10". */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Numbers as digits without grouping: "1,000" and "1 000" are 1000; a decimal comma is a point. */
function numbersOf(text: string): string[] {
  return [...text.matchAll(/\d+(?:[.,\u00a0\u202f ]\d{3})*(?!\d)(?:[.,]\d+)?|\d+/gu)].map(([found]) =>
    found.replace(/[.,\u00a0\u202f ](?=\d{3}(?!\d))/gu, '').replace(',', '.'),
  );
}

/**
 * Capitalised words that do not open a sentence or a quotation, two letters or more: what a reader takes for a name. A word
 * that opens one cannot be told from a common word and is not judged.
 */
function properNames(text: string): string[] {
  const names: string[] = [];
  for (const found of text.matchAll(/(?<before>^|[^\p{L}\p{M}]+)(?<name>\p{Lu}[\p{L}\p{M}]+)/gu)) {
    const before = found.groups?.['before'] ?? '';
    const name = found.groups?.['name'] ?? '';
    const opens = found.index === 0 || /[.!?:;…"“”„«»'‘’()[\]|–—-]/u.test(before);
    if (!opens) names.push(name);
  }
  return names;
}
