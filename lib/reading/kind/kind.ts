// Tells news from what may only join a family: opinion, live pages and roundups, anniversaries, explainers, quizzes. Precision for news:
// a headline is another kind only where its words say so, at the places where such words stand.
import { join } from 'node:path';
import { keepLast } from '../../language/keep-last.js';
import { lazily } from '../text/lazily.js';
import { type Looks, makeLooks } from '../text/looks.js';
import { rowsOf } from '../text/table.js';
import { listOf, type Terms } from '../text/terms.js';
import { type Token, tokensOf } from '../text/tokens.js';
import { isWithin, quotesOf } from '../wording/quotes.js';
import { type HeadlineKind, headlineKinds } from './kinds.js';

const places = ['label', 'start', 'end', 'any', 'colon', 'before', 'after', 'led'] as const;
type Place = (typeof places)[number];
type Marks = Readonly<Record<Place, Terms<HeadlineKind | 'years'>>>;

/** In the order in which they are asked: "How well do you know ...? Take our quiz" is a quiz. */
const order = ['quiz', 'live', 'opinion', 'anniversary', 'explainer', 'news', 'years'] as const;

/** Reads the table of a folder once and gives the reader. A language without rows is told by its question mark alone. */
export function makeKindReader(folder: string, looks: Looks = makeLooks()): (title: string, lang: string) => HeadlineKind {
  const table = join(folder, 'kinds.tsv');
  const rows = lazily(() => rowsOf(table, ['lang', 'kind', 'place', 'words']).sort((a, b) => placeOf(a.kind) - placeOf(b.kind)));
  const known = new Map<string, Marks>();
  const make = (lang: string): Marks => {
    const look = looks(lang);
    const marked = (place: Place) =>
      listOf<HeadlineKind | 'years'>(look, `kind ${place}`, (terms) => {
        for (const row of rows()) if (row.lang === lang && row.place === place) terms.add(row.words, row.kind as HeadlineKind | 'years');
      });
    return Object.fromEntries(places.map((place) => [place, marked(place)])) as Record<Place, Terms<HeadlineKind | 'years'>>;
  };
  const marksOf = keepLast((lang) => {
    const short = lang.slice(0, 2).toLowerCase();
    const marks = known.get(short) ?? make(short);
    if (known.size < 50) known.set(short, marks);
    return marks;
  });
  return (title, lang) => kindOf(title, tokensOf(title), marksOf(lang));
}

const breaks = new Set([':', '：', '|', '｜', '•', '·']);
const openers = new Set(['¿', '¡', '[', '(', '【', '«', '"', '“', '„', '‘', "'"]);
const quoting = new Set(['«', '"', '“', '„', '‘', "'", '「']);

function kindOf(title: string, tokens: readonly Token[], marks: Marks): HeadlineKind {
  const found: (HeadlineKind | 'years')[] = [];
  const start = tokens.findIndex(({ sort, text }) => sort !== 'sign' || !openers.has(text));
  if (start < 0) return 'news';
  const quoted = start > 0 && quoting.has(tokens[start - 1]?.text ?? '');
  const begins = marks.start.at(tokens, start)?.value;
  if (begins !== undefined && begins !== 'years' && !quoted && !isName(title, tokens[start])) found.push(begins);
  const any = marks.any;
  for (let at = any.next(tokens, 0); at < tokens.length; at = any.next(tokens, at + 1)) addTo(found, any.at(tokens, at)?.value);
  addLabels(found, tokens, start, marks);
  if (isPast(tokens, start, marks)) found.push('anniversary');
  if (begins !== 'news' && asks(tokens)) found.push('explainer');
  if (found.length === 0) return 'news';
  const first = order.find((one) => found.includes(one) && !(one === 'explainer' && begins === 'news'));
  return headlineKinds.find((kind) => kind === first) ?? 'news';
}

function placeOf(kind: string): number {
  return (order as readonly string[]).indexOf(kind);
}

function addTo(found: (HeadlineKind | 'years')[], kind: HeadlineKind | 'years' | undefined): void {
  if (kind !== undefined) found.push(kind);
}

/** "WHO is" asks nothing: the first word is an abbreviation. */
function isName(title: string, token: Token | undefined): boolean {
  if (token?.sort !== 'word' || token.text.length < 3) return false;
  const written = title.slice(token.start, token.end);
  return token.text === 'who' && written === 'WHO';
}

/** Labels: before the first colon or bar of the beginning, alone or as its last words ("Ukraine war live: ..."), and after the last bar or dash. */
function addLabels(found: (HeadlineKind | 'years')[], tokens: readonly Token[], start: number, marks: Marks): void {
  const label = marks.label;
  const opening = label.at(tokens, start);
  const dash = opening ? tokens[start + opening.length] : undefined;
  if (opening && dash && (isFreeDash(dash) || isFullStop(tokens, start + opening.length) || isSigned(tokens, start + opening.length)))
    addTo(found, opening.value);
  const mark = tokens.findIndex(({ sort, text }, at) => at > start && at < start + 10 && sort === 'sign' && breaks.has(text));
  if (mark > 0) {
    if (opening?.length === mark - start) addTo(found, opening.value);
    const last = label.before(tokens, mark);
    if (last?.value === 'live' && mark - last.length > start) found.push('live');
    addTo(found, marks.colon.at(tokens, mark + 1)?.value);
  }
  for (const tail of [tokens.length, lastBreak(tokens)]) {
    const end = marks.end.before(tokens, tail);
    const before = end ? tokens[tail - end.length - 1] : undefined;
    if (end && before !== undefined && (breaks.has(before.text) || ['-', '–', '—', ','].includes(before.text))) addTo(found, end.value);
  }
}

function isFreeDash({ glued, text }: Token): boolean {
  return !glued && ['-', '–', '—'].includes(text);
}

/** "Column. The UN we failed". */
function isFullStop(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === '.' && tokens[at + 1]?.glued === false;
}

/** "La chronique de Léa Marnier – ...": whose it is stands before the dash, two words or three. */
function isSigned(tokens: readonly Token[], at: number): boolean {
  if (!/^(?:by|of|de|d|von|por)$/.test(tokens[at]?.text ?? '')) return false;
  const dash = tokens.findIndex((token, i) => i > at && isFreeDash(token));
  return dash > at + 2 && dash <= at + 4;
}

function lastBreak(tokens: readonly Token[]): number {
  for (let at = tokens.length - 1; at > 0; at--) {
    const { sort, text } = tokens[at] as Token;
    if (sort === 'sign' && breaks.has(text)) return at;
  }
  return 0;
}

/** "80 years on", "Vor 80 Jahren: ...", "6 juin 1944 : ...", "八十周年": a day long past is what the title is about. */
function isPast(tokens: readonly Token[], start: number, marks: Marks): boolean {
  const led = marks.before.at(tokens, start)?.length ?? 0;
  const number = tokens[start + led];
  if (number === undefined) return false;
  if (number.sort === 'number' && number.text.length < 4) {
    if (marks.after.at(tokens, start + led + 1) || (led > 0 && marks.led.at(tokens, start + led + 1))) return true;
    const year = tokens[start + led + 2];
    return year?.sort === 'number' && /^1[0-9]{3}$/.test(year.text) && breaks.has(tokens[start + led + 3]?.text ?? '');
  }
  if (tokens[start]?.sort !== 'han') return false;
  for (let at = start + 1; at < tokens.length && tokens[at]?.glued; at++) {
    const hit = marks.after.at(tokens, at);
    if (hit && tokens[at + hit.length]?.glued === false) return true;
  }
  return false;
}

/** Whether a question mark stands outside quotation marks. */
function asks(tokens: readonly Token[]): boolean {
  const quotes = tokens.some(isQuestionMark) ? quotesOf(tokens) : null;
  return quotes !== null && tokens.some((token, at) => isQuestionMark(token) && !isWithin(quotes, at));
}

function isQuestionMark({ sort, text }: Token): boolean {
  return sort === 'sign' && marksOfQuestion.has(text);
}

const marksOfQuestion = new Set(['?', '？', '؟']);
