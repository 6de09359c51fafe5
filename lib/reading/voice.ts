// Whether a participle makes its subject the one acted upon: "Convoy ambushed in ..." does, "Rebels ambushed a convoy" does not.
import type { Action } from './actions.js';
import { type Draft, sourceOf } from './drafts.js';
import { isIn } from './groups.js';
import type { Entry } from './lexicon-file.js';
import { struck } from './merchants.js';
import type { Phrase } from './phrase.js';
import { isPlain } from './policy.js';
import { control, type State } from './state.js';
import { has, takesObject } from './word-classes.js';
import type { Word } from './words.js';

/** What missiles do near a town: "missiles hit near Lviv". */
const hits = /^(?:hit|struck)$/;

/** `role` is that of the word at `at`, a verb of any form. */
export function isPassive(s: State, role: Entry, at: number): boolean {
  const { form } = role;
  if (s.policy.prepositionsFirst) return s.be;
  if (form === 'P') return !s.have || s.be;
  if (form !== 'A') return false;
  if (s.have) return s.be;
  if (s.be) return true;
  if (s.antecedent !== null && s.subject !== null && isPlain(s.policy)) return false;
  // "says it struck first"
  if (has(s.words[at - 1], 'it') && isPlain(s.policy)) return false;
  if (at === 0 && / (?:with|by|of)$/.test(role.written)) return true;
  // "swap brokered by Washington"
  if (s.words[at + 1]?.role?.class === 'prep' && s.words[at + 1]?.role?.frame[0] === 'by') return true;
  if (!role.frame.includes('obj') && !role.frame.includes('none')) return false;
  // "jets violated its airspace": whom it meets stands in the verb itself.
  if (role.frame.includes('none') && role.particle === null && role.written.includes(' ')) return false;
  const next = s.words[at + 1];
  if (next === undefined) return true;
  if (next.mark === '"') return false;
  if (next.mark !== '') return true;
  const follows = next.role?.class;
  if (follows === 'prep' && s.subject?.head === 'armed' && !next.role?.frame.includes('by') && hits.test(role.written)) return false;
  if (follows === 'prep')
    return (
      next.role?.frame.includes('by') === true ||
      !next.role?.frame.some((prep) => prep !== 'in' && role.frame.includes(prep)) ||
      role.frame.includes('obj')
    );
  if (follows === 'how' && isPlain(s.policy) && meetsBehind(s.words, at + 2)) return false;
  // "placed under house arrest": nobody stands between the parts of the verb.
  return follows === 'part' || follows === 'how' || follows === 'and' || follows === 'plan';
}

/** "says it killed senior commander": behind an adverb of rank stands who was met. */
function meetsBehind(words: readonly Word[], from: number): boolean {
  let at = from;
  while (words[at]?.role?.class === 'how') at++;
  const next = words[at];
  return takesObject(next) && !has(next, 'the') && next?.role?.class !== 'stop';
}

/** "нанесён удар": a light verb in the passive names nobody before it. */
export function passiveLight(s: State, role: Entry): void {
  if ((role.form === 'P' && !s.have) || (role.form === 'A' && s.be)) control(s, null);
  s.have = false;
  if (role.form === 'U' && s.mode === 'done') s.mode = 'planned';
  if (!s.policy.prepositionsFirst) s.be = false;
}

/** "遭美国制裁，伊朗…": who stands right behind the mark of a passive does it, and whom it meets is still to come; nothing where it is not so. */
function agentOf({ policy, words }: State, subject: Phrase | null, action: Action): Partial<Draft> {
  if (!policy.prepositionsFirst || subject === null || words[subject.from - 1]?.role?.class !== 'be') return {};
  return { source: sourceOf(subject, action), target: null, filled: false, subject: false };
}

/** What the passive says of the one it meets, and of who does it: a town or a trader, one person alone, who stands behind its mark. */
export function sufferer(s: State, met: Phrase | null, subject: Phrase | null, action: Action): Partial<Draft> {
  return { ...struck(s.words, met), lone: isLone(s, met), ...agentOf(s, subject, action) };
}

function isLone({ words }: State, met: Phrase | null): boolean {
  const is = met ? words[met.to - 1] : undefined;
  if (isIn(is, 'envoy')) return true;
  return (met?.head === 'people' || met?.head === 'thing') && met.actors.every((id) => id.length === 2) && isIn(is, 'citizen');
}
