// What somebody is accused of, and what he denies: the second act of an accusation or a denial, where the grammar of the clause told none.
import { forceful, helpful } from './actions.js';
import { bystanders } from './blame.js';
import { accusationReach, type Deed, type Deeds, deedIn } from './deeds.js';
import { demanded } from './demanded.js';
import type { Policy } from './policy.js';
import type { Act } from './reading.js';
import { has } from './word-classes.js';
import type { Word } from './words.js';

/** The acts with what is said of the accused, what is denied and what is asked for, where `acts` miss it; the same acts where they miss nothing. */
export function withCharges(acts: readonly Act[], words: readonly Word[], policy: Policy, deeds: Deeds): Act[] {
  let all = [...acts];
  for (const act of acts) {
    if (isCharge(act)) all = charged(all, act, words, policy, deeds);
    else if (isDenial(act, words)) all = denied(all, act, words, policy, deeds);
    else if (act.action === 'demand' && act.mode === 'done') all = demanded(all, act, words, policy, deeds.requests);
  }
  return all;
}

function isCharge({ action, mode, source, target }: Act): boolean {
  return action === 'accuse' && mode === 'done' && source !== null && target !== null;
}

function isDenial({ action, mode, source, start }: Act, words: readonly Word[]): boolean {
  if (mode !== 'done' || source === null || (action !== 'deny' && action !== 'reject')) return false;
  const role = words.find((word) => word.start === start)?.role;
  return role?.class === 'deny' || role?.action === 'deny';
}

function charged(acts: Act[], blame: Act, words: readonly Word[], policy: Policy, deeds: Deeds): Act[] {
  const { source: accuser, target: accused, start } = blame;
  if (acts.some(({ source, mode, saidBy }) => source === accused && mode === 'claimed' && saidBy === accuser)) return acts;
  const verb = words.findIndex((word) => word.start === start);
  const named = words.findIndex(({ naming }, at) => at > verb && naming?.ids.includes(accused ?? ''));
  const accuses = words[verb]?.role?.action === 'accuse' || words[verb]?.role?.class === 'say';
  if (accuses && (named < 0 || !isWhole(words, named))) return acts;
  const part = accusationReach(words, accuses ? named + 1 : verb, policy);
  const deed = part && deedIn(part, policy, deeds.charges);
  if (!deed || !part) return acts;
  const others = isDoneByOther(part) ? null : namedIn(part, deed, [accuser, accused]);
  if (others === null) return acts;
  const suffers = deed.upon === 'accuser' && (!bystanders.has(accuser ?? '') || fighters.has(accuser ?? ''));
  const target = others ?? (suffers ? accuser : null);
  const inside = ({ source, start: at }: Act): boolean => source === accuser && at >= (part[0]?.start ?? 0) && at < (part.at(-1)?.end ?? 0);
  const kept = acts.filter((act) => act === blame || !inside(act));
  return [
    ...kept,
    {
      source: accused,
      action: deed.action,
      target,
      mode: 'claimed',
      saidBy: accuser,
      start: part[0]?.start ?? start,
      end: part.at(-1)?.end ?? start,
    },
  ];
}

/** They speak of blows against others, and of what is done to themselves. */
const fighters: ReadonlySet<string> = new Set(['HAMAS', 'HEZBOLLAH']);

/** Whether it is the state itself or his own men who are accused, and no firm or gang of his. */
function isWhole(words: readonly Word[], named: number): boolean {
  const [before, name, next] = [words[named - 1], words[named], words[named + 1]];
  const acts = (word: Word | undefined): boolean => has(word, 'official') || has(word, 'armed');
  if (name?.naming?.sort === 'adjective') return acts(next) || acts(before);
  return name?.naming?.sort !== 'folk' && !(before?.role?.frame[0] === 'of' && !acts(words[named - 2]));
}

function denied(acts: Act[], denial: Act, words: readonly Word[], policy: Policy, deeds: Deeds): Act[] {
  const { source: who, end, start } = denial;
  // "denies reports of shooting at border": who denies that it happened need not be charged with it.
  if (/reports? of$/.test(words.find((word) => word.start === start)?.role?.written ?? '')) return acts;
  if (acts.some(({ source, mode }) => source === who && mode === 'denied')) return acts;
  const first = words.findIndex(({ start, naming }) => start >= end && !naming?.ids.includes(who ?? ''));
  const part = first < 0 ? null : accusationReach(words, first, policy);
  const deed = part && deedIn(part, policy, deeds.charges);
  if (!deed || !part) return acts;
  const others = isDoneByOther(part) ? null : namedIn(part, deed, [who]);
  if (others === null || (others === undefined && deed.upon === 'named' && deed.action !== 'supply_arms')) return acts;
  const inside = ({ source, start: at, mode }: Act): boolean =>
    source === who && at >= (part[0]?.start ?? 0) && at < (part.at(-1)?.end ?? 0) && (mode === 'done' || mode === 'claimed');
  const openDoer = ({ source, mode, start: at }: Act): boolean =>
    source === null && mode === 'denied' && at >= (part[0]?.start ?? 0) && at < (part.at(-1)?.end ?? 0);
  const kept = acts.filter((act) => act === denial || !(inside(act) || openDoer(act)));
  return [
    ...kept,
    {
      source: who,
      action: deed.action,
      target: others ?? null,
      mode: 'denied',
      saidBy: who,
      start: part[0]?.start ?? end,
      end: part.at(-1)?.end ?? end,
    },
  ];
}

/** "denies downing of jets by Pakistan": somebody else did it. */
function isDoneByOther(part: readonly Word[]): boolean {
  return part.some(
    ({ role }, at) => role?.class === 'prep' && role.frame.includes('by') && part.slice(at, at + 3).some(({ naming }) => naming),
  );
}

/** Who is named in `part` as met by a deed, beside those `known`; undefined for nobody, null where it is not certain who. */
export function namedIn(part: readonly Word[], { action }: Deed, known: readonly (string | null)[]): string | null | undefined {
  const ids = new Set<string>();
  for (const [at, { naming }] of part.entries()) {
    if (naming === null) continue;
    if (naming.ids.length > 1) return null;
    const id = naming.ids[0] as string;
    if (known.includes(id) || id.startsWith('@')) continue;
    // Whoever helps a state's own rebels helps no state.
    if (helpful.has(action) && ownsOthers(part, at)) continue;
    if (naming.sort === 'place' && !forceful.has(action) && action !== 'mobilise_or_drill' && action !== 'cyber' && action !== 'restrict')
      continue;
    ids.add(id);
  }
  return ids.size > 1 ? null : ids.values().next().value;
}

/** "Sudan's RSF", "syrische Milizen": who is theirs and holds no office is not they. */
function ownsOthers(part: readonly Word[], at: number): boolean {
  const next = part[at + 1];
  if (next?.mark === "'s") return !has(part[at + 2], 'official');
  return part[at]?.naming?.sort === 'adjective' && !has(next, 'official') && !has(part[at - 1], 'official');
}
