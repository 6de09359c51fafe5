// Who is named in an English sentence without being a party of its verb: who helps, whose ground something stands on, whose war it is over, of
// which land an office-holder is.
import type { Mention } from './actors.js';
import { doneAt } from './finite.js';
import { marksIn, type Scope } from './scopes.js';
import type { Told } from './told.js';

/** Whether a mention only helps ("with the Red Cross's assistance"), or is whose ground it is ("on Benin's soil"). */
export function isAside({ text, lang }: Told, { start, end }: Mention): boolean {
  if (lang !== 'en') return false;
  const [before, behind] = [text.slice(0, start), text.slice(end)];
  return (
    (/\bwith\s(?:the\s)?$/i.test(before) && /^['’]s?\s(?:assistance|help|mediation|support|backing|aid|blessing)\b/.test(behind)) ||
    (/\bon\s(?:the\s)?$/i.test(before) && /^(?:['’]s?)?\s(?:soil|territory|land|coast|shores?|streets|side of)\b/.test(behind)) ||
    (/\bunder\s$/i.test(before) && /^\s(?:control|occupation|rule|administration)\b/.test(behind)) ||
    /^-(?:controlled|occupied|held|ruled|run)\b/i.test(behind) ||
    (/\b(?:over|amid|after|during|about)\s(?:the\s)?$/i.test(before) && /^(?:['’]s?)?\s(?:war|conflict|crisis|talks|row)\b/.test(behind))
  );
}

/** "Vermont Congressman Peter Welch", "Turkish President Erdogan": of what land he is. */
export function isOfTheLand(between: string): boolean {
  return /^\s(?:\p{Lu}[\p{L}.]*\s){1,3}$/u.test(between);
}

const auxiliary = /^(?:is|are|was|were|has|have|had|will|would|may|might|could|can|should|must|do|does|did)$/;

/** "House Democrats intend to publish Facebook ads linked to Russia": who is named first stands behind the verb, in no passive, and does nothing. */
export function isBehindVerb(scope: Scope, { from }: Mention): boolean {
  const { told, start, end } = scope;
  if (told.lang !== 'en' || marksIn(scope, 'by', 'underwent').length > 0) return false;
  const isIn = (at: number): boolean => (told.words[at]?.start ?? end) < end && (told.words[at]?.start ?? 0) >= start;
  const verbs = [
    ...doneAt(told),
    ...[...told.words.keys()].filter((at) => auxiliary.test(told.words[at]?.plain ?? '')),
    ...marksIn(scope, 'yet', 'refuse').map((mark) => mark.from),
  ].filter((at) => isIn(at) && told.words[at]?.start !== start);
  const first = Math.min(...verbs);
  return first < from && !told.actors.some((mention) => mention.start >= start && mention.from < first);
}

/** "were killed in an American strike": whose strike it is does it. */
export function strikerIn({ text, lang }: Told, start: number, named: readonly Mention[]): number {
  if (lang !== 'en') return -1;
  return named.findIndex(
    (mention) =>
      /\b(?:was|were|been|being|are|is)\s(?:\p{L}+\s){0,2}\p{L}+\s(?:[^,;:]*\s)?in\s(?:an?\s|the\s)?(?:\p{Ll}+\s){0,2}$/iu.test(
        text.slice(start, mention.start),
      ) && strikes.test(text.slice(mention.end)),
  );
}

const strikes = /^(?:['’]s)?\s(?:\p{Ll}+\s)?(?:(?:air)?strikes?|(?:air\s)?raids?|attacks?|shelling|bombing|bombardments?|ambush|fire)\b/u;

const meeting: ReadonlySet<string> = new Set(['meet', 'clash', 'collide']);

/** Who else he is, and what makes the verb. */
const upToVerb = /^(?:['’]s)?\s(?:\p{Lu}\S*\s|(?:prime|foreign|defence|minister|president|leader|has|have|had|will|also)\s)*$/u;

/** "Pakistan's prime minister has met Xi": either may be named first. */
export function areMeeting({ text, hits }: Told, one: Mention, other: Mention): boolean {
  return hits.some(
    ({ row, start, end }) => meeting.has(row) && start >= one.end && end <= other.start && upToVerb.test(text.slice(one.end, start)),
  );
}
