// Who is named in a text, under any name the vocabulary or the reader's list of places has, and by what sort of name: one that any other name
// of the same actor may stand for ("Moscow", "Russian"), or one that names more than the actor (a person, an office, a town).
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { foldTerm } from '../language/fold.js';
import { nameSortOf, readNames } from '../reading/names.js';
import { rowsOf } from '../reading/text/table.js';
import { countryNamesIn } from '../vocabulary/country-names.js';
import { makeTermMatcher } from '../vocabulary/matcher.js';
import type { MatchTerm } from '../vocabulary/term-index.js';
import type { Vocabulary } from '../vocabulary.js';
import { readStateNames } from './states.js';
import type { FoldedWord } from './words.js';

/** An actor named in a text; positions are among its words, `to` behind the last. */
export interface Mention {
  ids: readonly string[];
  from: number;
  to: number;
  /** Where it stands, in UTF-16 units. */
  start: number;
  end: number;
  /** As the text has it. */
  text: string;
  /** Every name of the actor says the same. */
  plain: boolean;
  /** A town or region of the actor. */
  place: boolean;
  /** A capital that stands for its state: "Tehran". */
  seat: boolean;
  /** It is part of what something else is called: "Sea of Japan", "Russian-speaking". */
  within: boolean;
}

type Name = MatchTerm & { ids: readonly string[]; country: boolean; kind: string; place: boolean };
export type FindActors = (text: string, words: readonly FoldedWord[], lang: string) => Mention[];

/** Builds the finder. `lexicon` is the reader's folder of lexicons, `tables` this room's. */
export function makeActors(vocabulary: Pick<Vocabulary, 'terms' | 'actors'>, lexicon: string, tables: string): FindActors {
  const known = [...ofVocabulary(vocabulary), ...places(lexicon), ...besides(tables)];
  const seats = new Map<string, Set<string>>();
  for (const { id, words } of rowsOf(join(tables, 'seats.tsv'), ['id', 'words']))
    for (const word of words.split('|')) seats.set(word, (seats.get(word) ?? new Set()).add(id));
  const match = makeTermMatcher([...known, ...unknownSeats(seats, known)]);
  const countries = new Map<string, ReadonlySet<string>>();
  const countriesIn = (lang: string): ReadonlySet<string> => {
    const names = countries.get(lang) ?? countryNamesIn(lang);
    countries.set(lang, names);
    return names;
  };
  const names = new Map([...vocabulary.actors].map(([id, { name }]) => [id, name.toLowerCase()]));
  return (text, words, lang) =>
    ofOwnState(
      joined(
        match(text, lang).matches.flatMap(({ term, start, end }): Mention[] => {
          const from = words.findIndex((word) => word.end > start);
          if (from < 0) return [];
          let to = from;
          while (to < words.length && (words[to]?.start ?? end) < end) to++;
          const written = text.slice(start, end);
          // "South Sudanese forces" names its state by an adjective; the words behind it are judged by themselves.
          const head = lang === 'en' ? written.replace(/(?:\s\p{Ll}+)+$/u, '') : written;
          const sort = nameSortOf(head, lang, none, term.kind === 'state', term.country);
          const organisation = term.kind === 'organisation' || term.kind === 'movement';
          const seat = term.ids.some((id) => seats.get(written.toLowerCase())?.has(id));
          const isCountry = countriesIn(lang).has(written.toLowerCase()) || commonNames.has(written.toLowerCase());
          const isDisplayName = term.ids.some((id) => names.get(id) === written.toLowerCase());
          const plain =
            seat ||
            isCountry ||
            (lang === 'en' && term.kind === 'state' && term.ids.some((id) => isAdjectiveOf(head, names.get(id) ?? ''))) ||
            (!term.place && (term.country || isDisplayName || organisation || sort === 'adjective' || sort === 'folk' || isAcronym(head)));
          return [
            { ids: term.ids, from, to, start, end, text: written, plain, place: term.place, seat, within: isWithin(text, start, end) },
          ];
        }),
      ),
    );
}

/** Names of states that lists of states spell out: "Syrien, Arabische Republik". */
const commonNames: ReadonlySet<string> = new Set(['syrien', 'moldau', 'palästina', 'corea del norte', 'netherlands', 'the netherlands']);

/** "Sea of Japan" is not Japan, a "Russian-speaking" gang or a "Serb-run" office no organ of the state. */
function isWithin(text: string, start: number, end: number): boolean {
  return (
    /(?:\b(?:Sea|Gulf|Strait|Straits|Bay|Channel) of(?: the)?\s|\b(?:mer|golfe|détroit) d[eu']\s?|\b(?:mar|golfo|estrecho) de\s|море\s)$/iu.test(
      text.slice(0, start),
    ) ||
    /^-(?:speaking|language|run|born|style|held|majority|owned|flagged|made)\b/i.test(text.slice(end)) ||
    /^\s(?:Sea|Gulf|Strait|Channel)\b/.test(text.slice(end))
  );
}

/** "Venezuelan" of "venezuela", "Mexican" of "mexico". */
function isAdjectiveOf(written: string, country: string): boolean {
  const stem = country.slice(0, Math.max(4, country.length - 2));
  return country.length >= 4 && /^\p{Lu}\p{Ll}+(?:n|ne|i|ese|ish)$/u.test(written) && written.toLowerCase().startsWith(stem);
}

/** The state whose organ an actor is: that of US-CONGRESS is US. */
function homesOf(id: string): string[] {
  return /^[A-Z]{2}-/.test(id) ? [id.slice(0, 2)] : [];
}

/** Bodies that more than one state has: "the Senate" where only the Philippines are named. */
const organs: ReadonlySet<string> = new Set(['senate', 'congress', 'supreme court', 'house of representatives', 'treasury', 'coast guard']);

/** A body of no named state is of the state that the text names, where it names one alone and not the one that the vocabulary takes it for. */
function ofOwnState(mentions: readonly Mention[]): Mention[] {
  const isOrgan = ({ text }: Mention): boolean => organs.has(text.toLowerCase());
  if (!mentions.some(isOrgan)) return [...mentions];
  const states = new Set(mentions.filter((one) => !isOrgan(one)).flatMap(({ ids }) => ids.map((id) => id.slice(0, 2))));
  const [only = ''] = states;
  if (states.size !== 1 || !/^[A-Z]{2}$/.test(only)) return [...mentions];
  return mentions.map((one) => (isOrgan(one) ? { ...one, ids: [only] } : one));
}

/** Names that two lists have are one mention. */
function joined(mentions: readonly Mention[]): Mention[] {
  const bySpan = new Map<number, Mention>();
  for (const mention of mentions) {
    const before = bySpan.get(mention.start);
    const ids = [...new Set([...(before?.ids ?? []), ...mention.ids, ...mention.ids.flatMap(homesOf)])];
    bySpan.set(mention.start, {
      ...mention,
      ids,
      // "Oregon" is no other name of the states of the US.
      plain: (mention.plain || before?.plain === true) && !ids.some((id) => id.endsWith('-STATES')),
      place: mention.place || before?.place === true,
      seat: mention.seat || before?.seat === true,
    });
  }
  return [...bySpan.values()];
}

const none: Parameters<typeof nameSortOf>[2] = new Map();

function isAcronym(written: string): boolean {
  return /^\p{Lu}{2,4}$/u.test(written);
}

function ofVocabulary({ terms, actors }: Pick<Vocabulary, 'terms' | 'actors'>): Name[] {
  return terms
    .filter(({ sort, ids }) => sort === 'actors' && !ids[0]?.startsWith('@'))
    .map(({ words, folded, lang, stem, caseSensitive, clauseStart, ids, line }) => {
      const kind = actors.get(ids[0] ?? '')?.kind ?? 'state';
      return { words, folded, lang, stem, caseSensitive, clauseStart, ids, kind, country: line === 0, place: false };
    });
}

/** Seats in several words that are nothing else. */
const multiWord: ReadonlySet<string> = new Set([
  'port-au-prince',
  'santo domingo',
  'port moresby',
  'port vila',
  'port of spain',
  'san jose',
  'phnom penh',
  'port louis',
  'sao tome',
  'dr congo',
  'democratic republic of congo',
  'democratic republic of the congo',
]);

/** Seats of governments that neither list has, because their names have others too: "Santiago". */
function unknownSeats(seats: ReadonlyMap<string, ReadonlySet<string>>, known: readonly Name[]): Name[] {
  const had = new Set(known.filter(({ lang }) => lang === 'en' || lang === '*').map(({ folded }) => folded));
  return [...seats].flatMap(([words, ids]) => {
    const folded = foldTerm(words);
    const term = { words, folded, lang: 'en', stem: false, caseSensitive: false, clauseStart: false };
    return had.has(folded) || (words.includes(' ') && !multiWord.has(folded))
      ? []
      : [{ ...term, ids: [...ids], kind: 'state', country: false, place: false }];
  });
}

/** Names of states that only the check knows. */
function besides(tables: string): Name[] {
  return readStateNames(tables).map(({ id, lang, words, stem }): Name => {
    const marks = { stem, caseSensitive: false, clauseStart: false };
    return { words, folded: foldTerm(words), lang, ...marks, ids: [id], kind: 'state', country: true, place: false };
  });
}

/** Towns and regions with their states; names that only the reader knows. */
function places(lexicon: string): Name[] {
  const files = readdirSync(lexicon).filter((file) => /^names(?:-[a-z]+)?\.tsv$/.test(file));
  return files
    .flatMap((file) => readNames(file, readFileSync(join(lexicon, file), 'utf8')))
    .filter(({ id, sort }) => id !== '' && !id.startsWith('@') && sort !== 'none')
    .flatMap(({ id, sort, lang, terms }) =>
      terms.map((written): Name => {
        const caseSensitive = written.startsWith('=');
        const stem = written.endsWith('*');
        const words = written.slice(caseSensitive ? 1 : 0, stem ? -1 : undefined);
        const marks = { stem, caseSensitive, clauseStart: false };
        return {
          words,
          folded: foldTerm(words),
          lang,
          ...marks,
          ids: id.split('+'),
          kind: 'state',
          country: sort !== 'place',
          place: sort === 'place',
        };
      }),
    );
}
