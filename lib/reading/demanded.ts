// What somebody is asked to do, where the clause that asks had no place for it: "urges Quito to release fishermen".
import { accusationReach, type Deed, deedIn } from './deeds.js';
import type { Policy } from './policy.js';
import type { Act } from './reading.js';
import type { Word } from './words.js';

/** Who is called in is asked for nothing but words. */
const summons =
  /summon|seek|sought|convo[ckq]|bestell|zitier|вызва|вызыва|召见|约见|召唤|传唤|استدع|يستدع|تستدع|haul|call(?:s|ed|ing)? in|dress/;

/** What is not to be done. */
const not = /(?<!\p{L})(?:not|refrain|against|nicht|keine?|ne pas|de ne|no|не|not to)(?!\p{L})|不要|勿|不得|عدم|ألا/u;

/** The acts with what the demand asks for, where it is told whom it asks. */
export function demanded(acts: Act[], demand: Act, words: readonly Word[], policy: Policy, requests: readonly Deed[]): Act[] {
  const { source: asker, target: asked, start } = demand;
  if (asker === null || asked === null || asked === asker || asked.startsWith('@')) return acts;
  if (acts.some(({ source, mode }) => source === asked && mode === 'demanded')) return acts;
  const verb = words.findIndex((word) => word.start === start);
  const role = words[verb]?.role;
  if (role === null || role === undefined || role.class === 'noun' || summons.test(role.written)) return acts;
  const named = words.findIndex(({ naming }, at) => at > verb && naming?.ids.includes(asked));
  // "tells Japan to stop": the demand is in "to", behind whom it asks.
  const from = role.written === 'to' ? verb : named + 1;
  const part = from === 0 ? null : accusationReach(words, from, policy);
  const deed = part && deedIn(part, policy, requests);
  if (!part || !deed || not.test(part.map(({ text }) => text).join(' '))) return acts;
  const [begin, end] = [part[0]?.start ?? start, part.at(-1)?.end ?? start];
  const kept = acts.filter((act) => act === demand || act.source !== asker || act.start < begin || act.start >= end || act.mode !== 'done');
  return [...kept, { source: asked, action: deed.action, target: null, mode: 'demanded', saidBy: asker, start: begin, end }];
}
