// Whether a sentence turns what came first: "attacked after the border was closed" of a headline by which it was closed after the attack. And
// whether it names somebody as doing what came first where no title does: "after Iraq set fire to the mission" of a fire at the mission.

import { homes } from '../reading/homes.js';
import type { Mention } from './actors.js';
import { within } from './scopes.js';
import type { Told } from './told.js';

interface Part {
  told: Told;
  start: number;
  end: number;
}

const later: Readonly<Record<string, RegExp>> = {
  en: /(?<!\p{L})(?:after|following|since|because|as|when|over|amid)(?!\p{L})/iu,
  de: /(?<!\p{L})(?:nach|nachdem|wegen|weil|als)(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:après|suite à|à cause|pour)(?!\p{L})/iu,
  es: /(?<!\p{L})(?:tras|después de|luego de|por)(?!\p{L})/iu,
  ru: /(?<!\p{L})(?:после|из-за|вслед за)(?!\p{L})/iu,
  ar: /(?<!\p{L})(?:بعد|إثر|عقب|بسبب)(?!\p{L})/iu,
};
/** Of time only: what is done over or because of a thing may also come before it. */
const ofTime = /^(?:after|following|nach|nachdem|après|suite à|tras|después de|luego de|после|вслед за|بعد|إثر|عقب)$/iu;

/** Behind which stands what comes later. */
const earlier: Readonly<Record<string, RegExp>> = {
  en: /(?<!\p{L})(?:before|ahead of|prior to)(?!\p{L})/iu,
  de: /(?<!\p{L})(?:vor(?! (?:Gericht|Ort)(?!\p{L}))|bevor|ehe)(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:avant)(?!\p{L})/iu,
  es: /(?<!\p{L})(?:antes de(?: que)?|previo a)(?!\p{L})/iu,
  ru: /(?<!\p{L})(?:до|перед|накануне|прежде)(?!\p{L})/iu,
  ar: /(?<!\p{L})(?:قبل|قبيل)(?!\p{L})/iu,
};

/** "A before B" where every title tells "A after B", or the other way round. */
function otherOrder(own: Told, titles: readonly Told[]): string | null {
  for (const [mine, theirs] of [
    [earlier, later],
    [later, earlier],
  ] as const) {
    const said = partsOf(own, mine);
    if (!said || (mine === later && !ofTime.test(said.word)) || /^\s*(?:the )?end\b/i.test(own.text.slice(said.first.start))) continue;
    const isTurned = (title: Told): boolean => {
      const told = partsOf(title, theirs);
      if (!told || (theirs === later && !ofTime.test(told.word)) || partsOf(title, mine)) return false;
      return like(said.main, told.main) > like(said.main, told.first) && like(said.first, told.first) > like(said.first, told.main);
    };
    if (titles.length > 0 && titles.every(isTurned)) return `says "${said.word}" where the cited titles say the contrary`;
  }
  return null;
}

/** How many words of a part another has. */
function like(one: Part, other: Part): number {
  const rows = rowsOf(other);
  const stems = new Set(within(other, other.told.words).flatMap(({ plain, stem }) => (plain.length > 3 ? [stem] : [])));
  const isHeld = (from: number): boolean => one.told.hits.some((hit) => hit.from <= from && from < hit.to && rows.has(hit.row));
  return one.told.words.filter(
    (word, at) => within(one, [word]).length > 0 && (isHeld(at) || (other.told.lang === 'en' && stems.has(word.stem))),
  ).length;
}

/** What is told, and what came before it; null where a text tells of no such thing. */
function partsOf(told: Told, words = later): { first: Part; main: Part; word: string } | null {
  const found = words[told.lang]?.exec(told.text);
  // "Five days after the quake" says when.
  if (
    !found ||
    found.index === 0 ||
    /^\s*(?:\S+\s){0,2}(?:hours?|days?|weeks?|months?|years?|shortly|soon|long)\s*$/i.test(told.text.slice(0, found.index))
  )
    return null;
  return {
    main: { told, start: 0, end: found.index },
    first: { told, start: found.index + found[0].length, end: told.text.length },
    word: found[0],
  };
}

function rowsOf({ told, start, end }: Part): Set<string> {
  return new Set(within({ start, end }, told.hits).flatMap(({ row, narrower, wider }) => (narrower || wider ? [] : [row])));
}

function alike(one: Part, other: Part): boolean {
  const rows = rowsOf(other);
  return [...rowsOf(one)].some((row) => rows.has(row));
}

/** The first such turn, told as a reason; null where there is none. */
export function otherSequence(own: Told, titles: readonly Told[]): string | null {
  if (own.lang !== 'en') return null;
  const order = otherOrder(own, titles);
  if (order) return order;
  const mine = partsOf(own);
  if (!mine) return null;
  const told = titles.map((title) => partsOf(title));
  const isTurned = (theirs: ReturnType<typeof partsOf>): boolean =>
    theirs !== null &&
    ofTime.test(theirs.word) &&
    alike(mine.main, theirs.first) &&
    alike(mine.first, theirs.main) &&
    !alike(mine.main, theirs.main) &&
    !alike(mine.first, theirs.first);
  if (ofTime.test(mine.word) && titles.length > 0 && told.every(isTurned)) return 'turns what came first in the cited titles';
  return inventedDoer(mine.first, told);
}

const grammar = /^\s+(?:(?:has|have|had|was|were|is|are|then|also|again|now)\s+)*$/;

/** Right behind an actor stands a deed of which every title tells in a part that does not name him. */
function inventedDoer(part: Part, told: readonly ReturnType<typeof partsOf>[]): string | null {
  const { told: own } = part;
  const [doer] = within(part, own.actors).filter(({ plain }) => plain);
  const deed = doer && within(part, own.hits).find(({ start }) => start >= doer.end);
  if (
    !doer ||
    !deed ||
    !/^\s+(?:the\s)?$/i.test(own.text.slice(part.start, doer.start)) ||
    !grammar.test(own.text.slice(doer.end, deed.start))
  )
    return null;
  const rows = new Set(own.hits.filter(({ from }) => from >= deed.from && from <= deed.from + 2).map(({ row }) => row));
  const isWithout = (theirs: ReturnType<typeof partsOf>): boolean => {
    if (theirs === null) return false;
    const { first, main } = theirs;
    const tells = within(first, first.told.hits).some(({ row }) => rows.has(row));
    const [subject] = main.told.actors;
    return tells && !isNamed(first, doer) && subject !== undefined && !isSame(subject, doer) && isNamed(main, doer);
  };
  return told.length > 0 && told.every(isWithout) ? `lets ${doer.text} do what nobody is named for in the cited titles` : null;
}

function isNamed(part: Part, doer: Mention): boolean {
  return within(part, part.told.actors).some((mention) => isSame(mention, doer));
}

function isSame({ ids }: Mention, doer: Mention): boolean {
  return ids.some((id) => [id, ...(homes[id] ?? [])].some((one) => doer.ids.includes(one)));
}
