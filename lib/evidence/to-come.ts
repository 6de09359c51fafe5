// Whether a sentence tells as yet to come what its titles tell as done: "will visit the plant" of a visit that is under way.
import type { Hit } from './concepts.js';
import { scopesOf, within } from './scopes.js';
import type { Told } from './told.js';
import { isOpen } from './yet.js';

/** Words that put the verb behind them into the future. */
const willDo =
  /\b(?<!\b(?:its|their|his|her|an?|the|of|up|no|drops?|dropped|scraps?|scrapped)\s)(?:will|(?:is|are) (?:set|about|due|going|preparing|planning|ready|expected|poised) to|plans? to|planned to|intends? to|wants? to)\s+(?:also\s|now\s|soon\s)?(?!not\b|never\b|no\b|be\b|have\b)(\p{Ll}+)/gu;

/** Rows of concepts-*.tsv by which titles settle what is to be done later. */
const settling: ReadonlySet<string> = new Set([
  ...['agree', 'decide', 'approve', 'announce', 'order', 'sign', 'vote', 'plan', 'promise', 'call', 'allow', 'authorise', 'law', 'bill'],
  ...['pledge', 'vow', 'schedule', 'prepare', 'invite', 'summit', 'election', 'propose', 'offer', 'ask', 'demand', 'urge', 'threaten'],
]);
/** Words of titles for a time that is yet to come. */
const ahead =
  /\b(?:20[2-9]\d|from|by|next|until|upcoming|ahead|soon|later|tomorrow|ab|bis|nächste\p{L}*|künftig|noch|dieses Jahr|diesem Jahr|à partir|dès|jusqu|prochain\p{L}*|desde|hasta|próxim\p{L}*|a partir)\b|(?<!\p{L})(?:до|к|следующ\p{L}*|ближайш\p{L}*)(?!\p{L})|明年|下周|下月|起|前|القادم|المقبل|اعتبارا|ابتداء/iu;

/** The first deed put off that is done, told as a reason; null where there is none. */
export function onlyToCome(own: Told, titles: readonly Told[]): string | null {
  if (own.marks.some(({ row }) => row === 'not' || row === 'refuse')) return null;
  if (titles.length === 0 || titles.some((title) => isOpen(title) || ahead.test(title.text))) return null;
  for (const found of own.text.matchAll(willDo)) {
    const verb = found[1] ?? '';
    const at = own.words.findIndex(({ start }) => start === found.index + found[0].length - verb.length);
    const word = own.words[at];
    if (!word) continue;
    const meant = own.hits.filter(({ from, wider }) => from === at && !wider);
    const rows = new Set(meant.map(({ row }) => row));
    // "will sign an agreement": what the verb and its object say themselves settles nothing else.
    const said = new Set(own.hits.flatMap(({ row, from }) => (from >= at ? [row] : [])));
    if (titles.some((title) => [...settling].some((row) => title.rows.has(row) && !said.has(row)))) continue;
    const tells = titles.map((title) => isDoneIn(title, word.stem, rows));
    if (tells.includes(true) && !tells.includes(null)) return `says "${found[0].trim()}" of what the cited titles tell as done`;
  }
  return null;
}

/** Whether a title tells the deed as done; false where it tells nothing of it, null where nobody can say. */
function isDoneIn(title: Told, stem: string, rows: ReadonlySet<string>): boolean | null {
  const hits = title.hits.filter(({ row }) => rows.has(row));
  // "передаст": a Russian verb in the present may be of the future.
  if (title.lang === 'ru' && hits.length > 0 && !hits.some(({ from }) => pastInRussian.test(title.words[from]?.plain ?? ''))) return null;
  if (title.lang !== 'en') return hits.length === 0 ? false : hits.some((hit) => isBehindDoer(title, hit)) || isActed(title, hits) || null;
  const words = title.words.filter((word, at) => word.stem === stem || hits.some(({ from, to }) => from <= at && at < to));
  if (words.length === 0) return false;
  return words.some((word) => isDoneBehind(title, title.words.indexOf(word))) || null;
}

const pastInRussian = /(?:л|ла|ло|ли|лся|лась|лось|лись|[ауя]ет|[ауя]ют|[ауя]ется|[ауя]ются)$/u;

/** Right behind who does it, and no noun: "L'UE adopte", "德国批准". */
function isBehindDoer({ actors, text, words, lang }: Told, { start, from }: Hit): boolean {
  const isNext = actors.some(({ end }) => end <= start && /^\s?$/.test(text.slice(end, start)));
  return isNext && (lang === 'zh' || lang === 'ar' || /^\p{Ll}/u.test(words[from]?.text ?? ''));
}

/** An act that is read as done stands in the clause. */
function isActed(title: Told, hits: readonly Hit[]): boolean {
  return scopesOf(title).some(
    (scope) => within(scope, hits).length > 0 && within(scope, title.acts).some(({ mode, saidBy }) => mode === 'done' && saidBy === null),
  );
}

/** Behind who does it: "visits", "visited", "has visited". */
function isDoneBehind({ words, actors, text }: Told, at: number): boolean {
  const [before, word] = [words[at - 1], words[at]];
  if (!before || !word || /[,;:–—-]/.test(text.slice(before.end, word.start))) return false;
  if (/^(?:has|have)$/.test(before.plain)) return /(?:ed|en|ung|own)$/.test(word.plain);
  const isSubject =
    actors.some(({ to }) => to === at) ||
    /^\p{Lu}\p{Ll}+$/u.test(before.text) ||
    /(?:s|men|police|army)$|^(?:it|they|he|she)$/.test(before.plain);
  return isSubject && past.test(word.plain) && /^\p{Ll}/u.test(word.text) && !/^\p{Ll}+s$/u.test(words[at + 1]?.text ?? '');
}

const past = /(?:s|ed)$|^(?:struck|hit|won|lost|took|left|sent|shot|held|met|sank|fled|gave|bought|sold|began|fell|rose|broke|cut)$/;
