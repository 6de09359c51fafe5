// The acts of a headline: its clauses read one by one, and only what is certain kept.

import { ofWhat } from './accusing.js';
import type { Action, Mode } from './actions.js';
import { aftermath, answerPriorAct, concern, sceneOf, setScene } from './asides.js';
import { eachActOnce, reproach, type Weight, withBlame } from './blame.js';
import { partBystanders } from './bystanders.js';
import { type Clause, clausesOf } from './clauses.js';
import { protestAtHome, protestFromExile } from './crowds.js';
import { type Draft, targetOf } from './drafts.js';
import { isIn } from './groups.js';
import { backgroundsLast } from './middle-field.js';
import { partNamesakes } from './namesakes.js';
import { denied, saysNo } from './no-such-thing.js';
import { endsInPerfect, perfectFirst, verbForward } from './order.js';
import { isPlain, type Policy } from './policy.js';
import type { Act } from './reading.js';
import { giveRoles } from './roles.js';
import { scanClause } from './scan.js';
import { placeScenes } from './scenes.js';
import { partSeats } from './seats.js';
import type { Scan } from './state.js';
import { startsRelative, type Teller, tellersOf } from './tellers.js';
import { actsOfDraft } from './told.js';
import { isAtBorder, isTrespass } from './trespass.js';
import { dropApart } from './undone.js';
import { has } from './word-classes.js';
import type { Word } from './words.js';

/** What teams do to one another in the words of states. */
const played = new Set<Action>([
  ...([
    'attack',
    'seize_or_occupy',
    'threaten',
    'withdraw_or_yield',
    'visit_or_meet',
    'negotiate',
    'agree_or_sign',
    'expel',
    'mobilise_or_drill',
    'appoint_or_elect',
    'mediate',
  ] as const),
]);

/** What a clause says of how real its acts are holds for what goes on behind it. */
const carried = new Set<Mode>(['planned', 'demanded', 'denied']);

/** Gives the words of a title their roles, first to those that go by what stands beside them. */
export function rolesIn(words: readonly Word[], policy: Policy): void {
  partBystanders(words);
  partSeats(words, policy.spaced);
  placeScenes(words, policy.spaced);
  if (isPlain(policy)) partNamesakes(words);
  giveRoles(words, policy);
}

/** A title cut up: who tells each clause. */
export interface Clauses {
  clauses: readonly Clause[];
  tellers: readonly Teller[];
  /** It tells of sport. */
  plays: boolean;
}

/** The clauses of words that have their roles; null where the title says at its beginning that it tells nothing. */
export function clausesIn(words: readonly Word[], policy: Policy): Clauses | null {
  if (words[0]?.role?.class === 'hush' || (words[1]?.role?.class === 'hush' && words[0]?.mark !== '')) return null;
  const plays = words.some(({ role }) => role?.class === 'sport');
  const clauses = policy.verbLast
    ? clausesOf(backgroundsLast(words), policy).map((clause) => ({ ...clause, words: verbForward(clause.words) }))
    : clausesOf(words, policy);
  return { clauses, tellers: tellersOf(clauses, policy), plays };
}

/** All acts that are certain, in order of their words; empty for none. */
export function actsOf(words: readonly Word[], { clauses, tellers, plays }: Clauses, policy: Policy): Act[] {
  const drafts: { draft: Draft; teller: Teller }[] = [];
  let before: Scan | null = null;
  let aside: Scan | null = null;
  clauses.forEach((clause, i) => {
    const teller = tellers[i] as Teller;
    if (isPlain(policy) && clause.mark === ':' && isQuoted(clause)) return;
    if (teller.silent || (before?.drafts.length === 0 && namesTeller(clause, policy))) return;
    const fresh = before === null || clause.background !== null || /[:;.?!]/.test(clauses[i - 1]?.mark ?? ';');
    const of = clauses[i - 1]?.mark === ',' ? ofWhat(clause.words, before?.blamed ?? null) : null;
    const ownPast = policy.verbLast && teller.speaker !== null && teller.subject !== null && endsInPerfect(clause.words);
    const scan = scanClause(of?.words ?? (ownPast ? perfectFirst(clause.words) : clause.words), policy, {
      saidBy: of ? (before?.blamed?.by ?? '') : clause.background ? null : teller.speaker,
      official: teller.official,
      subject: of
        ? of.subject
        : fresh
          ? (teller.subject ?? (policy.prepositionsFirst ? ((aside as Scan | null)?.subject ?? null) : null))
          : (before?.subject ?? null),
      last: fresh ? null : (before?.last ?? null),
      mode: before && (carried.has(before.mode) || (policy.verbLast && before.mode === 'threatened')) ? before.mode : 'done',
      held: before?.held ?? false,
      accusedBy: before?.accusedBy ?? null,
      asked:
        clause.asked ||
        (!of && teller.speaker === null && before?.mode !== 'denied' && isOpined(clauses[i - 1], clause)) ||
        isDoubted(clauses[i - 1]) ||
        (isPlain(policy) && clauses[i - 1]?.mark === ':' && /^(?:how|why|what)$/.test(clause.words[0]?.text ?? '')),
    });
    setScene(scan.drafts, sceneOf(clauses[i - 1]));
    if (before && clauses[i - 1]?.mark === ',') dropApart(before, clause.words);
    if (teller.speaker && saysNo(clause.words)) scan.drafts = denied(clause.words, scan.drafts, teller.speaker);
    for (const draft of scan.drafts) {
      draft.background = clause.background !== null;
      draft.dropped ||= policy.adjectiveAfter && clause.mark === ':' && draft.noun && draft.action === 'appoint_or_elect';
      drafts.push({ draft, teller });
    }
    for (const draft of before?.waiting ?? [])
      if (draft.target === null && scan.subject && !draft.subject) draft.target = targetOf(scan.subject, draft.action);
    if (clause.background === null) {
      if (aside) {
        concern(aside, scan.subject, scan, clauses[i - 1]?.background ?? null);
        aftermath(aside, scan);
      }
      aside = null;
      const apposed = before !== null && isApposed(clauses, i, before, scan);
      // "Athen, von Ankara überfallen, dankt ...": who was met stands before it.
      if (before && apposed) for (const draft of scan.waiting.splice(0)) draft.target = targetOf(before.subject, draft.action);
      before = before && (apposed || startsRelative(clause)) ? { ...scan, subject: before.subject } : scan;
    } else if (before && i > 0) {
      concern(scan, before.subject, before, clause.background);
      aftermath(scan, before);
    } else aside = scan;
  });
  answerPriorAct(drafts.map(({ draft }) => draft));
  for (const { draft } of drafts) {
    protestAtHome(draft, words);
    protestFromExile(draft, words);
  }
  const acts = eachActOnce(
    drafts.flatMap(({ draft, teller }) => {
      const acts = actsOfDraft(draft, teller);
      return draft.punished ? acts : [...reproach(draft, teller), ...withBlame(acts, teller, weightOf(draft, words))];
    }),
  );
  return plays ? acts.filter(({ action }) => !played.has(action)) : acts;
}

/** "violated its airspace" is a blow against whose it is; goods and troops that are sent somewhere are none. */
function weightOf({ goods, noun, start, end, action, mode }: Draft, words: readonly Word[]): Weight {
  const drawsUp = action === 'mobilise_or_drill' && mode === 'claimed' && isAtBorder(words);
  if (goods && !drawsUp) return 'goods';
  if (action === 'cyber' && noun && isUponBody(words, end)) return 'body';
  if (drawsUp || (!noun && isTrespass(words.find((word) => word.start === start)?.role))) return 'trespass';
  return action === 'attack' && isAtBorder(words) ? 'border' : 'plain';
}

/** "cyberattack on foreign ministry": of nobody named, it is of whoever tells it. */
function isUponBody(words: readonly Word[], end: number): boolean {
  const behind = words.filter(({ start }) => start >= end).slice(0, 4);
  return behind.some((word) => has(word, 'official')) && !behind.some(({ naming }) => naming !== null);
}

/** "'Hit by a truck': ...": a headline may open with words of somebody's. */
function isQuoted({ words }: Clause): boolean {
  return words[0]?.mark === '"' && words.at(-1)?.mark === '"';
}

/** "Wake up, NATO, warns Kyiv": where nothing was told before, who is named behind such a verb may as well be who speaks. */
function namesTeller({ words }: Clause, policy: Policy): boolean {
  const role = words[0]?.role;
  return isPlain(policy) && role?.form === 'F' && (role.action === 'threaten' || role.action === 'condemn' || role.action === 'demand');
}

/** "Ankara, allié d'Athènes, bombarde ...": what stands between two commas is said of the one before, who goes on. */
function isApposed(clauses: readonly Clause[], i: number, before: Scan, scan: Scan): boolean {
  const { words, mark } = clauses[i] as Clause;
  const first = words[0];
  return (
    mark === ',' &&
    clauses[i - 1]?.mark === ',' &&
    before.subject !== null &&
    before.drafts.length === 0 &&
    (scan.drafts.length === 0 || scan.waiting.length > 0) &&
    first?.naming === null
  );
}

/** "надеется, что Уганда уйдёт": what is said behind a comma to be hoped, feared or doubted. */
function isOpined(before: Clause | undefined, { words }: Clause): boolean {
  return before?.mark === ',' && isIn(words[0], 'that') && !isIn(before.words.at(-1), 'owning');
}

/** "Кения, возможно, ударила": between commas stands that it may be so. */
function isDoubted(before: Clause | undefined): boolean {
  return before?.mark === ',' && before.words.length === 1 && before.words[0]?.role?.class === 'may';
}
