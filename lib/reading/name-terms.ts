// The names of actors as terms for the reader of acts: those of the vocabulary that act, those that names.tsv adds, none that it strikes.
import { foldTerm } from '../language/fold.js';
import { countryNamesIn } from '../vocabulary/country-names.js';
import type { MatchTerm } from '../vocabulary/term-index.js';
import type { Vocabulary } from '../vocabulary.js';
import type { NameRow } from './names.js';
import type { NameSort } from './words.js';

/** What a name says of its word: thousands of words are a few hundred such. */
export interface Name {
  ids: readonly string[];
  /** Null where its ending tells. */
  sort: NameSort | null;
  state: boolean;
  country: boolean;
  stem: boolean;
  /** Units before the name that are a word of their own: "لل" in "للصين". */
  before: number;
}

type NameTerm = MatchTerm & { means: Name };
type VocabularyTerm = Vocabulary['terms'][number];

/** Firms whose word about attacks on networks is news; other firms and persons do no act of state. */
const tellers = new Set(['MICROSOFT', 'GOOGLE']);

/** Names of actors in the titles of a language, as terms. Offices are heads of a phrase, which the lexicons know better; names that end in a hyphen swallow nouns. */
export function nameTermsOf(vocabulary: Pick<Vocabulary, 'terms' | 'actors'>, rows: readonly NameRow[], wanted: string): NameTerm[] {
  const isWanted = ({ lang }: { lang: string }): boolean => lang === '*' || lang === wanted;
  const countries = countryNamesIn(wanted);
  const struck = new Set(rows.filter(({ sort }) => sort === 'none').flatMap(({ lang, terms }) => terms.map((term) => `${lang} ${term}`)));
  const known = vocabulary.terms
    .filter((term) => term.sort === 'actors' && isWanted(term) && names(term, vocabulary) && !struck.has(`${term.lang} ${term.words}`))
    .map((term): NameTerm => {
      const { words, folded, lang, stem, caseSensitive, clauseStart, ids, proper = false } = term;
      const state = isState(ids, vocabulary);
      const means = { ids, sort: null, state, country: term.line === 0 || countries.has(words.toLowerCase()), stem, before: 0 };
      return { words, folded, lang, stem, caseSensitive, clauseStart, proper, means };
    });
  const added = rows
    .filter(isWanted)
    .flatMap((row) => (row.id === '' ? [] : written(row).map((term) => addedName(term, row, vocabulary, countries))));
  const all = [...added, ...known];
  if (wanted === 'de') return [...all, ...known.flatMap((term) => inGenitive(term) ?? [])];
  return wanted === 'ar' ? [...all, ...all.flatMap((term) => withoutArticle(term) ?? [])] : all;
}

/** Whether a term of the vocabulary names its actor in a clause: one of those that act, and no word that something else is meant by. */
function names({ ids, words, stem, lang }: VocabularyTerm, { actors }: Pick<Vocabulary, 'actors'>): boolean {
  const id = ids[0] ?? '';
  const kind = actors.get(id)?.kind;
  if ((kind === 'company' || kind === 'person') && !tellers.has(id)) return false;
  if ((id.startsWith('@') && id !== '@opposition') || (stem && words.endsWith('-'))) return false;
  // A people: what a Kurd does or suffers is no party's deed.
  if (id === 'KURDS') return false;
  return lang !== 'zh' || !(id === 'CN-PARTY-ORGANS' || (words.length <= 3 && /^[对訪访援驻涉反亲赴在制]/.test(words)));
}

/** "للصين": behind the preposition the article of an Arabic name loses its first letter. */
function withoutArticle(term: NameTerm): NameTerm | null {
  if (term.lang !== 'ar' || !term.words.startsWith('ال')) return null;
  const words = `ل${term.words.slice(1)}`;
  return { ...term, words, folded: foldTerm(words), means: { ...term.means, before: 2 } };
}

/** "Washingtons": a German name of a state in the genitive; stems have it already. */
function inGenitive(term: NameTerm): NameTerm | null {
  const { words, stem, means } = term;
  if (stem || !means.state || words.length < shortestGenitive || !/^[a-zäöüß]+[^sxzß]$/.test(words)) return null;
  return { ...term, words: `${words}s`, folded: foldTerm(`${words}s`) };
}

/** Shorter names with an "s" are other names: Hama, Hamas. */
const shortestGenitive = 5;

/** The terms of a row; a German name also in the genitive. */
function written({ lang, sort, terms }: NameRow): readonly string[] {
  if (lang !== 'de' || (sort !== 'name' && sort !== 'place')) return terms;
  return terms.flatMap((term) => (/[sxzß*]$/.test(term) || term.length < shortestGenitive ? [term] : [term, `${term}s`]));
}

function addedName(
  written: string,
  { id, lang, sort }: NameRow,
  vocabulary: Pick<Vocabulary, 'actors'>,
  countries: ReadonlySet<string>,
): NameTerm {
  const caseSensitive = written.startsWith('=');
  const stem = written.endsWith('*');
  const words = written.slice(caseSensitive ? 1 : 0, stem ? -1 : undefined);
  const ids = id.split('+');
  const state = isState(ids, vocabulary);
  const means = {
    ids,
    sort: sort === 'place' ? ('place' as const) : null,
    state,
    country: countries.has(words.toLowerCase()),
    stem,
    before: 0,
  };
  return { words, folded: foldTerm(words), lang, stem, caseSensitive, clauseStart: false, means };
}

function isState([first = '']: readonly string[], { actors }: Pick<Vocabulary, 'actors'>): boolean {
  return (actors.get(first)?.kind ?? 'state') === 'state';
}

/** The sort of each name that a language lists; a listed stem counts as its own words only. */
export function nameSortsOf(rows: readonly NameRow[], wanted: string): ReadonlyMap<string, NameSort> {
  const listed = new Map<string, NameSort>();
  for (const { sort, lang, terms } of rows)
    if (sort !== 'none' && (lang === wanted || lang === '*'))
      for (const term of terms) listed.set((term.startsWith('=') ? term.slice(1) : term).toLowerCase(), sort);
  return listed;
}
