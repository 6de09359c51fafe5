// Verbs of a sentence that say nothing but what the noun beside them says, where that noun stands in a title.
import { rowsOf } from '../reading/text/table.js';
import { covers, type Ground } from './ground.js';
import type { Told } from './told.js';
import { stemOf } from './words.js';

/** Stems of verbs and of the nouns that say it all behind them, or words: see tables/light.tsv. */
interface LightVerbs {
  noun: ReadonlySet<string>;
  nouns: ReadonlySet<string>;
  deed: ReadonlySet<string>;
  little: ReadonlySet<string>;
  behind: ReadonlySet<string>;
  without: ReadonlySet<string>;
  declare: ReadonlySet<string>;
  /** As they stand, not their stems. */
  declared: ReadonlySet<string>;
}

/** Reads the table of them. */
export function readLightVerbs(path: string): LightVerbs {
  const rows = rowsOf(path, ['kind', 'verbs', 'nouns']);
  const words = (wanted: string, column: 'verbs' | 'nouns'): string[] =>
    rows.flatMap((row) => (row.kind === wanted ? row[column].split('|') : []));
  const stems = (wanted: string, column: 'verbs' | 'nouns' = 'verbs'): Set<string> => new Set(words(wanted, column).map(stemOf));
  return {
    ...{ noun: stems('noun'), nouns: stems('noun', 'nouns'), deed: stems('deed'), little: stems('little'), behind: stems('behind') },
    without: stems('without'),
    ...{ declare: stems('declare'), declared: new Set(words('declare', 'nouns')) },
  };
}

const carriedWithin = 8;
const lightWithin = 4;

/** Whether the word at a position says nothing but what others that stand say: "put an end to", "sent their congratulations". */
export function isLight(own: Told, index: number, ground: Ground, verbs: LightVerbs): boolean {
  const stem = own.words[index]?.stem ?? '';
  if (verbs.noun.has(stem) && isCourtesy(own, index, ground, verbs)) return true;
  if (verbs.declare.has(stem)) {
    const behind = own.words.slice(index + 1, index + 1 + carriedWithin).findIndex(({ plain }) => verbs.declared.has(plain));
    if (behind >= 0 && ground.holds(own, index + 1 + behind)) return true;
  }
  const isHeld = (at: number): boolean => own.hits.some((hit) => covers(hit, at) && !hit.narrower && ground.rows.has(hit.row));
  if (verbs.behind.has(stem)) return isHeld(index - 1);
  if (verbs.without.has(stem) && own.words[index - 1]?.plain === 'without')
    return isDenied(ground) && own.words.slice(index + 1, index + 1 + lightWithin).some((_, far) => isHeld(index + 1 + far));
  return verbs.little.has(stem) && own.words.slice(index + 1, index + 1 + lightWithin).some((_, far) => isHeld(index + 1 + far));
}

/** A title tells of something that is not, or of what there is none of. */
function isDenied({ rows, titles }: Ground): boolean {
  return rows.has('without') || titles.some(({ marks }) => marks.some(({ row }) => row === 'not'));
}

/** "sent their congratulations": what is sent stands, whose and what sort it is between. */
function isCourtesy(own: Told, index: number, ground: Ground, { nouns }: LightVerbs): boolean {
  const behind = own.words.slice(index + 1, index + 1 + lightWithin);
  const far = behind.findIndex(({ stem }) => nouns.has(stem));
  if (far < 0 || behind.slice(0, far).some(({ plain }) => /^(?:and|or|to|of|for|with|from|in|on|at|by|over|that|which|who)$/.test(plain)))
    return false;
  return ground.holds(own, index + 1 + far);
}

/** "imposed a record fine" where the fine stands. */
export function carries(own: Told, index: number, ground: Ground, { deed }: LightVerbs): boolean {
  if (!deed.has(own.words[index]?.stem ?? '')) return false;
  return own.words
    .slice(index + 1, index + 1 + carriedWithin)
    .some((_, far) => own.hits.some((hit) => covers(hit, index + 1 + far) && !hit.narrower && ground.rows.has(hit.row)));
}
