// Whether a clause of a title tells what somebody says: in it, in a short clause behind it, or before a colon.
import { homes } from '../reading/homes.js';
import type { Hit } from './concepts.js';
import { isCountryName } from './lands.js';
import { marksIn, type Scope, scopesOf, within } from './scopes.js';
import { signatureOf } from './signed.js';
import type { Told } from './told.js';
import { isWhere } from './where.js';
import { stemOf } from './words.js';

/** Somebody says what the clause tells: in it, in a short clause behind it, or as a speaker before a colon. */
export function isSaid(scope: Scope): boolean {
  if (marksIn(scope, 'says').length > 0) return true;
  const { told, index } = scope;
  if (index < (signatureOf(told)?.index ?? 0)) return true;
  if (told.clauses[index - 1]?.sign === ',' && isAccording(scopesOf(told)[index - 1])) return true;
  if (isAsserted(scope)) return true;
  return isSaidBehind(scope) || isSpokenAfterColon(scope);
}

/** "..., officials say": a short clause right behind it tells who says it. */
export function isSaidBehind({ told, index }: Scope): boolean {
  const next = scopesOf(told)[index + 1];
  return (
    next !== undefined &&
    told.clauses[index]?.sign !== ';' &&
    within(next, told.words).length <= mostOfSpeech &&
    marksIn(next, 'says').some((mark) => told.clauses[index]?.sign !== ':' || mark.start === next.start || mark.end === next.end)
  );
}

const mostOfSpeech = 5;

/** "weist Moskaus Behauptung zurück, ... sei gefallen": German and Russian part what is asserted by a comma. */
function isAsserted({ told, index }: Scope): boolean {
  const before = scopesOf(told)[index - 1];
  const isParted = (told.lang === 'de' || told.lang === 'ru') && told.clauses[index - 1]?.sign === ',';
  return (
    isParted && before !== undefined && marksIn(before, 'claim').some(({ from }) => before.told.words[from]?.capital || told.lang === 'ru')
  );
}

/** "Selon Kinshasa, ...": what follows is his. */
function isAccording(scope: Scope | undefined): boolean {
  const first = scope && within(scope, scope.told.words)[0]?.plain;
  return (
    scope !== undefined && /^(?:selon|d|segun|according|nach|laut|согласно|по)$/.test(first ?? '') && marksIn(scope, 'says').length > 0
  );
}

/** A speaker before a colon, in the same sentence, says what the clause tells. */
export function isSpokenAfterColon({ told, index }: Scope): boolean {
  const before = told.clauses.slice(0, index).findLastIndex(({ sign }) => sign === ':' || sign === '：');
  if (before < 0 || told.clauses.slice(before + 1, index).some(({ sign }) => sign === ';')) return false;
  return speaksBeforeColon(told, before);
}

const speakers = new Set(
  'army navy military prosecutor police president minister ministry governor government official court medic spokesman general king leader parliament'
    .split(' ')
    .map(stemOf),
);

const rulers: ReadonlySet<string> = new Set(['government', 'ruler', 'transitional', 'parliament', 'opposition', 'court', 'supreme']);

/** "Libanon: Israelische Drohne tötet ...": the land is where, and whose the drone is an adjective tells. */
function isAdjectiveBehind({ lang, words, actors }: Told, from: number): boolean {
  const first = actors.find((mention) => mention.from >= from);
  const next = first && words[first.to];
  return lang === 'de' && next?.capital === true && /isch(?:e|er|es|en|em)$/.test(first?.text ?? '');
}

/** "Haftbefehl gegen Netanjahu: ...": what it is about. */
const behindPreposition =
  /(?<!\p{L})(?:gegen|für|um|über|mit|zu|nach|von|contra|sobre|con|tras|contre|sur|avec|après|pour|de|against|on|for|over|after|about|with|to|против|о|об|с|по)\s$/iu;

/** Rows of concepts-*.tsv for what a headline may be about. */
const happenings: ReadonlySet<string> = new Set([
  'accident',
  'crash',
  'earthquake',
  'flood',
  'fire',
  'explosion',
  'attack',
  'protest',
  'storm',
]);

/** "Ukraine updates: ...", "Gaza war: ...": what a clause before a colon ends with is what it is about. */
export function isTopic(told: Told, clause: number): boolean {
  const { from = 0, to = 0 } = told.clauses[clause] ?? {};
  return told.marks.some((mark) => mark.row === 'topic' && mark.to === to && mark.from > from);
}

/** A seat of government, a person or an office says what follows; a country or a town is what it is about, unless another is named there. */
function speaksBeforeColon(told: Told, clause: number): boolean {
  const { from = 0, to = 0 } = told.clauses[clause] ?? {};
  if (to - from > 4) return false;
  // "Trotz Pekings Protest: ...", "Après le coup d'État : ...": when and why.
  if (
    /^(?:vom|von(?! der leyen)|durch|trotz|nach|wegen|vor|nachdem|bei|after|despite|amid|following|après|malgré|avant|tras|pese|ante|после|несмотря|на фоне|بعد|رغم)(?!\p{L})/iu.test(
      told.text.slice(told.words[from]?.start),
    )
  )
    return false;
  if (isTopic(told, clause)) return false;
  const named = told.actors.filter((mention) => mention.from >= from && mention.to <= to);
  // "Busunglück in Kenia: ...": what it is about and where.
  const first = told.words[from]?.start ?? 0;
  if (told.hits.some(({ row, start }) => happenings.has(row) && start === first)) return false;
  if (named.some(({ start }) => behindPreposition.test(told.text.slice(0, start)))) return false;
  // "Guerra en Gaza: ...", "Drohnen in Polen: ...": what it is about and where.
  if (to - from > 1 && named.length > 0 && named.every((mention) => isWhere(told, mention))) return false;
  if (named.some(({ plain, place }) => !plain && !place)) return true;
  const isStrike = told.hits.some(({ row, start }) => row === 'strike' && start < (told.words[to - 1]?.end ?? 0));
  if (told.hits.some((hit) => hit.from >= from && hit.to <= to && speakers.has(stemOf(hit.row)) && !(isStrike && hit.row === 'general')))
    return true;
  // "Syria: the interim government sets a date": who acts is named behind it.
  if (told.hits.some((hit) => hit.from >= to && hit.from <= to + 1 && (rulers.has(hit.row) || speakers.has(stemOf(hit.row))))) return false;
  // French parts its topic by a colon with a blank before it: "Haïti : ...".
  if (/\s$/.test(told.text.slice(0, told.text.indexOf(':')))) return false;
  const ids = named.flatMap(({ ids }) => ids);
  // "Costa Rica: condenan a exministro": where they do it, whoever they are.
  if (told.lang === 'es' && /^\p{Ll}+(?:an|en)$/u.test(told.words[to]?.text ?? '') && named.every(({ text }) => isCountryName(text, 'es')))
    return false;
  if (named.every(({ text }) => isCountryName(text, told.lang)) && isAdjectiveBehind(told, to)) return false;
  return (
    ids.length > 0 &&
    told.actors.some(
      (mention) =>
        mention.from >= to &&
        !/(?:pro|anti)-$/iu.test(told.text.slice(0, mention.start)) &&
        !mention.ids.some((id) => [id, ...(homes[id] ?? [])].some((one) => ids.includes(one))),
    )
  );
}

/** "offered" of "Trump says India offered": it is a word of what is said, and the title says besides who says so. */
export function isOfWhatIsSaid({ from }: Hit, { words }: Told, titles: readonly Told[]): boolean {
  const { stem = '', plain = '' } = words[from] ?? {};
  if (/^(?:sa(?:id|ys?|ying)|claim|tells?$|told$|according)/.test(plain)) return false;
  return titles.every(({ lang, words, marks, stems }) => {
    if (lang !== 'en' || !stems.has(stem)) return false;
    return marks.some((mark) => mark.row === 'says' && sayingNow.test(words[mark.from]?.plain ?? '') && words[mark.from]?.stem !== stem);
  });
}

const sayingNow = /^(?:says?|said|claims?|claimed)$/;
