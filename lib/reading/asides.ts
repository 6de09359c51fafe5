// What one clause tells of another: who answers whom, and whom a threat in the background concerns.
import { type Action, forceful } from './actions.js';
import type { Clause } from './clauses.js';
import type { Draft } from './drafts.js';
import { embattled } from './embattled.js';
import type { Phrase } from './phrase.js';
import type { Scan } from './state.js';

const speeches = new Set<Action>(['accuse', 'demand', 'condemn', 'threaten']);

/** "Norway recognises Palestine; Israel recalls envoy": it answers whoever acted before; "boat rammed, Manila points at Beijing". */
export function answerPriorAct(drafts: readonly Draft[]): void {
  drafts.forEach((draft, i) => {
    const source = draft.source?.[0];
    const open =
      draft.frame.includes('reply') ||
      ((draft.action === 'condemn' || draft.action === 'accuse' || draft.action === 'protest') &&
        (!draft.noun || (draft.action === 'protest' && draft.subject)) &&
        !draft.via &&
        !draft.passive);
    if (open && !draft.filled && source) {
      const doer = (other: Draft) => other.source ?? (other.passive && other.action === 'arrest_or_try' ? other.place : null);
      const acts = (other: Draft) => doer(other)?.length === 1 && doer(other)?.[0] !== source && !other.dropped;
      const before = drafts.slice(0, i).findLast(acts) ?? drafts.slice(i + 1).find((other) => other.background && acts(other));
      if (before && doer(before)) draft.target = doer(before);
    }
    // "asks Berlin to give it missiles": they are to go to who asks.
    const asks = draft.action === 'demand' && draft.source?.length === 1 && draft.target?.length === 1 && !draft.dropped;
    if (asks)
      for (const gift of drafts.slice(i + 1))
        if (
          gift.mode === 'demanded' &&
          gift.goods &&
          gift.action !== 'mobilise_or_drill' &&
          !gift.target &&
          gift.source?.[0] === draft.target?.[0]
        )
          Object.assign(gift, { target: draft.source, filled: true });
    // "rejects Moscow's accusations": they were upon him.
    const refused = draft.action === 'reject' && draft.mode === 'done' ? draft.via?.draft : undefined;
    if (refused && speeches.has(refused.action) && refused.source && !refused.filled)
      Object.assign(refused, { target: draft.source, filled: true });
    if (draft.action === 'accuse' && source && draft.target && draft.mode === 'done') {
      const blow = drafts
        .slice(0, i)
        .find((other) => other.passive && forceful.has(other.action) && other.source === null && other.target?.[0] === source);
      if (blow) Object.assign(blow, { source: draft.target, mode: 'claimed', saidBy: source });
    }
  });
}

/** "Despite US warnings, Ankara ...": whom a warning in the background concerns is who acts all the same. */
export function concern(aside: Scan, subject: Phrase | null, main: Scan, background: Clause['background']): void {
  if (subject?.head !== 'actor' || subject.mixed || background === null) return;
  const answers = background === 'reply';
  for (const draft of aside.drafts) {
    const strikesBack =
      draft.action === 'attack' &&
      main.drafts.some(
        ({ action, source, target }) => source !== null && (action === 'threaten' || (action === 'demand' && target?.[0] === 'UN')),
      );
    if (strikesBack && draft.noun && draft.source && !draft.target && !draft.source.includes(subject.actors[0] ?? ''))
      draft.target = subject.actors;
    const fits =
      answers ||
      draft.action === 'demand' ||
      (background === 'despite' && (draft.action === 'threaten' || draft.action === 'protest' || draft.action === 'condemn'));
    if (fits && draft.noun && !draft.filled && draft.source && !draft.source.includes(subject.actors[0] ?? '')) {
      draft.target = subject.actors;
      draft.filled = true;
    }
  }
}

/** "Odesa in darkness after drone barrage": where nothing else is done, what went before struck whom the clause beside it is about. */
export function aftermath(aside: Scan, main: Scan): void {
  if (main.drafts.some(({ dropped }) => !dropped)) return;
  // "Blackout in Odesa after barrage on power grid": it is there that what went before struck.
  const there = main.drafts.length === 0 && main.subject?.actors.length === 0 && main.last?.place === true && !main.last.mixed;
  const town = there ? main.last?.actors : undefined;
  if (town?.length === 1 && town.every((id) => embattled.has(id)))
    for (const draft of aside.drafts)
      if (draft.action === 'attack' && draft.noun && !draft.target && !draft.place && !draft.source?.includes(town[0] ?? ''))
        Object.assign(draft, { target: town, filled: true, town: true });
  const { subject } = main;
  if (!subject || subject.mixed) return;
  if (!subject.actors.every((id) => embattled.has(id)) || subject.actors.length !== 1) return;
  for (const draft of aside.drafts)
    if (
      (subject.head === 'actor' || (subject.head === 'thing' && !draft.noun)) &&
      draft.action === 'attack' &&
      (draft.noun ? !draft.filled : draft.town && draft.source !== null && !draft.passive) &&
      !draft.target &&
      !draft.place &&
      !draft.source?.includes(subject.actors[0] ?? '')
    )
      Object.assign(draft, { target: subject.actors, filled: true, town: subject.place });
}

/** "Kharkiv: apartment block hit": a town at war that stands alone before the colon is where it happens; a capital may be who speaks. */
export function sceneOf(clause: Clause | undefined): readonly string[] | null {
  if (clause?.mark !== ':' || clause.words.length > 2) return null;
  const [naming, ...more] = clause.words.flatMap((word) => (word.naming ? [word.naming] : []));
  const town = naming?.sort === 'place' && more.length === 0 && naming.ids.every((id) => embattled.has(id));
  return town ? naming.ids : null;
}

/** Gives the blows of a clause the scene named before it, where they have no other. */
export function setScene(drafts: readonly Draft[], scene: readonly string[] | null): void {
  if (scene === null) return;
  for (const draft of drafts)
    if (draft.action === 'attack' && (draft.passive || draft.noun) && !draft.place && draft.target === null) draft.place = scene;
}
