// The acts of a headline: its clauses read one by one, and only what is certain kept.
import { type Action, forceful, mutual } from './actions.js';
import { type Clause, clausesOf, hasPredicate } from './clauses.js';
import type { Draft, Party } from './drafts.js';
import { targetOf } from './drafts.js';
import { verbForward } from './order.js';
import { type Phrase, readPhrase } from './phrases.js';
import type { Policy } from './policy.js';
import type { Act } from './reading.js';
import { giveRoles } from './roles.js';
import { type Scan, scanClause } from './scan.js';
import type { Word } from './words.js';

/** Acts that one blames the other for, when he tells of them. */
const blamed = new Set<Action>([
  'attack',
  'cyber',
  'seize_or_occupy',
  'mobilise_or_drill',
  'coerce',
  'restrict',
  'supply_arms',
  'reject',
  'expel',
  'arrest_or_try',
]);

/** All acts that are certain, in order of their words; empty for none. */
export function actsOf(words: readonly Word[], policy: Policy): Act[] {
  giveRoles(words, policy);
  if (words.some(({ role }, at) => role?.class === 'hush' && (at === 0 || (at === 1 && words[0]?.mark !== '')))) return [];
  const clauses = clausesOf(words, policy).map((clause) => (policy.verbLast ? { ...clause, words: verbForward(clause.words) } : clause));
  const tellers = tellersOf(clauses, policy);
  if ((globalThis as any).DBG)
    for (const c of clauses)
      console.log(
        c.background,
        c.mark,
        c.words
          .map(
            (w) =>
              w.text +
              (w.naming ? `<${w.naming.ids}/${w.naming.sort}>` : '') +
              (w.role ? `[${w.role.class}${w.role.form ? ':' + w.role.form : ''}${w.role.action ? ' ' + w.role.action : ''}]` : ''),
          )
          .join(' '),
      ); // DBG
  const drafts: { draft: Draft; teller: Teller }[] = [];
  let before: Scan | null = null;
  let aside: Scan | null = null;
  clauses.forEach((clause, i) => {
    const teller = tellers[i] as Teller;
    if (teller.silent) return;
    const fresh = before === null || clause.background !== null || /[:;.?!]/.test(clauses[i - 1]?.mark ?? ';');
    const scan = scanClause(clause.words, policy, {
      saidBy: clause.background ? null : teller.speaker,
      subject: fresh ? null : (before?.subject ?? null),
      mode: before?.mode === 'planned' ? 'planned' : 'done',
      held: before?.held ?? false,
      asked: clause.asked,
    });
    if ((globalThis as any).DBG)
      for (const d of scan.drafts)
        console.log(
          '   ',
          d.action,
          's',
          d.source,
          't',
          d.target,
          d.mode,
          d.dropped ? 'DROP' : '',
          d.filled ? 'filled' : '',
          d.passive ? 'pass' : '',
          d.noun ? 'noun' : '',
          d.bare ? 'bare' : '',
          'pl',
          d.place,
          'via',
          d.via?.draft.action,
        ); // DBG
    for (const draft of scan.drafts) {
      draft.background = clause.background !== null;
      drafts.push({ draft, teller });
    }
    for (const draft of before?.waiting ?? [])
      if (draft.target === null && scan.subject) draft.target = targetOf(scan.subject, draft.action);
    if (clause.background === null) {
      if (aside) concern(aside, scan.subject, scan, clauses[i - 1]?.background ?? null);
      aside = null;
      before = before && starts(clause) ? { ...scan, subject: before.subject } : scan;
    } else if (before && i > 0) concern(scan, before.subject, before, clause.background);
    else aside = scan;
  });
  answer(drafts.map(({ draft }) => draft));
  return once(drafts.flatMap(({ draft, teller }) => withBlame(told(draft, teller), teller)));
}

/** A relative clause: the subject of the clause beside it stays. */
function starts({ words }: Clause): boolean {
  return words[0]?.role?.class === 'who' || words[1]?.role?.class === 'who';
}

/** "Norway recognises Palestine; Israel recalls envoy": it answers whoever acted before; "boat rammed, Manila points at Beijing". */
function answer(drafts: readonly Draft[]): void {
  drafts.forEach((draft, i) => {
    const source = draft.source?.[0];
    if (draft.frame.includes('reply') && !draft.filled && source) {
      const before = drafts.slice(0, i).findLast((other) => other.source?.length === 1 && other.source[0] !== source && !other.dropped);
      if (before?.source) draft.target = before.source;
    }
    if (draft.action === 'accuse' && source && draft.target && draft.mode === 'done') {
      const blow = drafts
        .slice(0, i)
        .find((other) => other.passive && forceful.has(other.action) && other.source === null && other.target?.[0] === source);
      if (blow) Object.assign(blow, { source: draft.target, mode: 'claimed', saidBy: source });
    }
  });
}

/** "Despite US warnings, Ankara ...": whom a warning in the background concerns is who acts all the same. */
function concern(aside: Scan, subject: Phrase | null, main: Scan, background: Clause['background']): void {
  if (!subject || subject.head !== 'actor' || subject.mixed || background === null) return;
  for (const draft of aside.drafts) {
    const strikesBack =
      draft.action === 'attack' &&
      main.drafts.some(
        ({ action, source, target }) => source !== null && (action === 'threaten' || (action === 'demand' && target?.[0] === 'UN')),
      );
    if (strikesBack && draft.noun && draft.source && !draft.target && !draft.source.includes(subject.actors[0] ?? ''))
      draft.target = subject.actors;
    const fits =
      draft.action === 'demand' ||
      (background === 'despite' && (draft.action === 'threaten' || draft.action === 'protest' || draft.action === 'condemn'));
    if (fits && draft.noun && !draft.filled && draft.source && !draft.source.includes(subject.actors[0] ?? '')) {
      draft.target = subject.actors;
      draft.filled = true;
    }
  }
}

interface Teller {
  /** Who tells the clause; null for the outlet, '' for somebody who is no actor. */
  speaker: string | null;
  /** It only names who tells another. */
  silent: boolean;
  /** Named before a colon: what he tells of another is an accusation. */
  blames: boolean;
}

/** Who tells each clause: the one before a colon, or the one in "says X" behind it. */
function tellersOf(clauses: readonly Clause[], policy: Policy): Teller[] {
  const tellers: Teller[] = clauses.map(() => ({ speaker: null, silent: false, blames: false }));
  clauses.forEach(({ words, mark }, i) => {
    const colon = mark === ':' && i === 0;
    const named = speakerIn(words, colon, policy);
    if (named === undefined) return;
    const teller = tellers[i] as Teller;
    if (i === 0 && words.some(({ role }) => role?.class === 'say' && role.frame[0] === 'of')) {
      teller.silent = true;
      for (let next = 1; next < clauses.length; next++) Object.assign(tellers[next] as Teller, { speaker: named });
    } else if (colon) {
      teller.silent = true;
      if (named !== '')
        for (let next = i + 1; next < clauses.length; next++) Object.assign(tellers[next] as Teller, { speaker: named, blames: true });
    } else if (i > 0) {
      teller.silent = true;
      for (let before = i - 1; before >= 0 && !/[;.?!]/.test(clauses[before]?.mark ?? ''); before--) {
        if (tellers[before]?.speaker === null) Object.assign(tellers[before] as Teller, { speaker: named });
      }
    }
  });
  return tellers;
}

/** The one whom a clause names as telling: "Kremlin" before a colon, "says Tallinn", "Seoul says"; undefined for a clause of its own. */
function speakerIn(words: readonly Word[], colon: boolean, policy: Policy): string | undefined {
  const says = words.findIndex(({ role }) => role?.class === 'say');
  if (hasPredicate(words.filter(({ role }) => role?.class !== 'say'))) return undefined;
  if (says < 0 && !colon) return undefined;
  const phrase = readPhrase(words, says === 0 ? 1 : 0, policy);
  if (!phrase || phrase.act) return undefined;
  const according = words[says]?.role?.frame[0] === 'of';
  const whole =
    says < 0
      ? phrase.to === words.length
      : according
        ? phrase.to >= words.length - 1
        : says === 0
          ? phrase.to >= words.length - 1
          : phrase.to === says && says === words.length - 1;
  const one = phrase.head === 'actor' && phrase.actors.length === 1 && !phrase.mixed ? (phrase.actors[0] ?? '') : '';
  if (colon && (!whole || one === '')) return undefined;
  return whole ? one : says === 0 ? '' : undefined;
}

/** Acts that say nothing without whom they meet. */
const needsTarget = new Set<Action>([
  'reject',
  'accuse',
  'demand',
  'condemn',
  'support_or_recognise',
  'threaten',
  'sanction',
  'visit_or_meet',
  'aid',
  'supply_arms',
  'coerce',
  'trade_deal',
]);

/** A draft as acts; none where it is not certain who did it to whom, or nothing would be said. */
function told(draft: Draft, teller: Teller): Act[] {
  const { action, mode, start, end, via, place } = draft;
  if (draft.dropped || action === 'other' || draft.source === undefined) return [];
  let targets: Party = draft.target;
  if (via?.of === 'source' && via.draft.bare && !via.draft.filled) return [];
  if (via) targets = via.of === 'source' ? (via.draft.source ?? via.draft.place) : via.draft.target;
  if (!targets?.length && draft.merged?.target) targets = draft.merged.target;
  if (action === 'protest' && targets === null && draft.filled && !via) targets = draft.source ?? place;
  if (action === 'condemn' && targets === null && draft.filled) targets = place;
  if (draft.action === 'attack' && !draft.noun && !draft.frame.includes('obj') && !draft.filled && !place && mode === 'done') return [];
  if (targets === undefined) return [];
  let sources: Party = draft.source;
  if (draft.noun && sources === null && place && (action === 'arrest_or_try' || action === 'appoint_or_elect')) sources = place;
  if (action === 'legislate_or_rule' && sources === null && targets !== null) sources = targets;
  if (draft.bare && !targets && !draft.filled) return [];
  if (draft.bare && action === 'protest') return [];
  if (draft.undo && (!via || (action === 'attack' && via.draft.action !== 'agree_or_sign'))) return [];
  if (
    draft.charged &&
    targets === null &&
    draft.saidBy &&
    (action === 'attack' || action === 'restrict' || action === 'mobilise_or_drill' || action === 'seize_or_occupy')
  )
    targets = [draft.saidBy];
  if (draft.background && draft.noun && sources === null && targets === null) return [];
  if (
    targets === null &&
    !draft.private &&
    (action === 'attack' || (action === 'seize_or_occupy' && draft.filled)) &&
    place &&
    !(sources ?? []).some((id) => place.includes(id))
  )
    targets = place;
  if (draft.weak && targets === null) return [];
  if (draft.noun && sources === null && !(targets && (forceful.has(action) || action === 'protest'))) return [];
  if (
    draft.noun &&
    !draft.filled &&
    !targets &&
    !draft.subject &&
    action !== 'mobilise_or_drill' &&
    action !== 'attack' &&
    !(action === 'appoint_or_elect' && sources === place)
  )
    return [];
  if (mode === 'demanded' && sources === null) return [];
  if (mode === 'planned' && sources === null) return [];
  if (sources === null && targets === null && !(draft.private && draft.passive && mode === 'done')) return [];
  if (mode === 'demanded' && targets === null) return [];
  if (targets === null && needsTarget.has(action) && !draft.refused && !(via && (action === 'condemn' || action === 'threaten'))) return [];
  if (
    sources === null &&
    !draft.passive &&
    !(action === 'attack' || action === 'cyber' || (action === 'seize_or_occupy' && !draft.noun) || action === 'protest')
  )
    return [];
  if (via && (action === 'support_or_recognise' || action === 'legislate_or_rule')) return [];
  if (draft.passive && action === 'withdraw_or_yield' && sources === null) return [];
  if (draft.goods && targets === null && action !== 'mobilise_or_drill') return [];
  if (draft.passive && draft.frame.includes('by') && sources === null && !draft.private) return [];
  if (draft.background && draft.noun && !draft.filled && targets === null && action !== 'mobilise_or_drill') return [];
  const own = draft.refused && mode === 'claimed' && sources?.includes(draft.saidBy ?? '');
  const saidBy = draft.saidBy === '' || own ? null : draft.saidBy;
  const act = (source: string | null, target: string | null): Act => ({
    source,
    action,
    target,
    mode: own ? 'done' : mode,
    saidBy,
    start,
    end,
  });
  if (teller.blames && mode === 'claimed' && sources?.length === 1 && targets?.length === 1 && targets[0] === sources[0]) targets = null;
  const upon = (targets ?? []).filter((id) => !(sources ?? []).includes(id) || action === 'protest' || action === 'legislate_or_rule');
  if (targets && targets.length > 0 && upon.length === 0) return [];
  if (mutual.has(action) && action !== 'visit_or_meet') return mutually(sources ?? [], upon, act);
  if (action === 'mediate')
    return (sources ?? [])
      .slice(0, 1)
      .flatMap((source) => (upon.length > 0 ? upon.slice(0, 2).map((target) => act(source, target)) : [act(source, null)]));
  if (upon.length > 2) return [];
  return (sources ?? [null])
    .slice(0, 3)
    .flatMap((source) => (upon.length > 0 ? upon.map((target) => act(source, target)) : [act(source, null)]));
}

function mutually(sources: readonly string[], upon: readonly string[], act: (source: string, target: string | null) => Act): Act[] {
  const [one, other] = sources;
  if (one === undefined || sources.length > 2 || upon.length > 2) return [];
  if (upon.length > 0) return sources.flatMap((source) => upon.flatMap((target) => [act(source, target), act(target, source)]));
  return other === undefined ? [act(one, null)] : [act(one, other), act(other, one)];
}

/** They tell of blows against others. */
const bystanders = new Set([
  'US',
  'UN',
  'EU',
  'NATO',
  'GB',
  'FR',
  'DE',
  'ICC',
  'IAEA',
  'NGO',
  'RED-CROSS',
  'WHO',
  'MICROSOFT',
  'GOOGLE',
  'CH',
  'VA',
  'TR',
  'QA',
]);

/** Who tells of another's blow blames him; where nobody else is named, it was upon himself. */
function withBlame(acts: readonly Act[], teller: Teller): Act[] {
  return acts.flatMap((act) => {
    const { saidBy, source, target, mode, action } = act;
    if (mode !== 'claimed' || saidBy === null || source === null || source === saidBy || !blamed.has(action)) return [act];
    const suffers =
      target === null &&
      (action === 'attack' || action === 'mobilise_or_drill') &&
      (teller.blames || (teller.speaker === null && !bystanders.has(saidBy)));
    if (!teller.blames && !suffers && (target !== saidBy || teller.speaker !== null)) return [act];
    const whole = suffers ? { ...act, target: saidBy } : act;
    return [{ ...act, source: saidBy, action: 'accuse' as const, target: source, mode: 'done' as const, saidBy: null }, whole];
  });
}

/** Each act once, the surest of those that differ in a party left open. */
function once(acts: readonly Act[]): Act[] {
  return acts.filter((act, i) =>
    acts.every((other, at) => at === i || other.action !== act.action || !(covers(other, act) && (!covers(act, other) || at < i))),
  );
}

function covers(one: Act, other: Act): boolean {
  return (other.source === null || one.source === other.source) && (other.target === null || one.target === other.target);
}
