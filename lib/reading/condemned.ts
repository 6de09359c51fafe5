// "EU condemns torching of church": whoever condemns a deed has not done it. An English form in -ing right behind the verb is the deed of
// somebody else, and who he is the headline does not say there.
import { isPlain, type Policy } from './policy.js';
import type { Act } from './reading.js';
import type { Word } from './words.js';

/** The acts with deeds that are only condemned told as that: whom it is laid to is nobody, for whose the place is did not do it. */
export function withoutCondemned(acts: readonly Act[], words: readonly Word[], policy: Policy): readonly Act[] {
  if (!isPlain(policy)) return acts;
  const told: Act[] = [];
  for (const act of acts) {
    const verb = act.action === 'condemn' || act.source === null ? null : condemning(words, act.start, act.source);
    const one: Act =
      verb === null ? act : { ...act, action: 'condemn', target: null, mode: 'done', saidBy: null, start: verb.start, end: verb.end };
    const known = told.some(({ action, source }) => verb !== null && action === 'condemn' && source === one.source);
    if (!known) told.push(one);
  }
  return told;
}

/** The verb by which `source` condemns what the word beginning at `start` tells; null for none. */
function condemning(words: readonly Word[], start: number, source: string): Word | null {
  const at = words.findIndex((word) => word.start === start);
  if (at < 1 || !/ing(?: |$)/.test(words[at]?.text ?? '')) return null;
  const before = words[at - 1]?.role?.class === 'the' ? words[at - 2] : words[at - 1];
  if (before?.role?.class !== 'verb' || before.role.action !== 'condemn') return null;
  return words.slice(0, words.indexOf(before)).some(({ naming }) => naming?.ids.includes(source)) ? before : null;
}
