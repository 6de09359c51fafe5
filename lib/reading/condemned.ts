// "EU condemns torching of church", "France mourns torching of church": whoever condemns, mourns or investigates a deed has not done it. An
// English form in -ing behind a verb is the deed of somebody else, and who he is the headline does not say there.
import type { Class } from './lexicon-file.js';
import { isPlain, type Policy } from './policy.js';
import type { Act } from './reading.js';
import type { Word } from './words.js';

/**
 * The acts with what is only condemned told as a condemnation, upon nobody: whose the place is did not do it. A deed that is only spoken of loses
 * its doer, and is left out where nobody is met by it either. The same acts in other languages than English.
 */
export function withoutCondemned(acts: readonly Act[], words: readonly Word[], policy: Policy): readonly Act[] {
  if (!isPlain(policy)) return acts;
  const told: Act[] = [];
  for (const act of acts) {
    const verb = act.action === 'condemn' || act.source === null ? null : condemning(words, act.start, act.source);
    const one: Act =
      verb === null ? act : { ...act, action: 'condemn', target: null, mode: 'done', saidBy: null, start: verb.start, end: verb.end };
    const known = told.some(({ action, source }) => verb !== null && action === 'condemn' && source === one.source);
    if (!known) told.push(...(verb === null ? ofNobody(act, words) : [one]));
  }
  return told;
}

/** What stands before a deed that is only spoken of: an unknown verb, a verb of saying, "the", "over". */
const apart: ReadonlySet<Class> = new Set<Class>(['say', 'the', 'prep', 'thing', 'may']);

/** A deed told by a verb in -ing and "of" is nobody's who only mourns it or looks into it, and told only where it is clear upon whom. */
function ofNobody(act: Act, words: readonly Word[]): Act[] {
  const at = words.findIndex((word) => word.start === act.start);
  const { role, text } = words[at] ?? {};
  if (at < 2 || act.source === null || role?.class !== 'verb' || !/ing(?: |$)/.test(text ?? '')) return [act];
  const next = words[at + 1];
  const before = words[at - 1];
  const foreign = before?.mark === '' && before.naming === null && (before.role === null || apart.has(before.role.class));
  if (next?.text !== 'of' || !foreign) return [act];
  return act.target === null ? [] : [{ ...act, source: null }];
}

/** The verb by which `source` condemns what the word beginning at `start` tells; null for none. */
function condemning(words: readonly Word[], start: number, source: string): Word | null {
  const at = words.findIndex((word) => word.start === start);
  if (at < 1 || !/ing(?: |$)/.test(words[at]?.text ?? '')) return null;
  const before = words[at - 1]?.role?.class === 'the' ? words[at - 2] : words[at - 1];
  if (before?.role?.class !== 'verb' || before.role.action !== 'condemn') return null;
  return words.slice(0, words.indexOf(before)).some(({ naming }) => naming?.ids.includes(source)) ? before : null;
}
