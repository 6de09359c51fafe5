// Whether a clause tells of what is yet to come, or is only planned, asked for or threatened.
import type { Hit } from './concepts.js';
import { marksIn, type Scope, scopesOf, within } from './scopes.js';
import { isNumberWord } from './spelled.js';
import type { Told } from './told.js';

/** A sentence that only names what headlines are about says of nothing that it is done. */
export const about = /\b(?:reports?|reported|writes?|tells?|speaks?) (?:on|about|of)\b/i;

/** Words that put a deed into the future or leave it open by themselves. */
const toCome = /\b(?:will(?! no)|'ll|may(?! no)|might|could(?! no)|plans? to|planning|intends?|going to|is to|are to|wants? to|set to)\b/i;

/** By the English words of a clause alone. */
export function isToCome({ told, start, end }: Scope): boolean {
  return toCome.test(told.text.slice(start, end));
}

const futures: Readonly<Record<string, RegExp>> = {
  fr: /(?<![\p{L}-])(?!(?:opéra|caméra|choléra)(?!\p{L}))\p{Ll}{3,}(?:ra|ront|rait|raient)(?!\p{L})/u,
  es: /(?<!\p{L})(?!(?:comisa|mayo|mino|refine|mine|catego|artille|infante|bate|tube|audito|aseso|ingenie|ganade|gale|panade|caballe|secreta|tesore|vice|consulto|cancille|porte|maquina|fonta|alcalde|libre|joye)ría)\p{Ll}{3,}(?:rá|rán|ría|rían)(?!\p{L})/u,
  ru: /(?<!\p{L})(?:у|по|вы|на|за|при|пере|про|от|до|об|вве|вы|раз|рас|со|воз|вос|с)\p{L}{2,}(?:ит|ет|ёт|ут|ют|ат|ят)(?!\p{L})/iu,
  ar: /(?<!\p{L})و?س(?!يبراني|يبران|يار|ياس|يد|يادة|يادي|ياح|يرة|ينما|يناريو|يمون|يطر|يناء|يول|يستان|نة|نو|نغا|ند|ني|نت|نا|تة|تين|تار|اح|ائ|اب|اع|ان|ام|اد|ال|ار|اق|اك|اس)[يتنأ]\p{L}{2,}/u,
};
/** Russian nouns that end as verbs of the future do: "саммит", "солдат". */
const nouns =
  /(?<!\p{L})(?:саммит|самол[её]т|совет|солдат|сенат|ответ|отч[её]т|запрет|захват|вылет|пол[её]т|прол[её]т|нал[её]т|сч[её]т|уч[её]т|расч[её]т|зач[её]т|возврат|закат|секрет|сюжет|салют|приют|приоритет|суверенитет|паритет|пакет|профицит|транзит|субъект|объект|свет|рассвет|спирит|сертификат|прокат|раскат|взгляд)(?!\p{L})/giu;
const presents = /(?:ает|яет|ует|одит|осит|ают|яют|уют|одят|осят)(?!\p{L})|^суд[ия]т$/iu;

/** "por avería", "la caméra": behind a preposition or an article stands no verb. */
function isNounBehind(before: string): boolean {
  return /(?<!\p{L})(?:por|de|del|en|con|sin|tras|una?|la|su|sus|ante|des?|du|une|les?|sa|ses)\s$/iu.test(before);
}

/** What is asked, threatened or feared stands only beside what is done: "freed them after an appeal", "à la demande de". */
const beside: Readonly<Record<string, RegExp>> = {
  en: /(?<!\p{L})(?:after|following|at|on|upon|amid|despite|over|under)\s(?:(?!(?:to|and|that)\s)[\p{L}'’-]+\s){0,3}$/iu,
  de: /(?<!\p{L})(?:nach|auf|trotz|wegen|unter|angesichts)\s(?:\p{L}+\s){0,2}$/iu,
  fr: /(?<!\p{L})(?:après|à|malgré|sous|sur|suite à)\s(?:la\s|l'|les\s|un\s|une\s|des\s)?$/iu,
  es: /(?<!\p{L})(?:tras|a|pese a|bajo|por|ante)\s(?:la\s|el\s|las\s|los\s|un\s|una\s)?$/iu,
  ru: /(?<!\p{L})(?:по|после|несмотря на|вопреки|под|из-за)\s$/iu,
};
/** Such words are nouns. */
const wish = new RegExp(
  `^(?:${[
    'appeals?|requests?|calls?|demands?|pleas?|threats?|warnings?|pressure|fears?|proposals?|promises?|pledges?|plans?',
    'appell\\p{L}*|wunsch|bitte|drohung\\p{L}*|warnung\\p{L}*|forderung\\p{L}*',
    'appels?|demande|menaces?|mises?|avertissements?',
    'petición|pedidos?|amenazas?|advertencias?|llamad\\p{L}*',
    'просьб\\p{L}*|призыв\\p{L}*|угроз\\p{L}*|предупрежден\\p{L}*|требовани\\p{L}*',
  ].join('|')})$`,
  'iu',
);

function isBeside({ start, end }: Hit, { told }: Scope): boolean {
  const word = told.text.slice(start, end);
  return wish.test(word) && beside[told.lang]?.test(told.text.slice(0, start)) === true;
}

/** "..., after a tariff threat": a clause of its own that tells of the threat, and of nothing done. */
export function isOfWish(scope: Scope): boolean {
  const { told, start } = scope;
  const opens = new RegExp(beside[told.lang]?.source.replace('(?<!\\p{L})', '^') ?? '(?!)', 'iu');
  return told.words.some(
    (word) => within(scope, [word]).length > 0 && wish.test(word.text) && opens.test(told.text.slice(start, word.start)),
  );
}

/** "to leave", not "sentenced to prison", "sent to war". */
const nounsBehindTo =
  'prison|jail|death|life|war|power|court|hospital|school|parliament|office|trial|market|talks|peace|justice|safety|custody|people|victims|users';
const toDo = new RegExp(
  `(?<!\\b(?:rights?|access|answers?|aid|visits?|ties|links?|exports?|imports?|sales|supplies|tribute|end) )\\bto (?!(?:${nounsBehindTo})\\b)(\\p{Ll}+)`,
  'u',
);

/** `peers` render it: what they say by the same word is not lost, "in search of a deal" and "looking for a deal". */
export function isYet(scope: Scope, peers: readonly Scope[] = []): boolean {
  const { told, start, end } = scope;
  const rows = new Set(peers.flatMap((peer) => within(peer, peer.told.hits).flatMap((hit) => (isBeside(hit, peer) ? [] : [hit.row]))));
  if (marksIn(scope, 'yet').some((mark) => !isMeant(mark, scope, rows) && !isBeside(mark, scope))) return true;
  const text = told.lang === 'ru' ? told.text.slice(start, end).replace(nouns, ' ') : told.text.slice(start, end);
  const future = futures[told.lang]?.exec(text);
  if (future && !presents.test(future[0]) && !isOfAName(scope, future.index) && !isNounBehind(text.slice(0, future.index))) return true;
  const found = told.lang === 'en' ? toDo.exec(text) : null;
  // "sentenced to ten years" is to do nothing.
  const infinitive = found && !isNumberWord(found[1] ?? '') ? found : null;
  const meant = infinitive ? told.hits.filter((hit) => hit.start === start + infinitive.index + 3) : [];
  if (meant.length > 0 && (peers.length === 0 || meant.some(({ row }) => rows.has(row) && peers.some((peer) => tellsAsDone(peer, row)))))
    return true;
  if (isHeadlinePlan(scope)) return true;
  return within(scope, told.acts).some(({ mode }) => mode === 'planned' || mode === 'threatened' || mode === 'demanded');
}

/** سنجار is a town, and nothing that will be. */
function isOfAName({ told, start }: Scope, at: number): boolean {
  return told.lang === 'ar' && told.actors.some((mention) => mention.start <= start + at && start + at < mention.end);
}

/** "UK to house asylum seekers": right behind who is to do it. */
function isHeadlinePlan({ told, start, end }: Scope): boolean {
  return (
    told.lang === 'en' &&
    told.actors.some((mention) => mention.start === start && mention.start < end && /^\s+to\s\p{Ll}/u.test(told.text.slice(mention.end)))
  );
}

/** Whether a mark's word means what the sentence says too: "without water" for "sin agua". */
export function isMeant(mark: Hit, { told }: Scope, rows: ReadonlySet<string>): boolean {
  return told.hits.some(({ row, start, end }) => start <= mark.start && mark.start < end && rows.has(row));
}

/** "is buying jets": of what is to come it says no more than that. */
export function isUnderWay(text: string): boolean {
  return /\b(?:is|are)\s(?:\p{L}+ly\s)?\p{L}+ing\b/u.test(text);
}

/** Nobody threatens, fears, asks or demands it. */
export function isOnlyPlanned({ told, ...span }: Scope): boolean {
  if (within(span, told.acts).some(({ mode }) => mode === 'threatened' || mode === 'demanded')) return false;
  return !within(span, told.hits).some(({ row }) => wished.has(row));
}

const wished: ReadonlySet<string> = new Set([
  ...['threaten', 'threat', 'demand', 'ask', 'urge', 'warn', 'fear', 'propose', 'consider', 'offer', 'possible', 'request'],
]);

const open = new WeakMap<Told, boolean>();

/** Something of a title is planned, wanted or threatened. */
export function isOpen(title: Told): boolean {
  const found = open.get(title) ?? scopesOf(title).some((scope) => isYet(scope));
  open.set(title, found);
  return found;
}

const forms =
  /(?:ed|s)$|^(?:struck|hit|won|lost|took|left|sent|shot|held|met|sank|fled|gave|bought|sold|began|fell|rose|broke|cut|led|put|set|become|became|made|got|fought|built|drew|shut|read|ran|went|came|found|told|said|kept|paid|spent|taken|given|broken|begun|fallen|risen|seen|known|done|gone)$/;
const nominal =
  /^(?:an?|the|its|their|his|her|of|in|on|for|with|by|from|at|no|any|some|more|to|which|whose|over|against|about|into|after|before)$/;

/** A clause tells a row by a finite verb. */
function tellsAsDone({ told, ...span }: Scope, row: string): boolean {
  return within(span, told.hits).some((hit) => {
    if (hit.row !== row) return false;
    const [before, word] = [told.words[hit.from - 1]?.plain ?? '', told.words[hit.from]?.plain ?? ''];
    return forms.test(word) && !nominal.test(before);
  });
}
