// Whether a sentence lets somebody be thrown out whence its titles throw another out: "Kenyan diplomats have been thrown out of Uganda" of Kenya
// that expels Ugandan ones.
import type { Act } from '../reading/reading.js';
import type { Mention } from './actors.js';
import { stateOf } from './agree.js';
import { isAdjective } from './lands.js';
import type { Told } from './told.js';

/** Thrown out of a land, or of another's company: who stands behind it does it. */
const whence =
  /\b(?:expelled|deported|ejected|evicted|banished|barred|banned|removed|(?:thrown|kicked|ordered|driven) out|sent (?:home|packing)|told to leave|ordered to leave|leave|extradited)\s(?:(?:from|of|out of|by)\s)?(?:the\s)?$/i;

/** Who throws out by the sentence; null where it names none. */
function expellerOf({ text, actors, marks }: Told): Mention | null {
  if (marks.some(({ row }) => row === 'by')) return null;
  return actors.find((mention) => whence.test(text.slice(0, mention.start)) && !isWhom(text, mention)) ?? null;
}

/** "expelled French diplomats": whom, and not whence. */
function isWhom(text: string, { start, text: written }: Mention): boolean {
  return isAdjective(written) && !/\b(?:from|of|by|leave)\s(?:the\s)?$/i.test(text.slice(0, start));
}

/** The first who throws out those of whom another does, told as a reason; null where there is none. */
export function otherExpeller(own: Told, titles: readonly Told[]): string | null {
  const there = expellerOf(own);
  const acts = titles.flatMap((title) => title.acts.filter(({ action }) => action === 'expel'));
  const isOf = (id: string | null): boolean => id !== null && there?.ids.some((one) => stateOf(one) === stateOf(id)) === true;
  const isTurned = ({ source, target }: Act): boolean => !isOf(source) && source !== null && isOf(target);
  return there && acts.length > 0 && acts.every(isTurned) ? `lets ${there.text} expel whom another expels in the cited titles` : null;
}

/** "Three diplomats from Uganda have been thrown out": whence they are, and nobody who does it. */
export function isWhence({ text, actors }: Told, { action, source }: Act): boolean {
  if (action !== 'expel' || !/\b(?:been|was|were|is|are|being|get|got)\b/i.test(text)) return false;
  const mine = actors.filter(({ ids }) => ids.some((id) => stateOf(id) === stateOf(source ?? '')));
  return mine.length > 0 && mine.every(({ start }) => /\bfrom\s(?:the\s)?$/i.test(text.slice(0, start)));
}
