// What one tells another to do in the words themselves: "Free our sailors, Kenya tells Uganda", "Kenya to Uganda: free our sailors".
import type { Phrase } from './phrase.js';
import { readPhrase } from './phrases.js';
import { isPlain, type Policy } from './policy.js';
import type { Act } from './reading.js';
import type { Word } from './words.js';

/** Verbs by which somebody is told to do something, where they open what is said. */
const orders =
  /^(?:stop|leave|free|release|return|give|hand|pay|halt|end|pull|lift|drop|respect|accept|withdraw|disarm|surrender|quit|cease|keep|stay|get|let|sign|choose|don['’]t|do not|hands off|back off|back down|lay down|stand down|pull out|get out|give up|give back|hand over|open)$/;
/** Behind these an opening word is a noun: "end of war", "return to talks". */
const nounLike = /^(?:of|in|to|for|is|are|was|date|visit|fire|policy)$/;

/** "We will not yield, Kenya tells Uganda": the refusal that a headline tells in direct speech; null for none. */
export function directRefusal(words: readonly Word[], policy: Policy): Act | null {
  const colon = words.findIndex(({ mark }) => mark === ':');
  if (colon > 0 && isOurNo(words, colon + 1)) {
    const who = readPhrase(words, 0, policy);
    const { start, end } = words[colon] as Word;
    if (who && isOne(who) && who.from === 0 && !words.slice(who.to, colon).some(({ naming }) => naming))
      return { source: who.actors[0] ?? null, action: 'reject', target: null, mode: 'done', saidBy: null, start, end };
  }
  if (!isPlain(policy)) return null;
  const at = words[0]?.mark === '"' ? 1 : 0;
  const first = words[at];
  const refuses =
    (/^(?:we|i)$/.test(first?.text ?? '') && words[at + 1]?.role?.class === 'not' && /^w(?:ill|o)/.test(words[at + 1]?.text ?? '')) ||
    (first?.text === 'no' &&
      /^(?:concessions?|compromise|surrender|retreat|deal|way|talks|negotiations?)$/.test(words[at + 1]?.text ?? ''));
  if (!refuses) return null;
  const says = words.findIndex(({ text }) => /^(?:tells|told|says|said|vows|insists)$/.test(text));
  if (says <= at + 2) return null;
  let from = says;
  while (from > 0 && !isBreak(words[from - 1] as Word)) from--;
  const who = from === 0 ? null : readPhrase(words, from, policy);
  const whole = says === words.length - 1 || (words[says]?.text ?? '').startsWith('t');
  if (!who || who.to !== says || !isOne(who) || !whole) return null;
  const { start, end } = words[says] as Word;
  return { source: who.actors[0] ?? null, action: 'reject', target: null, mode: 'done', saidBy: null, start, end };
}

/** The demand that a headline makes in direct speech; null for none. */
export function directOrder(words: readonly Word[], policy: Policy): Act | null {
  if (!isPlain(policy)) return null;
  const tells = words.findIndex(({ text }) => text === 'tells' || text === 'told');
  const colon = words.findIndex(({ mark }) => mark === ':');
  if (tells > 0 && (colon < 0 || colon < tells)) return behind(words, tells, policy);
  return colon > 0 ? before(words, colon, tells, policy) : null;
}

/** "..., Kenya tells Uganda" at the end. */
function behind(words: readonly Word[], tells: number, policy: Policy): Act | null {
  let from = tells;
  while (from > 0 && !isBreak(words[from - 1] as Word)) from--;
  if (from === 0 || !isOrder(words, 0)) return null;
  return demand(words, tells, readPhrase(words, from, policy), readPhrase(words, tells + 1, policy), words.length);
}

/** "Kenya to Uganda: ...", "Kenya tells Uganda: ..." in front. */
function before(words: readonly Word[], colon: number, tells: number, policy: Policy): Act | null {
  const says = tells > 0 ? tells : words.findIndex(({ text }) => text === 'to');
  if (says <= 0 || says > colon || !isOrder(words, colon + 1)) return null;
  return demand(words, says, readPhrase(words, 0, policy), readPhrase(words, says + 1, policy), colon);
}

function demand(words: readonly Word[], says: number, who: Phrase | null, whom: Phrase | null, end: number): Act | null {
  if (!who || !whom || who.to !== says || whom.to !== end || !isOne(who) || !isOne(whom)) return null;
  const [source = '', target = ''] = [who.actors[0], whom.actors[0]];
  const word = words[says] as Word;
  return source === target ? null : { source, action: 'demand', target, mode: 'done', saidBy: null, start: word.start, end: word.end };
}

function isOne({ head, actors, act, place, mixed }: Phrase): boolean {
  return head === 'actor' && actors.length === 1 && act === null && !place && !mixed;
}

/** Whether what opens at a word tells somebody to do something. */
function isOrder(words: readonly Word[], from: number): boolean {
  const at = words[from]?.mark === '"' ? from + 1 : from;
  if (!orders.test(words[at]?.text ?? '') || nounLike.test(words[at + 1]?.text ?? '')) return false;
  // "Free trade is dead": it tells of a thing.
  let to = at;
  while (to < words.length && !isBreak(words[to] as Word)) to++;
  return !words.slice(at + 1, to).some(({ role }) => role?.class === 'be' || (role?.form === 'F' && role.class !== 'plan'));
}

function isBreak({ mark }: Word): boolean {
  return mark === ',' || mark === ':' || mark === '"' || mark === '.' || mark === '!';
}

/** "'We will not surrender'": what somebody says of himself with a no, behind a colon. */
function isOurNo(words: readonly Word[], from: number): boolean {
  const at = words[from]?.mark === '"' ? from + 1 : from;
  const said = words
    .slice(at, at + 6)
    .map(({ text }) => text)
    .join(' ');
  return ourNo.test(said);
}

const ourNo =
  /^(?:we (?:will not|won['’]t|will never|shall not) |wir (?:werden|geben|weichen|lassen) (?:\S+ )?(?:nicht|niemals|nie)\b|nous ne .*?(?:pas|jamais)(?: |$))/;
