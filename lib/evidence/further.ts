// All by which a sentence may exchange what its titles tell: who acts, suffers and speaks, when it is, in what measure, and which title tells it.
import { addedDoer } from './added-doers.js';
import { otherSide, readAgents } from './around-verb.js';
import { otherQuarter } from './bearings.js';
import { otherDirection } from './bound-for.js';
import { doesWhatHeCondemns } from './condemned.js';
import { crossedTitles } from './crossed-titles.js';
import { otherEnds } from './ends.js';
import { otherMeasure } from './measures.js';
import { openAsDone } from './modal.js';
import { onlyGoverned } from './only-governed.js';
import { exchanged } from './parties.js';
import { partForWhole } from './parts.js';
import { putOffAsDone } from './put-off.js';
import { sameVerbOfAnother } from './same-verb.js';
import { otherSequence } from './sequence.js';
import { type Mouths, readMouths, strangeMouth } from './strange-mouths.js';
import { timesAsThings } from './times.js';
import { onlyToCome } from './to-come.js';
import type { Told } from './told.js';
import { unlicensedNot } from './unlicensed.js';
import { otherFate } from './vague-fates.js';
import { otherPlaces } from './verb-roles.js';

/** Those whom no list of actors has, by the stems of their English words: who may speak, and who may act. */
export interface Unlisted {
  mouths: Mouths;
  agents: ReadonlySet<string>;
}

/** `tables` is this room's folder of tables. */
export function readUnlisted(tables: string): Unlisted {
  return { mouths: readMouths(tables), agents: readAgents(tables) };
}

/** The first such exchange, told as a reason; null where there is none. */
export function exchangedAnywhere(own: Told, titles: readonly Told[], { mouths, agents }: Unlisted): string | null {
  return (
    doesWhatHeCondemns(own, titles) ??
    exchanged(own, titles) ??
    otherSequence(own, titles) ??
    strangeMouth(own, titles, mouths) ??
    onlyToCome(own, titles) ??
    otherMeasure(own, titles) ??
    crossedTitles(own, titles) ??
    sameVerbOfAnother(own, titles) ??
    otherPlaces(own, titles) ??
    otherSide(own, titles, agents) ??
    otherEnds(own, titles) ??
    otherDirection(own, titles) ??
    otherQuarter(own, titles) ??
    addedDoer(own, titles) ??
    openAsDone(own, titles) ??
    partForWhole(own, titles) ??
    timesAsThings(own, titles) ??
    putOffAsDone(own, titles) ??
    onlyGoverned(own, titles) ??
    unlicensedNot(own, titles) ??
    otherFate(own, titles)
  );
}
