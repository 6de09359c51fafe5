// Who signs a headline behind what he says: "...: IAEA", "... — Kremlin", "...: Macron - War on Gaza".
import type { Mention } from './actors.js';
import { bodies, offices, ranks } from './plain-words.js';
import type { Told } from './told.js';

/** The clause that names who says all before it, and those named in it; "...: report" names nobody. */
interface Signature {
  index: number;
  speakers: readonly Mention[];
}

const mostWords = 5;
const mostOfSection = 4;
/** Words before it at least: "Trump: Iran" signs nothing. */
const leastBefore = 4;
const small: ReadonlySet<string> = new Set('of the and for s former ex de la del du des von der'.split(' '));

const known = new WeakMap<Told, Signature | null>();

/** Null where nobody signs. Behind the signature a site's own sections may stand: "- Region - World", "| Daily Post". */
export function signatureOf(told: Told): Signature | null {
  const before = known.get(told);
  if (before !== undefined) return before;
  const found = find(told);
  known.set(told, found);
  return found;
}

function find(told: Told): Signature | null {
  const { clauses } = told;
  for (let index = clauses.length - 1; index > 0; index--) {
    const clause = clauses[index];
    const sign = clauses[index - 1]?.sign ?? '';
    if (!clause || clause.from < leastBefore) return null;
    if (/^[:：–—-]$/.test(sign) && signs(told, clause, sign)) {
      const named = told.actors.filter(({ from, to }) => from >= clause.from && to <= clause.to);
      return { index, speakers: named };
    }
    if (!/^[-|]$/.test(sign) || clause.to - clause.from > mostOfSection) return null;
  }
  return null;
}

/** Nothing but names, and what those named are. "... - Israel" is a section of the site. */
function signs(told: Told, { from, to }: { from: number; to: number }, sign: string): boolean {
  if (to - from > mostWords) return false;
  const named = told.actors.filter((mention) => mention.from >= from && mention.to <= to && !mention.within);
  const sayers = told.marks.filter((mark) => mark.row === 'sayer' && mark.from >= from && mark.to <= to);
  const isRank = (at: number): boolean => ranks.has(told.words[at]?.stem ?? '');
  const positions = Array.from({ length: to - from }, (_, at) => from + at);
  const hasRank = positions.some(isRank);
  if (named.length === 0 && sayers.length === 0 && !hasRank) return false;
  if (sign === '-' && sayers.length === 0 && !hasRank && named.every(({ plain, place, seat }) => (plain && !seat) || place)) return false;
  if (named.length > 0 && sayers.length === 0 && !hasRank && named.every(({ place }) => place)) return false;
  return positions.every((at) => {
    const word = told.words[at];
    if (!word) return false;
    if (named.some((one) => one.from <= at && at < one.to) || sayers.some((one) => one.from <= at && at < one.to)) return true;
    if (isRank(at) || bodies.has(word.stem) || offices.has(word.plain) || small.has(word.plain)) return true;
    return word.capital && !told.hits.some((hit) => hit.from <= at && at < hit.to);
  });
}
