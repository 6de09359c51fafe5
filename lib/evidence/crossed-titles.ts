// Whether a sentence on several titles gives what one of them tells to who speaks or acts in another.
import { homes } from '../reading/homes.js';
import type { Mention } from './actors.js';
import { speakersOf } from './mouths.js';
import { orderOf } from './order.js';
import { type Scope, scopesOf, within } from './scopes.js';
import type { Told } from './told.js';
import { isWhere } from './where.js';

/** So many words and names of a clause another title must hold. */
const heldLeast = 3;
/** And the speaker's own title no more than this part of them. */
const heldMost = 0.34;

/** The first such exchange, told as a reason; null where there is none. */
export function crossedTitles(own: Told, titles: readonly Told[]): string | null {
  if (titles.length < 2) return null;
  for (const speaker of speakersOf(own, ['says'], true)) {
    const rest = scopesOf(own).flatMap((scope) => heldBy(scope, speaker, titles));
    if (isOfAnother(rest, speaker, titles)) return `lets ${speaker.text} say what another of the cited titles tells`;
  }
  const speaking = new Set(speakersOf(own, ['says'], true));
  for (const scope of scopesOf(own)) {
    const subject = orderOf(scope)?.find((mention) => !isWhere(own, mention));
    if (!subject || speaking.has(subject) || subject.within) continue;
    const held = heldBy(scope, subject, titles);
    if (!isOfAnother(held, subject, titles)) continue;
    const best = bestOf(held, titles);
    const hasOther = best.every((title) => {
      const first = scopesOf(title).flatMap((one) => orderOf(one)?.slice(0, 1) ?? [])[0];
      return first !== undefined && !own.actors.some((mention) => isSame(mention, first));
    });
    if (hasOther) return `lets ${subject.text} do what another does in another of the cited titles`;
  }
  return null;
}

/** For each word and name of a clause which titles hold it; who speaks or acts is left out, and what says that he speaks. */
function heldBy(scope: Scope, party: Mention, titles: readonly Told[]): boolean[][] {
  const { told } = scope;
  return told.words.flatMap((word, at) => {
    if (within(scope, [word]).length === 0 || (party.from <= at && at < party.to)) return [];
    if (told.marks.some(({ row, from, to }) => row === 'says' && from <= at && at < to)) return [];
    const named = told.actors.find(({ from, to }) => from <= at && at < to);
    if (named) return named.from === at ? [titles.map(({ actors }) => actors.some((mention) => isSame(mention, named)))] : [];
    const rows = told.hits.filter(({ from, to }) => from <= at && at < to).map(({ row }) => row);
    if (rows.length === 0 && word.plain.length <= 3) return [];
    return [titles.map((title) => rows.some((row) => title.rows.has(row)) || (title.lang === 'en' && title.stems.has(word.stem)))];
  });
}

function sums(held: readonly boolean[][], titles: readonly Told[]): number[] {
  return titles.map((_, at) => held.filter((one) => one[at]).length);
}

function bestOf(held: readonly boolean[][], titles: readonly Told[]): Told[] {
  const all = sums(held, titles);
  return titles.filter((_, at) => all[at] === Math.max(...all));
}

/** Titles that do not name the party hold nearly all of it, and those that do hold little. */
function isOfAnother(held: readonly boolean[][], party: Mention, titles: readonly Told[]): boolean {
  const all = sums(held, titles);
  const most = Math.max(0, ...all);
  const names = titles.map((title) => title.actors.some((mention) => isSame(mention, party)));
  const mine = Math.max(0, ...all.filter((_, at) => names[at]));
  const theirs = Math.max(0, ...all.filter((_, at) => !names[at]));
  return names.includes(true) && theirs === most && theirs >= heldLeast && theirs >= 0.6 * held.length && mine <= heldMost * theirs;
}

function isSame(one: Mention, other: Mention): boolean {
  const wide = ({ ids }: Mention): string[] => ids.flatMap((id) => [id, id.slice(0, 2), ...(homes[id] ?? [])]);
  const mine = wide(one);
  return wide(other).some((id) => mine.includes(id));
}
