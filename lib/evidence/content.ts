// Whether the words of a sentence stand in its titles. What no title holds is invented: a cause, an outcome, a name. Words that no table knows,
// or that no word of the titles speaks against, are borne with, a few.
import type { Mention } from './actors.js';
import { isCalledAlike } from './belongs.js';
import type { Allowed, Glue } from './glue.js';
import { Ground } from './ground.js';
import type { Lenience } from './lenience.js';
import { isLeft } from './opposites.js';
import { placeNouns } from './plain-words.js';
import { isNumberWord } from './spelled.js';
import { isSurname } from './surnames.js';
import type { Told } from './told.js';

/** The first actor that none of the titles names, told as a reason; null where all are named. */
export function unnamedActor(own: Told, titles: readonly Told[]): string | null {
  if (own.actors.length === 0) return null;
  const ids = new Set(titles.flatMap(({ actors }) => actors.flatMap((mention) => mention.ids)));
  const stands = ({ ids: named, plain, from, to }: Mention): boolean =>
    named.some((id) => ids.has(id)) && (plain || new Ground(titles).holds(own, from) || new Ground(titles).holds(own, to - 1));
  const wrong = own.actors.find((mention) => !stands(mention));
  return wrong ? `the name ${wrong.text} stands in no title` : null;
}

/** The first word that none of the titles holds, told as a reason; null where all stand. What stands in `others`, titles of other outlets, is theirs. */
export function invented(
  own: Told,
  titles: readonly Told[],
  glue: Glue,
  allowed: Allowed,
  lenience: Lenience,
  others: readonly Told[] = [],
): string | null {
  const ground = new Ground(titles);
  for (const mention of own.actors)
    if (!ground.holdsActor(own, mention, glue, allowed) && !isGivenName(own, mention.from, ground))
      return `the name ${mention.text} stands in no cited title`;
  const spared = new Set(own.actors.flatMap(({ from, to }) => range(from, to)));
  // "no fewer than" stands where the figures agree on it.
  for (const { row, from, to } of own.marks) if (row === 'least' && to - from > 1) for (const at of range(from, to)) spared.add(at);
  // "alleged" of "por supuesta desinformación": one doubt is as good as another.
  if (titles.some(({ marks }) => marks.some(({ row }) => row === 'hedge')))
    for (const [at, { plain }] of own.words.entries()) if (doubts.test(plain)) spared.add(at);
  for (const at of deniedAloud(own, titles)) spared.add(at);
  for (const { index, 0: found } of own.text.matchAll(idioms))
    for (const [at, word] of own.words.entries()) if (word.start >= index && word.end <= index + found.length) spared.add(at);
  // Months and days stand where the figures agree on them.
  for (const { unit, start, end } of own.figures)
    if (/^(?:hours|days|weeks|months|years)$/.test(unit))
      for (const [at, word] of own.words.entries())
        if (word.start >= start && word.end <= end && /^(?:hour|dai|week|month|year)$/.test(word.stem)) spared.add(at);
  const bears = lenience(own, ground, glue);
  for (const at of own.words.keys()) if (isKindOf(own, at, ground) || isLasting(own, at)) spared.add(at);
  const theirs = new Set(others.flatMap(({ stems }) => [...stems]));
  for (const [index, word] of own.words.entries()) {
    if (
      spared.has(index) ||
      (glue.claimsNothing(word.plain, allowed) && !isDeed(own, index, ground) && !isGeneral(own, index)) ||
      ground.holds(own, index) ||
      (word.capital && (isCalledAlike(word, glue.belongings(), titles) || isGivenName(own, index, ground))) ||
      (!theirs.has(word.stem) && bears(index))
    )
      continue;
    return `the ${word.capital && index > 0 ? 'name' : 'word'} ${word.text} stands in no cited title`;
  }
  return null;
}

/** "denies that any were shot" of "None was shot, insists ...": who says that it is not denies it; "failed to agree" of "ends without a deal". */
function deniedAloud({ hits, words }: Told, titles: readonly Told[]): number[] {
  const tells = ({ marks }: Told, ...rows: readonly string[]): boolean => rows.every((row) => marks.some((mark) => mark.row === row));
  const denies = titles.some((title) => tells(title, 'not') && (tells(title, 'says') || tells(title, 'speaks')));
  const fails = titles.some(({ rows }) => rows.has('without'));
  return hits.flatMap(({ row, from, to }) =>
    (row === 'deny' && denies) || (row === 'fail' && fails && words[to]?.plain === 'to') ? range(from, to) : [],
  );
}

const doubts =
  /^(?:alleged(?:ly)?|supposed(?:ly)?|apparent(?:ly)?|probabl[ey]|likely|possibl[ey]|presumed|presumably|suspected|purported(?:ly)?)$/;

/** "Baltic Sea" of the "Ostsee", "Sumy region". */
function isKindOf({ words }: Told, at: number, ground: Ground): boolean {
  const [before, word] = [words[at - 1], words[at]];
  return before?.capital === true && word !== undefined && placeNouns.has(word.stem) && ground.stands(before);
}

/** "Kizza Besigye" of a title that has "Besigye". */
function isGivenName({ words, hits, actors }: Told, at: number, ground: Ground): boolean {
  const [word, name] = [words[at], words[at + 1]];
  if (!word || !name?.capital || name.start !== word.end + 1 || name.text.length < 3 || !ground.stands(name)) return false;
  if (hits.some(({ from, to }) => from <= at + 1 && at < to)) return false;
  return !actors.some(
    (mention) => mention.from <= at + 1 && at < mention.to && (mention.place || (mention.plain && !isSurname(mention.text))),
  );
}

/** "is to last three days", "had spent three days": the figures tell how long. */
function isLasting({ words }: Told, at: number): boolean {
  const [before, word, next] = [at - 1, at, at + 1].map((one) => words[one]?.plain ?? '');
  const isLong = isNumberWord(next ?? '') || /^(?:\d.*|for|until|only|over|more|some|nearly|almost|about)$/.test(next ?? '');
  return isLong && (word === 'spent' || (word === 'last' && /^(?:to|will|would|can|should|must)$/.test(before ?? '')));
}

/** Turns of speech that claim nothing. */
const idioms =
  /\b(?:after all|at all|of course|all the same|all along|for its part|for their part|in turn|by contrast|in the end|as a result of|in the process|at the time of|for now|for the time being|so far|as many as|(?:end|start|beginning|middle) of (?:the |this |next )?(?:year|month|week|decade|century))\b/giu;

/** Small words that are a deed together: "called off the strike", "left the alliance", where the titles hold nothing that means it. */
function isDeed(own: Told, index: number, ground: Ground): boolean {
  if (isLeft(own, index) && own.words[index]?.plain === 'left') return true;
  const rows = own.hits.filter(({ from, to }) => from === index && to - from > 1).map(({ row }) => row);
  const next = own.words[index + 1]?.plain ?? '';
  // "taken off the air": what stands is the rest of it.
  const isRest = own.hits.some(({ row, from, to }) => from === index + 1 && to - from > 1 && ground.rows.has(row));
  return undone.has(next) && rows.length > 0 && !isRest && !rows.some((row) => ground.rows.has(row));
}

/** "a general": who commands, where "general" else claims nothing. */
function isGeneral({ words, actors }: Told, index: number): boolean {
  const [before, word, next] = [index - 1, index, index + 1].map((at) => words[at]?.plain ?? '');
  if (word === 'generals') return true;
  if (word !== 'general' || !behindGeneral.test(next ?? '')) return false;
  return actors.some(({ to }) => to === index) || /^(?:an?|the|another|one|former|retired|top|army|senior)$/.test(before ?? '');
}

const behindGeneral =
  /^(?:|to|who|whom|wanted|sought|accused|suspected|charged|from|of|has|have|had|is|was|will|in|on|for|and|by|over|after|says?|said)$/;

const undone = new Set('off back'.split(' '));

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}
