// "denies Turkish accusation of pushbacks", "weist peruanischen Vorwurf zurück": who turns down a reproach answers who made it, and what he is
// reproached with was done to that one only where it is a blow. "Angriff von Ankara verurteilt": who is named last condemns.
import { forceful } from './actions.js';
import { isIn } from './groups.js';
import type { Policy } from './policy.js';
import type { Act } from './reading.js';
import { has } from './word-classes.js';
import type { Word } from './words.js';

/** The acts, with who made the reproach that is turned down; the same acts where no one state is named with it. */
export function withReproach(given: readonly Act[], words: readonly Word[]): readonly Act[] {
  const acts = withOwnDeed(given, words);
  const answer = acts.find(({ action, mode, source }) => (action === 'deny' || action === 'reject') && mode === 'done' && source !== null);
  if (!answer) return acts;
  const verb = words.findIndex(({ start }) => start === answer.start);
  const noun = words.findIndex((word, at) => at > verb && at <= verb + furthest && (isIn(word, 'reproach') || claimsOfHim(words, at)));
  if (noun < 0 || words.slice(verb, noun).some(({ mark }) => mark !== '')) return acts;
  const by = makerOf(words, verb, noun);
  if (by === null || by === answer.source || (answer.target !== null && answer.target !== by)) return acts;
  const answered = acts.map((act): Act => {
    if (act === answer) return { ...act, target: by };
    const isCharge = act.mode === 'denied' && act.source === answer.source && act.target === by;
    return isCharge && !forceful.has(act.action) && act.action !== 'cyber' ? { ...act, target: null } : act;
  });
  if (acts.some(({ action, source }) => action === 'accuse' && source === by)) return answered;
  const { start = 0, end = 0 } = words[noun] ?? {};
  return [...answered, { source: by, action: 'accuse', target: answer.source, mode: 'done', saidBy: null, start, end }];
}

/** "denies UN claims it backs M23": the acts, with what is claimed of him as his, and denied. */
function withOwnDeed(acts: readonly Act[], words: readonly Word[]): readonly Act[] {
  const answer = acts.find(({ action, mode, source }) => (action === 'deny' || action === 'reject') && mode === 'done' && source !== null);
  const verb = answer === undefined ? -1 : words.findIndex(({ start }) => start === answer.start);
  const noun = words.findIndex((_, at) => verb >= 0 && at > verb && at <= verb + furthest && claimsOfHim(words, at));
  if (answer === undefined || noun < 0) return acts;
  const makers = new Set(words.slice(verb + 1, noun).flatMap(({ naming }) => naming?.ids ?? []));
  return acts.map((act) =>
    act.start > (words[noun]?.start ?? 0) && makers.has(act.source ?? '') && (act.mode === 'claimed' || act.mode === 'done')
      ? { ...act, source: answer.source, mode: 'denied', saidBy: answer.source }
      : act,
  );
}

/** "denies US claims it armed rebels": of him; whoever only claims something need not accuse. */
function claimsOfHim(words: readonly Word[], at: number): boolean {
  return (isIn(words[at], 'claim') || isIn(words[at], 'reproach')) && words[at + 1]?.role?.class === 'it';
}

/** The reproach stands within so many words of the verb. */
const furthest = 4;

/** Whose reproach it is: the state's name before it or right behind it; null for nobody, or several. */
function makerOf(words: readonly Word[], verb: number, noun: number): string | null {
  const behind = words[noun + 1];
  const of = behind?.role?.class === 'prep' && /^(?:de|du|d'|von|vom|from|by)$/.test(behind.text) ? noun + 2 : noun + 1;
  const name = words[of]?.role?.class === 'the' ? of + 1 : of;
  const before = words.slice(verb + 1, noun).filter(({ naming }) => naming !== null);
  const [one, ...more] = before.length > 0 ? before : [words[name]];
  const [id = null, ...others] = one?.naming?.ids ?? [];
  return more.length === 0 && others.length === 0 && one?.naming?.state === true ? id : null;
}

/** "Friedensplan von Kiew abgelehnt": the acts, with who condemns or rejects as doing so and not as whose it is. */
export function withJudgeLast(acts: readonly Act[], words: readonly Word[], { verbLast }: Policy): readonly Act[] {
  const [by, name, verb] = words.slice(-3);
  const action = verb?.role?.action;
  if (!verbLast || !verb || (action !== 'condemn' && action !== 'reject') || verb.role?.form !== 'P') return acts;
  const [who = '', ...more] = name?.naming?.ids ?? [];
  if (!by?.role?.frame.includes('by') || name?.naming?.sort !== 'name' || more.length > 0) return acts;
  const front = words.slice(0, -3);
  const topic = front[front[0]?.role?.class === 'the' ? 1 : 0];
  // "Mann nach Angriff von Paris verurteilt": he stood before a court.
  if (!(has(topic, 'noun') || isIn(topic, 'deniable')) || front.some(({ role }) => role?.class === 'verb')) return acts;
  const twice = front.some(({ naming }) => naming?.ids.includes(who));
  const kept = acts.filter((act) => act.start < verb.start && (twice || (act.source !== who && act.target !== who)));
  return [...kept, { source: who, action, target: null, mode: 'done', saidBy: null, start: verb.start, end: verb.end }];
}

/** "refuses to back EU sanctions on Russia": what somebody will not support is not told as done. */
export function withoutUnbacked(acts: readonly Act[], words: readonly Word[]): readonly Act[] {
  const refusal = acts.find(({ action, mode, source }) => action === 'reject' && mode === 'done' && source !== null);
  if (!refusal) return acts;
  const verb = words.findIndex(({ start }) => start === refusal.start);
  const backs = words.findIndex(
    ({ entries }, at) => at > verb && at <= verb + 2 && entries.some(({ action }) => action === 'support_or_recognise'),
  );
  if (backs < 0) return acts;
  return acts.filter(
    ({ action, mode, source, start }) =>
      !(action === 'sanction' && mode === 'done' && source !== refusal.source && start > (words[backs]?.start ?? 0)),
  );
}

/** "condemns crackdown on protests in Tbilisi": the acts, with whose crackdown it was: whoever rules there. */
export function withQuelling(acts: readonly Act[], words: readonly Word[]): readonly Act[] {
  const blame = acts.find(({ action, source, mode }) => action === 'condemn' && source !== null && mode === 'done');
  if (!blame) return acts;
  const at = words.findIndex(({ start }, i) => start > blame.start && isIn(words[i], 'quelling'));
  const prep = at < 0 ? -1 : words.findIndex((word, i) => i > at && isIn(word, 'inside') && words[i + 1]?.naming);
  const { ids = [], state = false } = words[prep + 1]?.naming ?? {};
  const [who = '', ...more] = ids;
  const others = words.some(({ naming, start }) => start > blame.end && naming?.ids.some((id) => id !== who));
  if (prep < 0 || !state || more.length > 0 || others || who === blame.source || (blame.target !== null && blame.target !== who))
    return acts;
  const told = acts.map((act) => (act === blame ? { ...act, target: who } : act));
  if (acts.some(({ source, action }) => source === who && forceful.has(action))) return told;
  const { start, end } = words[at] as Word;
  return [...told, { source: who, action: 'coerce', target: null, mode: 'done', saidBy: null, start, end }];
}
