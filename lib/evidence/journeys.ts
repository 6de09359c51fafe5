// Whether a sentence lets somebody travel, or mediate, the other way round: "Lebanon's president travels to Cyprus" of a Cypriot who travels to
// Beirut, "mediates between China and Kabul" of China that mediates between Kabul and another.
import type { Mention } from './actors.js';
import { betweenBoth, standsBehind, toGoal } from './prepositions.js';
import type { Told } from './told.js';
import { isWhere } from './where.js';

const journey =
  /\b(?:travel(?:s|led|ling)?|trips?|fl(?:y|ies|ew|own|ying)|is going|goes|went|head(?:s|ed|ing)|arriv(?:es|ed|ing)|visit(?:s|ed|ing)?)\b/i;

/** The first journey or mediation turned round, told as a reason; null where there is none. */
export function travelsBack(own: Told, titles: readonly Told[]): string | null {
  return otherPair(own, titles) ?? otherGoal(own, titles);
}

function otherGoal(own: Told, titles: readonly Told[]): string | null {
  const [traveller] = own.actors;
  const there = own.actors.find((one) => one !== traveller && standsBehind(toGoal, own, one));
  if (
    !traveller ||
    !there ||
    same(traveller, there) ||
    isWhere(own, traveller) ||
    !journey.test(own.text.slice(traveller.end, there.start))
  )
    return null;
  const isTurned = (title: Told): boolean => {
    const goals = title.actors.filter((one) => standsBehind(toGoal, title, one));
    const others = title.actors.filter((one) => !goals.includes(one));
    return (
      goals.some((one) => same(one, traveller)) && others.some((one) => same(one, there)) && !others.some((one) => same(one, traveller))
    );
  };
  return titles.length > 0 && titles.every(isTurned)
    ? `lets ${traveller.text} travel to ${there.text}, which the cited titles tell the other way round`
    : null;
}

function otherPair(own: Told, titles: readonly Told[]): string | null {
  const mine = pairOf(own);
  const told = titles.map(pairOf);
  if (!mine || told.length === 0 || !told.every((pair) => pair !== null)) return null;
  const [one] = mine;
  const isOther = told.every((pair) => !mine.every((party) => pair.some((other) => same(party, other))));
  return isOther ? `sets ${one.text} between whom no cited title sets it` : null;
}

/** Both who are named behind "between"; null where there are not two. */
function pairOf(told: Told): [Mention, Mention] | null {
  const at = told.actors.findIndex((one) => standsBehind(betweenBoth, told, one));
  const [one, other] = [told.actors[at], told.actors[at + 1]];
  return one && other && other.from - one.to <= mostApart ? [one, other] : null;
}

const mostApart = 3;

function same(one: Mention, other: Mention): boolean {
  return one.ids.some((id) =>
    other.ids.some((it) => it.slice(0, 2) === id.slice(0, 2) && (it === id || it.startsWith(`${id}-`) || id.startsWith(`${it}-`))),
  );
}
