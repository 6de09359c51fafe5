// Verbs of a sentence that say nothing but what the noun beside them says, where that noun stands in a title.
import { rowsOf } from '../reading/text/table.js';
import { covers, type Ground } from './ground.js';
import type { Told } from './told.js';
import { stemOf } from './words.js';

/** Stems of verbs and of the nouns that say it all behind them. */
interface Courtesies {
  verbs: ReadonlySet<string>;
  nouns: ReadonlySet<string>;
}

/** Reads the table of them. */
export function readCourtesies(path: string): Courtesies {
  const rows = rowsOf(path, ['verbs', 'nouns']);
  const stems = (cell: string): string[] => cell.split('|').map(stemOf);
  return { verbs: new Set(rows.flatMap(({ verbs }) => stems(verbs))), nouns: new Set(rows.flatMap(({ nouns }) => stems(nouns))) };
}

/** Verbs that say nothing but what the noun behind them says: "imposed a record fine" is "fined". */
const carriers = new Set(
  'impose pay hit face carry conduct stage draw deal slap undertake hand issue lodge file mount wage'.split(' ').map(stemOf),
);
const carriedWithin = 8;
/** They say still less: "put an end to", "lay siege to", "brought to a standstill"; "attack launched" from behind. */
const light = new Set('put bring lay'.split(' ').map(stemOf));
const behindDeeds = new Set('launch stage mount commit lodge'.split(' ').map(stemOf));
const lightWithin = 4;

/** "declared the treaty void": what it is declared says it all. */
const outcomes = new Set('void invalid null illegal unlawful unconstitutional'.split(' '));
const declaring = new Set('declare rule find pronounce'.split(' ').map(stemOf));

/** Whether the word at a position says nothing but what others that stand say: "put an end to", "sent their congratulations". */
export function isLight(own: Told, index: number, ground: Ground, courtesies: Courtesies): boolean {
  const stem = own.words[index]?.stem ?? '';
  if (courtesies.verbs.has(stem) && isCourtesy(own, index, ground, courtesies)) return true;
  if (declaring.has(stem)) {
    const behind = own.words.slice(index + 1, index + 1 + carriedWithin).findIndex(({ plain }) => outcomes.has(plain));
    if (behind >= 0 && ground.holds(own, index + 1 + behind)) return true;
  }
  const isHeld = (at: number): boolean => own.hits.some((hit) => covers(hit, at) && !hit.narrower && ground.rows.has(hit.row));
  if (behindDeeds.has(stem)) return isHeld(index - 1);
  return light.has(stem) && own.words.slice(index + 1, index + 1 + lightWithin).some((_, far) => isHeld(index + 1 + far));
}

/** "sent their congratulations": what is sent stands, whose and what sort it is between. */
function isCourtesy(own: Told, index: number, ground: Ground, { nouns }: Courtesies): boolean {
  const behind = own.words.slice(index + 1, index + 1 + lightWithin);
  const far = behind.findIndex(({ stem }) => nouns.has(stem));
  if (far < 0 || behind.slice(0, far).some(({ plain }) => /^(?:and|or|to|of|for|with|from|in|on|at|by|over|that|which|who)$/.test(plain)))
    return false;
  return ground.holds(own, index + 1 + far);
}

/** "imposed a record fine" where the fine stands. */
export function carries(own: Told, index: number, ground: Ground): boolean {
  if (!carriers.has(own.words[index]?.stem ?? '')) return false;
  return own.words
    .slice(index + 1, index + 1 + carriedWithin)
    .some((_, far) => own.hits.some((hit) => covers(hit, index + 1 + far) && !hit.narrower && ground.rows.has(hit.row)));
}
