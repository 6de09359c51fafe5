// Whether a sentence lets a deed happen in the land of another than who does it in its titles: "under investigation in Uganda for selling secrets
// to Kenya" of Kenya that investigates a sale to Uganda.

import type { Mention } from './actors.js';
import { stateOf } from './agree.js';
import { inLand, standsBehind } from './prepositions.js';
import type { Told } from './told.js';

/** Right before whom it is for or against, or whence. */
const aside = /\b(?:to|for|from|on behalf of|against|with)\s(?:the\s)?$/i;
const passive = /\b(?:is|are|was|were|been|being)\s(?:\p{L}+\s)?(?:under\s|on trial|\p{L}+(?:ed|ent|eld|ught)\b)/iu;

const noCapitals: ReadonlySet<string> = new Set(['ar', 'zh']);

/** "Syria reopens its embassy in Rabat" of "المغرب يعيد فتح سفارته في دمشق". */
function isHostActing(own: Told, there: Mention, subject: Mention, titles: readonly Told[]): boolean {
  if (
    subject.start > 4 ||
    !subject.plain ||
    passive.test(own.text) ||
    same(subject, there) ||
    own.marks.some(({ row }) => row === 'by' || row === 'underwent')
  )
    return false;
  return titles.every((title) => {
    const { lang, actors, marks } = title;
    const [first, second, ...more] = actors;
    if (!first || !second || more.length > 0 || !noCapitals.has(lang) || marks.some(({ row }) => row === 'by' || row === 'underwent'))
      return false;
    return first.start < 4 && same(first, there) && same(second, subject) && standsBehind(inLand, title, second);
  });
}

/** The first land in which another's deed happens, told as a reason; null where there is none. */
export function elsewhere(own: Told, titles: readonly Told[]): string | null {
  const [subject, host] = own.actors;
  if (
    titles.length > 0 &&
    subject &&
    host &&
    own.actors.length === 2 &&
    standsBehind(inLand, { text: own.text, lang: 'en' }, host) &&
    isHostActing(own, host, subject, titles)
  )
    return `lets ${subject.text} do what another does there in the cited titles`;
  const [there, other, ...more] = own.actors.filter(({ place }) => !place);
  if (!there || !other || more.length > 0 || !passive.test(own.text) || own.marks.some(({ row }) => row === 'by')) return null;
  if (!standsBehind(inLand, { text: own.text, lang: 'en' }, there) || !aside.test(own.text.slice(0, other.start))) return null;
  const isTurned = (title: Told): boolean => {
    const [first, ...others] = title.actors;
    const second = others.find((one) => first && !same(one, first));
    if (!first || !second || !same(first, other) || !same(second, there)) return false;
    return first.start < 4 && !standsBehind(inLand, title, second) && !title.marks.some(({ row }) => row === 'by');
  };
  return titles.length > 0 && titles.every(isTurned) ? `lets it happen in ${there.text} what another does in the cited titles` : null;
}

function same(one: Mention, other: Mention): boolean {
  return one.ids.some((id) => other.ids.some((it) => stateOf(it) === stateOf(id)));
}
