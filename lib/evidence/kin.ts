// Whether a sentence tells of somebody what its titles tell of a person of his: "ex-president's son" is no ex-president.
import type { Told } from './told.js';

/** Words for those who are somebody's; in English they stand behind him. */
export const theirs: Readonly<Record<string, RegExp>> = {
  en: word(
    'sons?|daughters?|wife|husband|widow|brothers?|sisters?|nephew|cousin|fathers?|mothers?|aides?|lawyers?|adviser|advisor|bodyguards?|ally|allies|rival|critics?|picks?|nominees?|appointees?|choice|backers?|supporters?|deputy|deputies|number two|spokes(?:man|woman|person)|predecessor|successor|running mate|grandsons?|granddaughters?|(?:son|daughter|brother|sister|father|mother)-in-law',
  ),
  de: word('sohn|tochter|ehefrau|bruder|anwalt|anwälte|berater|stellvertreter(?:in)?|sprecher(?:in)?'),
  es: word('hijos?|hija|esposa|hermano|abogado|asesor|número dos|mano derecha|portavoz'),
  fr: word('fils|fille|épouse|frère|avocat|conseiller|numéro deux|bras droit|porte-parole'),
  ru: word('сын\\p{L}{0,2}|дочь|дочери|жен[аыу]|брат\\p{L}?|адвокат\\p{L}*|советник\\p{L}*|заместител\\p{L}*|пресс-секретар\\p{L}*'),
  ar: word('نجل|ابنة|زوجة|شقيق|محامي'),
  zh: /之子|儿子|女儿|妻子|夫人|兄弟|律师/u,
};

function word(list: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${list})(?!\\p{L})`, 'iu');
}

const behindOwner = /['’]s?\s(?:\p{L}+\s)?$/u;

/** Names of rows for offices, which may be whose son it is. */
const offices: ReadonlySet<string> = new Set(['president', 'prime minister', 'minister', 'king', 'general', 'governor', 'head of state']);

/** The reason, where the sentence leaves out whose it is that the titles tell of; null where it does not. */
export function ownerForHis(own: Told, titles: readonly Told[]): string | null {
  // "a man who works for a leader" is his aide.
  if (theirs.en?.test(own.text) || /\bwork(?:s|ed|ing)? for\b/i.test(own.text) || titles.length === 0) return null;
  for (const title of titles) {
    const found = theirs[title.lang]?.exec(title.text);
    if (!found) return null;
    if (title.lang === 'en' && !behindOwner.test(title.text.slice(0, found.index))) return null;
  }
  const rows = own.hits.find(({ row, narrower, wider }) => offices.has(row) && !narrower && !wider);
  const person = own.actors.find(({ plain, place }) => !plain && !place);
  const named = person ?? rows;
  if (!named) return null;
  const [title] = titles;
  return `tells of ${own.text.slice(named.start, named.end)} what is told of somebody else's in "${title?.text ?? ''}"`;
}
