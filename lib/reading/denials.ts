// What somebody denies who is named behind it, or before a colon: "Reports of strike denied by Tehran", "Beijing: we did not arm Moscow".
import { caseOf } from './cases.js';
import { namedIn } from './charges.js';
import { accusationReach, type Deeds, deedIn } from './deeds.js';
import { isIn } from './groups.js';
import type { Policy } from './policy.js';
import type { Act } from './reading.js';
import { has } from './word-classes.js';
import type { Word } from './words.js';

/** The acts, told as denied where who denies them stands behind a passive; the same acts where nobody does. */
export function withDenier(acts: readonly Act[], words: readonly Word[]): readonly Act[] {
  const at = words.findIndex(({ role }) => role?.class === 'deny');
  const verb = words[at];
  const denier = verb ? denierOf(words, at) : undefined;
  const who = only(denier);
  if (!verb || who === null) return acts;
  const told = acts.filter(
    (act) => act.action !== 'deny' && act.start < verb.start && !isApart(act, words, words[at - 1] === denier ? at - 2 : at),
  );
  if (told.some(({ saidBy }) => saidBy !== null && saidBy !== who && saidBy !== '')) return acts;
  const { start, end } = verb;
  const namedTwice = words.some((word) => word !== denier && word.naming?.ids.includes(who));
  const denied = acts.map((act) =>
    told.includes(act) ? { ...act, target: metBy(act, who, namedTwice), mode: 'denied' as const, saidBy: who } : act,
  );
  if (told.length === 0 || acts.some(({ action, source }) => action === 'deny' && source === who)) return denied;
  return [...denied, { source: who, action: 'deny', target: null, mode: 'done', saidBy: null, start, end }];
}

/**
 * "Israel strikes Iran, losses denied by Tehran": what a verb tells in another clause than the denial, which begins with word `at`, is not
 * what is denied; right behind a comma ("..., denied by Tehran") it is.
 */
function isApart({ start }: Act, words: readonly Word[], at: number): boolean {
  const told = words.findIndex((word) => word.start === start);
  const byVerb = words.slice(0, told + 1).some((word) => has(word, 'verb') || has(word, 'light'));
  return byVerb && words.slice(told + 1, at - 1).some(({ mark }) => mark !== '');
}

/** A blow of another that he denies was upon himself, where nobody else is named; "Angriff auf Klinik von Kiew dementiert" was not. */
function metBy({ action, source, target }: Act, who: string, namedTwice: boolean): string | null {
  if (target === who && source === null && !namedTwice) return null;
  return target ?? (action === 'attack' && source !== null && source !== who ? who : null);
}

/** The name with a participle of denying: behind "by" right behind it, in German right before it, in Russian by its ending. */
function denierOf(words: readonly Word[], at: number): Word | undefined {
  const [before, name, verb, behind, next] = [words[at - 2], words[at - 1], words[at], words[at + 1], words[at + 2]];
  // "опровергнут Тегераном"
  if (behind?.naming && behind.mark === '' && caseOf(behind.text) === 'ins') return behind;
  // "von Israel dementiert": at the end it is the participle, however its finite form is spelt.
  if (before?.role?.class === 'prep' && before.role.frame.includes('by') && behind === undefined) return name;
  if (verb?.role?.form !== 'P' && verb?.role?.form !== 'A') return undefined;
  return behind?.mark === '' && behind.role?.class === 'prep' && behind.role.frame.includes('by') ? next : undefined;
}

function only(word: Word | undefined): string | null {
  const { ids = [], state = false } = word?.naming ?? {};
  return state && ids.length === 1 ? (ids[0] as string) : null;
}

/** "Beijing: we did not arm Russia": the acts, with what somebody denies of himself behind a colon; the same acts where nobody does. */
export function withOwnDenial(acts: readonly Act[], words: readonly Word[], policy: Policy, deeds: Deeds): readonly Act[] {
  const colon = words.findIndex(({ mark }) => mark === ':');
  const who = colon === 1 || colon === 2 ? only(words[colon - 1]) : null;
  if (who === null || acts.some(({ action }) => action === 'deny' || action === 'reject')) return acts;
  const opens = words.slice(colon + 1, colon + 1 + opening);
  const no = opens.findIndex((word) => has(word, 'not') || isIn(word, 'withholding'));
  if (no < 0 || !opens.some((word) => isIn(word, 'ourselves')) || words.some((word) => isToCome(word))) return acts;
  const part = accusationReach(words, colon + 1, policy);
  const deed = part && deedIn(part, policy, deeds.charges);
  if (!part || !deed || deed.upon === 'none') return acts;
  const target = namedIn(part, deed, [who]);
  const { start } = part[0] as Word;
  const end = part.at(-1)?.end ?? start;
  const before = acts.filter((act) => act.start < start);
  const deny: Act = { source: who, action: 'deny', target: null, mode: 'done', saidBy: null, start, end };
  return target ? [...before, deny, { ...deny, action: deed.action, target, mode: 'denied', saidBy: who }] : [...before, deny];
}

/** Within so many words behind the colon he speaks of himself, and says no. */
const opening = 5;

/** What one will not do is refused, and not denied. */
function isToCome({ role }: Word): boolean {
  return role?.class === 'plan' || role?.form === 'U';
}
