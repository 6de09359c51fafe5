// Whether a sentence lets those act, suffer and speak who do so in its titles: by the acts that are read off both, and by who is named before
// whom where no act is read.
import { forceful, mutual } from '../reading/actions.js';
import { homes } from '../reading/homes.js';
import type { Act } from '../reading/reading.js';
import { onlyBlamed } from './accused.js';
import type { Mention } from './actors.js';
import { actsAgree, stateOf } from './agree.js';
import { isArmyIn } from './armies.js';
import { areMeeting, isBehindVerb } from './asides.js';
import { misattached } from './attached.js';
import { isConverse } from './converse.js';
import { leavesAnother } from './departures.js';
import { isWhence, otherExpeller } from './expelled.js';
import { diesForSurvives } from './fate.js';
import { isBought, isFelt } from './felt.js';
import { isGivenTo } from './given.js';
import { gotFrom, isReadAlike } from './got.js';
import { exchangedGroups } from './groups.js';
import { areJoined, joinsIn, statesNamedBy } from './joined.js';
import { travelsBack } from './journeys.js';
import { ownerForHis } from './kin.js';
import { wrongMouth } from './mouths.js';
import { hitsWhatIsNear } from './near.js';
import { otherOffice } from './offices.js';
import { isOfRelative, isOwnerOf, orderOf, orderOfParties, shares } from './order.js';
import { happensElsewhere, inAnotherLand, isHost, otherHost } from './owners.js';
import { agentsOf } from './passives.js';
import { withPersons } from './persons.js';
import { elsewhere } from './placed.js';
import { actsForHisOwn } from './proxies.js';
import { receives } from './receives.js';
import { marksIn, renderedBy, type Scope, scopesOf, tellsSame, within } from './scopes.js';
import type { Told } from './told.js';
import { freedForHeld, heldForFreed, victimActs } from './victims.js';
import { comesFromElsewhere, isOnlyBorder, isWhere } from './where.js';
import { otherWayRound } from './whither.js';
import { isUnderWay } from './yet.js';

/** The first exchange of parties found, told as a reason; null where there is none. */
export function exchanged(own: Told, titles: readonly Told[]): string | null {
  return (
    wrongMouth(own, titles) ??
    wrongAct(own, titles) ??
    victimActs(own, titles) ??
    misattached(own, titles) ??
    heldForFreed(own, titles) ??
    freedForHeld(own, titles) ??
    wrongOrder(own, titles) ??
    wrongOrderOfPersons(own, titles) ??
    exchangedGroups(own, titles) ??
    onlyBlamed(own, titles) ??
    ownerForHis(own, titles) ??
    otherOffice(own, titles) ??
    diesForSurvives(own, titles) ??
    otherWayRound(own, titles) ??
    otherExpeller(own, titles) ??
    leavesAnother(own, titles) ??
    actsForHisOwn(own, titles) ??
    elsewhere(own, titles) ??
    inAnotherLand(own, titles) ??
    happensElsewhere(own, titles) ??
    otherHost(own, titles) ??
    travelsBack(own, titles) ??
    comesFromElsewhere(own, titles) ??
    hitsWhatIsNear(own, titles)
  );
}

function wrongOrderOfPersons(own: Told, titles: readonly Told[]): string | null {
  const named = withPersons(own, titles);
  return named && wrongOrder(named.own, named.titles);
}

const spoken: ReadonlySet<string> = new Set(['announce_or_state', 'other', 'deny']);

function wrongAct(own: Told, titles: readonly Told[]): string | null {
  const told = titles.flatMap(({ acts }) => acts);
  for (const act of own.acts) {
    if (spoken.has(act.action) || !isOfItsClause(own, act) || isWhence(own, act) || isOfAccused(titles, act)) continue;
    const same = told.filter(({ action }) => action === act.action);
    if (same.length === 0) continue;
    const parties = same.filter((other) => actsAgree(act, other));
    // A title that names nobody lets nobody be named whom another shows as acting otherwise or as the one who suffers it.
    const { source } = act;
    const isNamed =
      source === null ||
      mutual.has(act.action) ||
      same.some((other) => other.source !== null && statesNamedBy(own, source).includes(stateOf(other.source)));
    const another = same.find(
      (other) =>
        (other.target === source && !isNamedTwice(titles, source)) ||
        (other.source !== null &&
          !(other.source.startsWith('@') && act.target === other.source) &&
          stateOf(other.source) !== stateOf(source ?? '')),
    );
    if (
      !isNamed &&
      another &&
      !isArmyIn(titles, act.source) &&
      !joinsIn(own, titles, act, same) &&
      !isBlamed(act) &&
      !own.acts.some(
        (one) =>
          one.start !== act.start && one.action === act.action && one.source !== act.source && same.some((other) => actsAgree(one, other)),
      ) &&
      !agentsOf(own).some((id) => same.some((one) => stateOf(one.source ?? '') === stateOf(id)))
    )
      return `lets ${nameOf(own, source ?? '')} do what another does in the cited titles`;
    if (!isNamed && isOnlyBorder(titles, source))
      return `lets ${nameOf(own, source ?? '')} do what nobody is named for in the cited titles`;
    const isOpen = own.marks.some(({ row }) => row === 'yet');
    if (
      isOpen ||
      act.mode !== 'done' ||
      act.saidBy !== null ||
      parties.length === 0 ||
      parties.some(({ mode, saidBy, source }) => (mode === 'done' && saidBy === null) || (homes[source ?? ''] ?? []).includes(saidBy ?? ''))
    )
      continue;
    // "Activists say": whoever says it has no name that the reading knows.
    const isSaid = own.marks.some(({ row }) => row === 'says') && parties.every(({ mode }) => mode === 'claimed');
    if (!isSaid && parties.every(({ mode }) => mode !== 'done' && !(mode === 'planned' && isUnderWay(own.text))))
      return `states as done what is ${parties[0]?.mode} in the cited titles`;
  }
  return null;
}

/** Its clause names who does it, or nobody ("Norway recognises it and Israel recalls its envoy"); who is named last before "which" does it. */
function isOfItsClause(own: Told, { source, start }: Act): boolean {
  const scope = scopesOf(own).find((one) => one.start <= start && start < one.end);
  if (!scope || source === null) return true;
  const named = within(scope, own.actors);
  const last = /^(?:which|who)\b/i.test(own.text.slice(scope.start)) ? own.actors.findLast(({ end }) => end <= scope.start) : undefined;
  const isHis = ({ ids }: Mention): boolean => ids.some((id) => stateOf(id) === stateOf(source));
  return (!last || isHis(last)) && (named.length === 0 || named.some(isHis));
}

/** "Mali: the army retakes Kidal": a state and a town of it, and either may be meant. */
function isNamedTwice(titles: readonly Told[], id: string | null): boolean {
  return titles.some(({ actors }) => actors.filter(({ ids }) => ids.includes(id ?? '')).length > 1);
}

/** What the accuser does behind the accusation is read as the accused's: "India accused Pakistan over it and closed the border". */
function isOfAccused(titles: readonly Told[], { source, mode, saidBy }: Act): boolean {
  if (mode !== 'claimed' || saidBy === null) return false;
  return titles.some(({ acts }) => acts.some((act) => act.action === 'accuse' && act.source === saidBy && act.target === source));
}

/** An attack that is read off a sentence without its victim says too little. */
function isBlamed({ action, target, mode }: Act): boolean {
  return forceful.has(action) && target === null && mode !== 'done';
}

function nameOf({ actors }: Told, id: string): string {
  return actors.find(({ ids }) => ids.includes(id))?.text ?? id;
}

function wrongOrder(own: Told, titles: readonly Told[]): string | null {
  const all = titles.flatMap(scopesOf);
  for (const scope of scopesOf(own)) {
    const order = orderOf(scope);
    if (order === null) continue;
    for (const [at, one] of order.entries())
      for (const other of order.slice(at + 1)) {
        if (
          (at > 0 && marksIn(scope, 'by').length > 0) ||
          isHost(own, titles, one) ||
          shares(one, other) ||
          isOwnerOf(own, one, other) ||
          areJoined(own, one, other) ||
          isReadAlike(own, titles, one, other) ||
          gotFrom(own, titles, one, other) === 'same' ||
          isOfRelative(own, one, other) ||
          isBehindVerb(scope, one) ||
          areMeeting(own, one, other) ||
          (receives(scope, one, titles) && !all.some((title) => isConverse(scope, title)))
        )
          continue;
        const found = all
          .map((title) => {
            if (isFelt(scope, title) || !tellsSame(scope, title)) return null;
            // Told from the other side, who stands first there stands last here.
            return isConverse(scope, title)
              ? orderOfParties(title, other, one, true)
              : orderOfParties(title, one, other, isBought(scope, title));
          })
          .filter((how) => how !== null);
        if (gotFrom(own, titles, one, other) === 'reversed' || (found.length > 0 && found.every((how) => how === 'reversed')))
          return `lets ${one.text} do to ${other.text} what it does the other way round in the cited titles`;
      }
    const crossed = subjectOfAnother(scope, order[0], all);
    if (crossed) return crossed;
  }
  return null;
}

/** A clause renders one of a title, but with the actor of another clause of it in the place of its own. */
function subjectOfAnother(scope: Scope, subject: Mention | undefined, titles: readonly Scope[]): string | null {
  // "According to Seoul, ..." names who speaks; "to Romania" whither something goes.
  if (subject && /\b(?:to|from|of|for|with|about|by)\s(?:the\s)?$/i.test(scope.told.text.slice(scope.start, subject.start))) return null;
  if (!subject || (marksIn(scope, 'says').length > 0 && within(scope, scope.told.words).length <= 5)) return null;
  const mine = within(scope, scope.told.actors);
  const here = mine.filter((mention) => !isWhere(scope.told, mention));
  const crossed = renderedBy(scope, titles).map((title) => {
    const first = orderOf(title)?.[0];
    if (
      !first ||
      within(title, title.told.actors).some((mention) => shares(mention, subject)) ||
      (first.plain && !isNamedTwice([title.told], first.ids[0] ?? null) ? mine : here).some(
        (mention) => shares(mention, first) && !isGivenTo(scope, subject, mention, title),
      )
    )
      return false;
    return title.told.actors.some((mention) => shares(mention, subject));
  });
  if (crossed.length === 0 || crossed.includes(false)) return null;
  return `lets ${subject.text} do what another does in the cited titles`;
}
