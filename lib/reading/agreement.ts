// A Russian verb agrees with its subject: where the name before it does not, that is whom the verb meets.
import { agrees } from './cases.js';
import type { State } from './state.js';
import type { Word } from './words.js';

/** "Харьков обстреляли": the name before a verb that does not agree with it is who is met; so is one in the accusative. */
export function isMet(s: State, verb: Word): boolean {
  if (!s.subject) return s.object !== null;
  if (s.subject === s.context.subject) return false;
  const { from, to, head, actors, act } = s.subject;
  const name = s.words[from];
  if (
    act ||
    actors.length > 1 ||
    (head !== 'actor' && actors.length > 0) ||
    to !== from + 1 ||
    !name ||
    agrees(name.text, firstWord(verb.text))
  )
    return false;
  if (name.role?.class === 'official' || name.role?.class === 'armed') return false;
  s.object = s.subject;
  s.subject = null;
  return true;
}

/** Of "вызвал посла" the verb. */
function firstWord(text: string): string {
  const end = text.indexOf(' ');
  return end < 0 ? text : text.slice(0, end);
}
