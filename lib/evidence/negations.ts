// Words by which a deed is told as not to be, not done any more, or done only if another is not.
import type { Hit } from './concepts.js';
import type { Scope } from './scopes.js';
import type { Told } from './told.js';

/** "warned against sending troops" says that none are to be sent. */
export const against = /\b(?:warn|advis|caution|vot|decid|speak|spok|argu|campaign|rul)\p{Ll}*\b.*\bagainst\b/iu;

/** "no Kenyan troops remain" of those that are withdrawn, "no longer faces charges" of those that are dropped. */
const noLonger = /\bno longer\b|\bno\s(?:\p{L}+\s){0,4}(?:remain|are left|is left)/iu;
const ended: ReadonlySet<string> = new Set([
  'retreat',
  'recall',
  'withdraw',
  'drop',
  'cancel',
  'lift',
  'leave',
  'end',
  'stop',
  'abolish',
  'fall',
  ...['close', 'ban', 'block', 'suspend', 'freeze', 'revoke', 'strip'],
]);

/** "may no longer use" of what is closed to him, not "no longer closes". */
export function isNoLonger(own: Told, rows: ReadonlySet<string>): boolean {
  const found = noLonger.exec(own.text);
  if (!found || ![...rows].some((row) => ended.has(row))) return false;
  const behind = own.words.findIndex(({ start }) => start >= found.index + found[0].length);
  return !own.hits.some(({ row, from }) => (from === behind || from === behind + 1) && ended.has(row) && rows.has(row));
}

/** How titles say so. */
export const opposed =
  /\b(?:against|gegen|contra|contre|warn\p{L}* vor|warnt \p{L}+ vor|déconseill\p{L}*)(?!\p{L})|против|предостерега|反对|ضد|معارض|حذر\p{L}*\s(?:\p{L}+\s)?من/iu;

/** "unless they are handed over": if they are not. */
export function unlessIn(quoted: string): boolean {
  return /\b(?:unless|until|till|before)\b|\b(?:bevor|ehe|avant|antes)\b|прежде|до того|之前|قبل|es sei denn|\bbis\b|sauf si|jusqu|a menos que|hasta|если не|пока|除非|直到|إلا إذا|حتى/iu.test(
    quoted,
  );
}

/** "without a ransom" of a ransom that a title tells of. */
export function isWithoutHeld({ to, start }: Hit, { told }: Scope, title: Scope): boolean {
  // "after years without ties" tells what was.
  if (/\b(?:years?|century|decades?|months?|weeks?|days?)\s$/i.test(told.text.slice(0, start))) return false;
  if (!/^without\b/i.test(told.text.slice(start)) || title.told.marks.some(({ row }) => row === 'not')) return false;
  const at = /^(?:an?|the|any)$/.test(told.words[to]?.plain ?? '') ? to + 1 : to;
  // "unpaid" has no pay either.
  const isLacking = ({ start }: Hit): boolean => /^(?:un|non)/i.test(title.told.text.slice(start));
  const theirs = new Set(title.told.hits.flatMap((hit) => (isLacking(hit) ? [] : [hit.row])));
  return told.hits.some(({ row, from }) => from === at && theirs.has(row));
}
