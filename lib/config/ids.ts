// Actors and actions in theaters and event types that the gate's vocabulary does not have. They could never be hit, and what was meant
// would be missed in silence. Of the vocabulary only the ids are read: all of it would take longer than a start may.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countries } from './codes.js';
import { type Amiss, didYouMean } from './problems.js';
import type { VocabularySettings } from './vocabulary.js';

/** Where the vocabulary stands below the project's root. */
const vocabularyFolder = 'lib/vocabulary/terms';

interface Given {
  theaters: Record<string, { actors: readonly string[]; mechanisms?: readonly string[] | undefined }>;
  event_types: Record<string, { mechanisms: readonly string[] }>;
  vocabulary: VocabularySettings;
}

/** In the order of the file. Reads nothing where there is nothing to compare. */
export function unknownIds({ theaters, event_types, vocabulary }: Given, root: string): Amiss[] {
  if (Object.keys(theaters).length === 0 && Object.keys(event_types).length === 0) return [];
  const known = {
    actors: idsOf('actors', vocabulary, root),
    mechanisms: idsOf('mechanisms', vocabulary, root),
  };
  const check = (sort: keyof typeof known, ids: readonly string[], at: (string | number)[]): Amiss[] =>
    ids.flatMap((id, index) => {
      if (known[sort].has(id)) return [];
      const allowed = `${oneOf[sort]} of the gate's vocabulary (${vocabularyFolder}/${sort}-*.tsv, or added under vocabulary)`;
      return [{ path: [...at, sort, index], found: JSON.stringify(id), allowed: `${allowed}${meant(id, known[sort])}` }];
    });
  return [
    ...Object.entries(theaters).flatMap(([name, { actors, mechanisms = [] }]) => [
      ...check('actors', actors, ['theaters', name]),
      ...check('mechanisms', mechanisms, ['theaters', name]),
    ]),
    ...Object.entries(event_types).flatMap(([name, { mechanisms }]) => check('mechanisms', mechanisms, ['event_types', name])),
  ];
}

const oneOf = { actors: 'an actor', mechanisms: 'an action' } as const;

/** Ids with the name of the actor, where the file gives one. Every country is an actor. */
function idsOf(sort: 'actors' | 'mechanisms', { add }: VocabularySettings, root: string): Map<string, string> {
  const folder = join(root, vocabularyFolder);
  const known = new Map<string, string>(sort === 'actors' ? [...countries].map((code) => [code, '']) : []);
  for (const file of readdirSync(folder).filter((name) => name.startsWith(`${sort}-`) && name.endsWith('.tsv'))) {
    const [, ...rows] = readFileSync(join(folder, file), 'utf8')
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '' && !line.startsWith('#'));
    for (const row of rows) {
      const [id = '', , name = ''] = row.split('\t');
      for (const one of id.trim().split('+')) known.set(one, known.get(one) || (sort === 'actors' ? name.trim() : ''));
    }
  }
  for (const one of add) if (one.sort === sort) for (const id of one.id.split('+')) known.set(id, one.name ?? '');
  return known;
}

/** By the actor's name ("Serbia" is RS), else by a slip in the id. */
function meant(given: string, known: ReadonlyMap<string, string>): string {
  const regions = new Intl.DisplayNames('en', { type: 'region' });
  const nameOf = (id: string, name: string): string => name || (countries.has(id) ? (regions.of(id) ?? '') : '');
  const named = [...known].find(([id, name]) => nameOf(id, name).toLowerCase() === given.toLowerCase());
  return named ? `; did you mean "${named[0]}"?` : didYouMean(given, [...known.keys()]);
}
