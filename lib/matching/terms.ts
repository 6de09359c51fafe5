// What a headline offers for comparison within a script: its words as stems, and adjacent pairs of them at half weight.
import { tokens, wordKeys, numbers } from '../../phases/generate/words.js';

export interface Term { key: string; weight: number }

const suffixes = /(?:izations?|isations?|ational|ations?|ators?|ating|ated|ates|ements?|ments?|ness|ingly|ings?|edly|ed|ers|er|ies|ied|ily|ly|es|als?|ions?|s|e|y)$/;
export function stemEn(word: string): string {
  const w = word.replace(/['’]s$/, '').toLowerCase();
  const bare = w.replace(suffixes, '');
  return bare.length >= 3 ? bare.replace(/(.)\1$/, '$1') : w;
}

export function ownTerms(text: string, lang: string): Term[] {
  const words: string[] = [];
  for (const token of tokens(text)) {
    const ks = wordKeys(token, lang);
    if (ks.length === 1 && (lang === 'en' || lang === '')) {
      words.push(stemEn(ks[0]!.key.length >= 8 ? token.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '') : token.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')));
    } else for (const k of ks) words.push(k.key);
  }
  const terms = new Map<string, number>();
  for (const w of words) terms.set(w, 1);
  for (const n of numbers(text)) terms.set('#' + n, 1);
  for (let i = 0; i + 1 < words.length; i++) { const k = words[i] + ' ' + words[i + 1]; if (!terms.has(k)) terms.set(k, 0.5); }
  return [...terms].map(([key, weight]) => ({ key, weight }));
}
