// Whether a sentence gives a thing to another than its titles do: "Chinese bombers" of which a headline tells are no Japanese ones.

import type { Mention } from './actors.js';
import { isAdjective } from './lands.js';
import { ownersInRuns } from './owners.js';
import type { Told } from './told.js';

/** Languages in which whose a thing is stands behind it: "oligarques russes". */
const behind: ReadonlySet<string> = new Set(['fr', 'es', 'ar']);

/** Who stands right beside a noun as the one whose it is; `at` is its position among the words. Null where nobody does. */
function ownerOf(told: Told, at: number): Mention | null {
  const side = behind.has(told.lang) ? ({ from }: Mention) => from === at + 1 : ({ to }: Mention) => to === at;
  const mention = told.actors.find((one) => one.plain && !one.place && side(one));
  // "coast guard vessel" is nobody's.
  if (!mention || (told.lang === 'en' && /^\p{Ll}/u.test(mention.text))) return null;
  const [noun] = [told.words[at]];
  const between = behind.has(told.lang) ? told.text.slice(noun?.end, mention.start) : told.text.slice(mention.end, noun?.start);
  return /^\s*$/.test(between) ? mention : null;
}

/** "the Serbian president" where a title names a Serb by his name alone. */
function isOfficeOf(owner: Mention, noun: string, titles: readonly Told[]): boolean {
  if (!/^(?:president|leader|premier|chancellor|minister|prime|king|ruler)$/.test(noun)) return false;
  return titles.some(({ actors }) => actors.some(({ plain, place, ids }) => !plain && !place && ids.some((id) => owner.ids.includes(id))));
}

/** The first thing given to another, told as a reason; null where there is none. A thing that a title leaves without an owner may be anybody's. */
export function misattached(own: Told, titles: readonly Told[]): string | null {
  if (own.lang !== 'en') return null;
  for (const [at, word] of own.words.entries()) {
    const owner = /^\p{Ll}/u.test(word.text) ? ownerOf(own, at) : null;
    if (owner === null || owner.seat || !isAdjective(owner.text) || isOfficeOf(owner, word.text, titles)) continue;
    const rows = new Set(own.hits.filter(({ from, to, wider }) => !wider && from === at && to === at + 1).map(({ row }) => row));
    const owners = titles.flatMap((title) =>
      title.lang === 'zh'
        ? ownersInRuns(title, rows)
        : title.words.flatMap((other, place) => {
            const isSame =
              (title.lang === 'en' && other.stem === word.stem) ||
              title.hits.some(
                ({ row, from, to, narrower, wider }) => !narrower && !wider && rows.has(row) && from === place && to === place + 1,
              );
            return isSame && !other.han ? [ownerOf(title, place)] : [];
          }),
    );
    if (owners.length === 0) continue;
    if (owners.some((other) => other !== null && isAttachedTo(own, other, rows, at))) continue;
    if (owners.every((other) => other !== null && !other.ids.some((id) => owner.ids.includes(id))))
      return `gives ${owner.text} the ${word.text} that are another's in the cited titles`;
  }
  return null;
}

/** "American forces bombed Taliban fighters": whose they are in the title the sentence tells as well. */
function isAttachedTo(own: Told, { ids }: Mention, rows: ReadonlySet<string>, but: number): boolean {
  return own.words.some((_, at) => {
    const owner = at === but ? null : ownerOf(own, at);
    return (
      owner?.ids.some((id) => ids.includes(id)) === true &&
      own.hits.some(({ row, from, to, wider }) => !wider && rows.has(row) && from === at && to === at + 1)
    );
  });
}
