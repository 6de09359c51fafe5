// "Truce agreed between Athens and Cairo", "Между Афинами и Каиром достигнуто перемирие": what two have between them, told by a noun and a
// word that says that it came off or goes on, with nobody named as doing it.
import { isIn } from './groups.js';
import type { Policy } from './policy.js';
import type { Act } from './reading.js';
import { has, isPredicate } from './word-classes.js';
import type { Word } from './words.js';

type Deed = Extract<Act['action'], 'agree_or_sign' | 'negotiate'>;

/** A pact that is called by its year is of long ago. */
const year = /^(?:1[89]|20)\d\d$/;

/** The noun stands within so many words of the pair, in front or behind. */
const furthest = 4;

/** The acts, with what two are told to have between them; the same acts where nothing certain is, or it was told already. */
export function withPact(acts: readonly Act[], words: readonly Word[], policy: Policy): readonly Act[] {
  if (words.some(isOpen) || words.some(({ text }) => year.test(text))) return acts;
  const pair = policy.spaced ? pairBehind(words) : pairInFront(words);
  if (!pair) return acts;
  const { one, other, from, to } = pair;
  const at = nounBeside(words, from, to, policy);
  const action = words[at]?.role?.action;
  if (action !== 'agree_or_sign' && action !== 'negotiate') return acts;
  const signed = words[at]?.role?.class !== 'noun' && words[at]?.role?.form === 'P';
  if (!signed && !isThere(words, Math.min(at, from), Math.max(at + 1, to), action)) return acts;
  const half = (act: Act): boolean => act.action === action && act.target === null && (act.source === one || act.source === other);
  if (acts.some((act) => (act.action === 'agree_or_sign' || act.action === 'negotiate') && !half(act))) return acts;
  const { start, end } = words[at] as Word;
  const told = { action, mode: 'done' as const, saidBy: null, start, end };
  return [...acts.filter((act) => !half(act)), { ...told, source: one, target: other }, { ...told, source: other, target: one }];
}

/** Two named together, and from which word to which. */
interface Pair {
  one: string;
  other: string;
  from: number;
  to: number;
}

/** "between Athens and Cairo", "by Athens and Cairo", "between rebels and the Yemeni government" */
function pairBehind(words: readonly Word[]): Pair | null {
  const from = words.findIndex((word, at) => joins(word, words, at));
  const one = from < 0 ? null : nameAt(words, from + 1);
  const other = one && has(words[one.to], 'and') ? nameAt(words, one.to + 1) : null;
  if (!one || !other) return null;
  // "between Minsk, Kyiv and Moscow", "between Iran and a US firm"
  const next = words[other.to];
  if (next && (next.naming || next.mark === "'s" || has(next, 'and') || (next.mark === '' && has(next, 'official')))) return null;
  return pairOf(one.word, other.word, from, other.to);
}

/** A name with its office, if any, and where it ends: "Sudan's army", "the Yemeni government", "الحكومة اليمنية"; null for none. */
function nameAt(words: readonly Word[], from: number): { word: Word; to: number } | null {
  let at = passArticle(words, from);
  if (has(words[at], 'official') && !words[at]?.naming) {
    at = passArticle(words, at + 1);
    const word = words[at];
    return word?.naming?.sort === 'adjective' ? { word, to: at + 1 } : null;
  }
  const word = words[at];
  if (!word?.naming) return null;
  const office = words[at + 1]?.mark === "'s" ? at + 2 : at + 1;
  if (has(words[office], 'official')) return { word, to: office + 1 };
  const own = word.naming.sort === 'name' || word.naming.sort === 'place' || !word.naming.state;
  return own && office === at + 1 ? { word, to: at + 1 } : null;
}

function joins({ role }: Word, words: readonly Word[], at: number): boolean {
  if (role?.class !== 'prep') return false;
  return role.frame[0] === 'between' || (role.frame[0] === 'by' && isIn(words[at - 1], 'concluding'));
}

/** "泰国与柬埔寨停火协议达成": two at the head of a clause. */
function pairInFront(words: readonly Word[]): Pair | null {
  for (let at = 0; at < words.length; at++) {
    if (words[at]?.naming?.ids.length === 2 && (at === 0 || words[at - 1]?.mark !== '')) {
      const [one = '', other = ''] = words[at]?.naming?.ids ?? [];
      return { one, other, from: at, to: at + 1 };
    }
    const link = words[at + 1]?.role;
    const joined = link?.class === 'and' || (link?.class === 'prep' && link.frame[0] === 'with');
    if (joined && isName(words[at]) && isName(words[at + 2]) && (at === 0 || words[at - 1]?.mark !== ''))
      return pairOf(words[at], words[at + 2], at, at + 3);
  }
  return null;
}

function isName(word: Word | undefined): boolean {
  return word?.naming?.sort === 'name' || word?.naming?.sort === 'place';
}

function pairOf(one: Word | undefined, other: Word | undefined, from: number, to: number): Pair | null {
  const [a, b] = [one?.naming, other?.naming];
  if (a?.ids.length !== 1 || b?.ids.length !== 1 || a.ids[0] === b.ids[0]) return null;
  return { one: a.ids[0] as string, other: b.ids[0] as string, from, to };
}

function passArticle(words: readonly Word[], at: number): number {
  return words[at]?.role?.class === 'the' ? at + 1 : at;
}

/** The noun that stands before the pair with at most a participle between, or right behind it; -1 for none. */
function nounBeside(words: readonly Word[], from: number, to: number, { idafa }: Policy): number {
  for (let at = from - 1; at >= Math.max(0, from - furthest); at--) {
    if (words[at]?.mark !== '' || words[at]?.naming) break;
    if (words[at]?.role?.class === 'noun' || isSigned(words[at], idafa)) return at;
  }
  for (let at = to; at < Math.min(words.length, to + furthest); at++) {
    const word = words[at] as Word;
    if (word.mark !== '' || word.naming) break;
    if (word.role?.class === 'noun') return at;
    if (isPredicate(word.role) && !isIn(word, 'concluding') && !isIn(word, 'resuming')) break;
  }
  return -1;
}

/** "alcanzada una tregua", "تبادل أسرى": a participle or a verbal noun that tells the pact itself. */
function isSigned(word: Word | undefined, idafa: boolean): boolean {
  return word?.role?.action === 'agree_or_sign' && (idafa || word.role.form === 'P');
}

/** Whether a word of the same clause says that it came off, or that it goes on ("begin to falter", "reached its limits" do not); what is told under somebody's mediation is there. */
function isThere(words: readonly Word[], from: number, to: number, action: Deed): boolean {
  if (isIn(words[0], 'mediating') || isIn(words[1], 'mediating')) return true;
  const group = action === 'negotiate' ? 'resuming' : 'concluding';
  let [begin, end] = [from, to];
  while (begin > 0 && words[begin - 1]?.mark === '') begin--;
  while (end < words.length && words[end]?.mark === '') end++;
  const clause = words.slice(begin, end);
  if (clause.some(({ role }, at) => isPredicate(role) && !isIn(clause[at], 'concluding') && !isIn(clause[at], 'resuming'))) return false;
  return clause.some((word, at) => isIn(word, group) && !has(clause[at + 1], 'the') && clause[at + 1]?.text !== 'to');
}

const leftOpen: ReadonlySet<string> = new Set(['may', 'not', 'hush', 'deny', 'plan', 'undo', 'refuse', 'urge', 'call', 'say']);

/** A word that leaves it open whether it is so. */
function isOpen(word: Word): boolean {
  if (leftOpen.has(word.role?.class ?? '') || word.role?.form === 'U' || word.mark === '?' || word.mark === ':') return true;
  return isIn(word, 'undone') || isIn(word, 'unmade') || isIn(word, 'awaited') || isIn(word, 'fruitless');
}
