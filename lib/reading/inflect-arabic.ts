// The forms of Arabic verbs and nouns written short in the lexicon: "قصف/يقصف/قصف" is past, present and verbal noun; "هجوم+" a noun
// with its accusative, dual and sound plural. What follows the first word stays: "سيطر/يسيطر/سيطرة على".
import type { Form } from './forms.js';

type Forms = [words: string, form: Form | null][];

const damma = '\u064f';

/** The forms of a verb or noun; null for words that stand for themselves. */
export function arabic(written: string): Forms | null {
  const cut = written.indexOf(' ');
  const first = cut < 0 ? written : written.slice(0, cut);
  const rest = cut < 0 ? '' : written.slice(cut);
  const forms = first.includes('/') ? verbForms(first) : first.endsWith('+') ? nounForms(first.slice(0, -1)) : null;
  return forms?.map(([words, form]) => [words + rest, form]) ?? null;
}

/** Finite forms F, future U, passives written with their vowel P, verbal noun and plural subjunctive B. */
function verbForms(first: string): Forms {
  const [past = '', present = '', noun = ''] = first.split('/');
  const pasts = /[اى]$/.test(past)
    ? [past, `${past.slice(0, -1)}ت`, `${past.slice(0, -1)}وا`, `${past.slice(0, -1)}تا`]
    : [past, `${past}ت`, `${past}وا`, `${past}ا`, `${past}تا`];
  const stem = present.slice(1);
  const short = stem.replace(/[يوى]$/, '');
  const dual = stem.replace(/ى$/, 'ي');
  const presents = [...['ي', 'ت'].flatMap((who) => [who + stem, `${who + dual}ان`]), `ي${short}ون`];
  return [
    ...pasts.map((words): [string, Form] => [words, 'F']),
    ...presents.map((words): [string, Form] => [words, 'F']),
    ...presents.map((words): [string, Form] => [`س${words}`, 'U']),
    [`${past.replace(/[اى]$/, past.endsWith('ا') ? 'و' : 'ي')}نا`, 'W'],
    ...pasts.map((words): [string, Form] => [words.slice(0, 1) + damma + words.slice(1), 'P']),
    ...['ي', 'ت'].map((who): [string, Form] => [who + damma + stem, 'P']),
    [`ي${short}وا`, 'B'],
    ...(noun === '' ? [] : [[noun, 'B'] as [string, Form]]),
  ];
}

function nounForms(noun: string): Forms {
  const stem = noun.slice(0, -1);
  const endings = noun.endsWith('ة')
    ? ['ة', 'ات', 'تين', 'تان', 'تي'].map((end) => stem + end)
    : ['', 'ا', 'ين', 'ان', 'ات'].map((end) => noun + end);
  return endings.map((words) => [words, null]);
}
