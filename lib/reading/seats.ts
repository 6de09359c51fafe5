// Courts and bodies that a headline calls by the town they sit in: what "The Hague" orders or judges is no word of the Netherlands.
import type { Action } from './actions.js';
import type { State } from './state.js';
import type { Word } from './words.js';

interface Seat {
  town: RegExp;
  /** Words behind the town by which a court is meant, with the actor that it is; null where the vocabulary has none, or two may be meant. */
  courts: readonly { told: RegExp; id: string | null }[];
}

/** What is done to persons. */
const tries =
  /warrant|\b(?:convict|acquit|sentenc|indict)|haftbefehl|anklage erhoben|spricht .*(?:frei|schuldig)|mandat d.arrêt|acquitt|orden de (?:arresto|captura|detención)|absuelve|ордер|приговорил|оправдал|逮捕令|判处|定罪|مذكرة (?:توقيف|اعتقال)|مذكرات (?:توقيف|اعتقال)/u;
/** What is said to states. */
const orders =
  /^(?:orders|ordered|ordnet|ordonne|ordena|ordenó|обязал[аи]?|постановил[аи]?|下令|命令|勒令|责令|تأمر|أمرت)|^(?:rules|ruled) that/u;
/** What courts and states both do, each in his way: judge and condemn, rule and fine. */
const judges =
  /^(?:rules|ruled|condemn|judges|fine|overturn|annul|uphold|verurteilt|urteilt|rügt|entscheidet|kippt|condamn|tranche|annule|juge |déboute|conden|falla|multa|anula|sentencia|осудил|вынес|оштраф|признал|谴责|裁定|判|罚|تدين|أدانت|تقضي|قضت|تغرم|غرمت|تحكم|حكمت)/u;
const condemns =
  /^(?:rules|ruled|fine[sd]? |overturn|annul|verurteilt|urteilt|kippt|condamn|annule|conden|multa|anula|falla|оштраф|осудил|裁定|罚|تقضي|قضت|تغرم|غرمت)/u;

/** What the bodies of the United Nations in Geneva do, and no government: it sits in Bern. */
const blames =
  /^(?:condemn|accus|denounc|urges|warns|verurteilt|beschuldigt|wirft|kritisiert|dénonce|denuncia|condamn|conden|acus|осудил|обвинил|谴责|指责|指控|تدين|تتهم)/u;

const seats: readonly Seat[] = [
  {
    town: /^(?:the hague|hague|den haag|la haye|la haya|гааг[аиеуо]й?|海牙|لاهاي)$/u,
    courts: [
      { told: tries, id: 'ICC' },
      { told: orders, id: 'ICJ' },
      { told: judges, id: null },
    ],
  },
  {
    town: /^(?:strasbourg|stra(?:ß|ss)burg|estrasburgo|страсбург[а-я]*|斯特拉斯堡|ستراسبورغ)$/u,
    courts: [
      { told: orders, id: null },
      { told: judges, id: null },
    ],
  },
  {
    town: /^(?:luxembourg|luxemburg|luxemburgo|люксембург|卢森堡|لوكسمبورغ)$/u,
    courts: [
      { told: orders, id: null },
      { told: condemns, id: null },
    ],
  },
  { town: /^karlsruhe$/, courts: [{ told: /^verurteilt/, id: null }] },
  { town: /^(?:geneva|genf|genève|ginebra|женева|日内瓦|جنيف)$/u, courts: [{ told: blames, id: null }] },
];

/** Gives a court that opens a clause by its seat its own name, or none; elsewhere the town stays its state's. `spaced` says that words have spaces. */
export function partSeats(words: readonly Word[], spaced: boolean): void {
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as Word;
    if (!word.naming) continue;
    const seat = opens(words, at) ? seatIn(word.text) : null;
    const court = seat === null ? null : courtTold(seat, restOf(words, at).join(spaced ? ' ' : ''));
    if (court === null) continue;
    word.naming = court.id === null ? null : { ids: [court.id], sort: 'name', state: false, country: false };
  }
}

function seatIn(text: string): Seat | null {
  for (const seat of seats) if (seat.town.test(text)) return seat;
  return null;
}

function courtTold({ courts }: Seat, told: string): Seat['courts'][number] | null {
  return courts.find((one) => one.told.test(told)) ?? null;
}

/** Whether a word is such a town that was given no name: whose court sits there is not told. */
export function isNamelessSeat(word: Word | undefined): boolean {
  return word?.naming === null && seatIn(word.text) !== null;
}

/** "Le Luxembourg condamne" is the state: only the court's town goes without an article, but for the one that is a part of its name. */
function opens(words: readonly Word[], at: number): boolean {
  const before = words[at - 1];
  if (before === undefined || before.mark !== '') return true;
  return at === 1 && ((before.text === 'the' && words[at]?.text === 'hague') || before.text === 'محكمة');
}

function restOf(words: readonly Word[], at: number): string[] {
  const end = words.findIndex(({ mark }, i) => i > at && /[:;.?!]/.test(mark));
  return words.slice(at + 1, end < 0 ? undefined : end).map(({ text }) => text);
}

/** What is said and done in a capital by its government. */
const official = new Set<Action>(['deny', 'reject', 'demand', 'accuse', 'threaten', 'condemn']);

/** "В Баку опровергли": who speaks in a capital with nobody named speaks for it; whom a court there condemns stands behind the verb. */
export function seatOf({ pending, words }: State, word: Word, action: Action): readonly string[] | null {
  const [first, ...more] = pending;
  if (!first || more.length > 0 || !official.has(action) || !/ли$/.test(word.text)) return null;
  const { preps, phrase } = first;
  if (!preps.includes('in') || phrase.head !== 'actor' || phrase.place || phrase.mixed || phrase.actors.length !== 1) return null;
  const next = words[words.indexOf(word) + 1];
  if (action === 'condemn' && next?.role?.class !== 'noun') return null;
  pending.splice(0);
  return phrase.actors;
}
