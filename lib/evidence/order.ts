// In which order the parties of a clause stand, who acts before who suffers, and whether a clause of a title has two of them the same way round.
import { homes } from '../reading/homes.js';
import type { Mention } from './actors.js';
import { isAside, isOfTheLand, strikerIn } from './asides.js';
import type { Hit } from './concepts.js';
import { dies } from './fate.js';
import { allJoined, areJoined } from './joined.js';
import { speakersOf } from './mouths.js';
import { isOfThePassive } from './passives.js';
import { marksIn, type Scope, within } from './scopes.js';
import type { Told } from './told.js';
import { isOfAThing, isWhere } from './where.js';

/** Whether two mentions are of one party. */
export function shares(one: Mention, other: Mention): boolean {
  const [mine, others] = [withHomes(one), withHomes(other)];
  return mine.some((id) => others.includes(id));
}

/** A movement and the state it is at home in: "Afghanistan's rulers" of the Taliban. Parties to each other are told apart. */
function withHomes({ ids }: Mention): string[] {
  return [...ids, ...ids.flatMap((id) => (id === 'TALIBAN' ? (homes[id] ?? []) : []))];
}

/** "the Qatari Red Crescent": whose it is stands right before it, and is no other party. */
export function isOwnerOf({ text }: Told, one: Mention, other: Mention): boolean {
  const [first, second] = one.start < other.start ? [one, other] : [other, one];
  const between = text.slice(first.end, second.start);
  if (second.plain && !second.place && first.plain && /^\sof\s(?:the\s)?$/.test(between)) return true;
  if (isOfTheLand(between) && !second.place && (!second.plain || second.ids.every((id) => id.startsWith('~')))) return true;
  return first.plain && !first.place && /^(?:['’]s?)?\s$/.test(between);
}

/** Who gives back the dead acts upon whom he gives them to. */
const giving: ReadonlySet<string> = new Set(['hand over', 'transfer', 'return', 'bring back']);

/** How two actors stand in a clause of a title; null where it does not name both, or names them as one party. */
export function orderOfParties(title: Scope, one: Mention, other: Mention, isBought: boolean): 'same' | 'reversed' | null {
  const order = orderOf(title);
  const isGiven = [...title.rows].some((row) => giving.has(row));
  if (order === null || (dies.test(title.told.text.slice(title.start, title.end)) && !isGiven)) return null;
  const [first, second] = [order.findIndex((mention) => shares(mention, one)), order.findIndex((mention) => shares(mention, other))];
  if (first < 0 || second < 0 || first === second) return null;
  const [a, b] = [order[first], order[second]];
  if (!a || !b || areJoined(title.told, a, b)) return 'same';
  if (title.told.lang === 'zh' && isAttribute(title.told.text.slice(Math.min(a.end, b.end), Math.max(a.start, b.start)))) return null;
  const read = isBought ? [] : title.told.acts.filter(({ source, target }) => source !== null && target !== null);
  if (read.some(({ source, target }) => one.ids.includes(source ?? '') && other.ids.includes(target ?? ''))) return 'same';
  if (read.some(({ source, target }) => other.ids.includes(source ?? '') && one.ids.includes(target ?? ''))) return 'reversed';
  return first < second ? 'same' : 'reversed';
}

/** "under investigation over the sale of data to China", "faces charges of spying for Russia": over what, and not by whom. */
function isOver({ text, lang }: Told, { row, end }: Hit, named: readonly Mention[]): boolean {
  const next = named.find(({ start }) => start >= end);
  return lang === 'en' && row === 'underwent' && next !== undefined && over.test(text.slice(end, next.start));
}

const over = /\b(?:to|for|over|on|about|against|with|in)\s(?:\p{Ll}+ing\s)?(?:the\s)?$/iu;

/** "barred by a court from travelling to Moscow": what he is kept from, and not by whom. */
function isBarredFrom({ text, lang }: Told, { row, end }: Hit, { start }: Mention): boolean {
  return lang === 'en' && row === 'by' && /\sfrom\s\p{L}+ing\s/u.test(text.slice(end, start));
}

/** 向赞比亚运油的乌干达油轮: what tells of a thing stands before it, and its order tells nothing. */
function isAttribute(between: string): boolean {
  return /^[^，。；：]{1,6}的$/u.test(between);
}

/** Those named in a clause, who acts before who suffers: passive and "faces ..." set right. Null where the order tells nothing. */
export function orderOf(scope: Scope): Mention[] | null {
  const { told, start } = scope;
  if (told.lang === 'de' && /^(?:den|dem|einen|einem)\s/i.test(told.text.slice(start))) return null;
  const speaking = new Set(within(scope, told.actors).length > 1 ? speakersOf(told, ['says']) : []);
  const parties = within(scope, told.actors).filter(
    (mention) => !speaking.has(mention) && !isOfAThing(told, mention) && !isAside(told, mention),
  );
  const acting = parties.filter((mention) => !isWhere(told, mention));
  // "a minister in Kenya jailed over bribes from a firm in Uganda": where both are is whose they are, but English tells so by adjectives.
  const named = acting.length === 0 && told.lang !== 'en' ? parties : acting;
  const passive = marksIn(scope, 'by', 'underwent').find((mark) => isOfThePassive(told, start, mark) && !isOver(told, mark, named));
  const first = passive
    ? named.findIndex((mention) => mention.start >= passive.start && !isBarredFrom(told, passive, mention))
    : strikerIn(told, start, named);
  // "被移交国际刑事法院": whoever did it would stand right behind the sign.
  if (told.lang === 'zh' && passive && (named[first]?.start ?? 0) > passive.end) return null;
  const agents = named.filter((_, at) => at === first || (first >= 0 && at > first && allJoined(told, named.slice(first, at + 1))));
  const order = [...agents, ...named];
  return order.filter((mention, at) => !order.slice(0, at).some((earlier) => shares(earlier, mention)));
}

/** "ships that France had returned", "what Ankara told him": who is named behind the relative does what it tells, and nothing to whom is named before. */
export function isOfRelative({ text, lang, marks }: Told, one: Mention, other: Mention): boolean {
  const [, last] = one.start < other.start ? [one, other] : [other, one];
  if (lang !== 'en') return false;
  const before = /(?:^|\s)(\S+)\s(?:what|whom|that)\s(?:the\s)?$/i.exec(text.slice(0, last.start));
  if (!before || !/^\s(?:ha[ds]|have|told|said|did|called|says|tells|\p{Ll}+ed)\b/u.test(text.slice(last.end))) return false;
  // "said that France had returned them" tells who says it.
  return (
    /\bwhat\s(?:the\s)?$/i.test(before[0]) ||
    !marks.some(({ row, start, end }) => sayingRows.has(row) && start <= before.index + 1 && before.index < end)
  );
}

const sayingRows: ReadonlySet<string> = new Set(['says', 'speaks', 'yet', 'refuse']);
