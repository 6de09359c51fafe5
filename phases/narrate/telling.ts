// How one headline tells what its family is about, by what can be seen in it: whether it names the doer, on whose word, in which words.
import { type MainAct, mainActOf } from '../../lib/family/main-act.js';
import type { Act } from '../../lib/reading/reading.js';
import { tokensOf } from '../../lib/reading/text/tokens.js';
import { quotesOf } from '../../lib/reading/wording/quotes.js';
import { doubtsIn } from './doubt.js';
import type { Member } from './family.js';

/**
 * `own`: tells on its own word that the doer does it. `word`: gives it as somebody's word. `named`: names the doer, without the act or with
 * another one. `unnamed`: does not name the doer. `open`: no two headlines of the family tell the same act.
 */
type Manner = 'own' | 'word' | 'named' | 'unnamed' | 'open';

export interface Telling {
  member: Member;
  manner: Manner;
  /** The family's main act as this headline tells it, by its doer or with nobody named; null where it does not. */
  act: Act | null;
  /** Whether the headline also tells that the other party does it to the doer: "India, Pakistan trade fire". */
  mutual: boolean;
  /** What else a headline tells than the main act, as it says it on its own word; null where it tells nothing else. */
  other: Act | null;
  /** Loaded words of the headline that stand outside quotation marks, to the letter. */
  loaded: string[];
  /** Loaded words outside quotation marks that the headline ascribes to somebody, to the letter. */
  ascribed: string[];
  /** What the headline puts in quotation marks, to the letter. */
  quoted: string[];
  /** Words by which it leaves open or doubts what it tells, to the letter. */
  doubts: string[];
}

/** How each headline tells the act that most of them tell; `main` is null where there is none. */
export function tellingsOf(members: readonly Member[]): { main: MainAct | null; tellings: Telling[] } {
  const main = mainActOf(members);
  const names = main === null ? [] : namesOf(main.source, members);
  return { main, tellings: members.map((member) => tellingOf(member, main, names)) };
}

/** The words of the names by which any of the headlines names an actor: "Kim" alone is North Korea's where another writes "Kim Jong Un". */
function namesOf(actor: string, members: readonly Member[]): string[] {
  const hits = members.flatMap(({ hits, title }) => hits.flatMap(({ id, start, end }) => (id === actor ? [title.slice(start, end)] : [])));
  return [...new Set(hits.flatMap((hit) => hit.match(/\p{Lu}[\p{L}\p{M}]{2,}|\p{Script=Han}+/gu) ?? []))];
}

function tellingOf(member: Member, main: MainAct | null, names: readonly string[]): Telling {
  const { title, wording, acts } = member;
  const act = main === null ? null : actIn(member, main);
  const quoted = quotedIn(title);
  return {
    member,
    manner: main === null ? 'open' : mannerOf(member, main, act, names),
    act,
    mutual:
      act !== null &&
      act.source !== act.target &&
      acts.some((one) => one.action === act.action && one.source === act.target && one.target === act.source && one.start === act.start),
    other: act !== null ? null : (acts.find(({ mode, saidBy, source }) => mode === 'done' && saidBy === null && source !== null) ?? null),
    loaded: (wording?.loaded ?? []).filter((word) => !quoted.some((passage) => passage.includes(word))),
    ascribed: (wording?.hedged ? wording.quotedLoaded : [])
      .filter((word) => !/[:：]/u.test(title.slice(0, title.indexOf(word))))
      .filter((word) => !quoted.some((passage) => passage.includes(word) || word.includes(passage))),
    quoted,
    doubts: doubtsIn(title),
  };
}

/** The main act in a headline, that of the doer before one with nobody named as doing it. */
function actIn({ acts }: Member, { source, action }: MainAct): Act | null {
  const told = acts.filter((act) => act.action === action && act.mode !== 'denied' && act.mode !== 'demanded' && !isRefused(act, acts));
  return told.find((act) => act.source === source) ?? told.find((act) => act.source === null) ?? null;
}

/** Whether whose word it is refuses or denies it in the same headline. */
function isRefused({ mode, saidBy }: Act, acts: readonly Act[]): boolean {
  return mode === 'claimed' && acts.some(({ action, source }) => (action === 'reject' || action === 'deny') && source === saidBy);
}

function mannerOf(member: Member, { source }: MainAct, act: Act | null, names: readonly string[]): Manner {
  if (act?.source === source) return act.mode === 'claimed' ? 'word' : 'own';
  return refersTo(member, source, names) ? 'named' : 'unnamed';
}

/** Whether a headline refers to an actor, by any name; `names` are those of `namesOf`. */
function refersTo({ title, actors, acts, places }: Member, actor: string, names: readonly string[]): boolean {
  const told = acts.some(({ source, target, saidBy }) => [source, target, saidBy].includes(actor));
  return told || actors.includes(actor) || places.includes(actor) || names.some((name) => title.includes(name));
}

/** What stands between quotation marks, in order, each once. */
function quotedIn(title: string): string[] {
  const tokens = tokensOf(title);
  return [...new Set(quotesOf(tokens).map(({ from, to }) => title.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0)))].filter(
    (words) => words !== '',
  );
}

interface Parted {
  actor: string;
  refer: Telling[];
  not: Telling[];
}

/** Names too wide to part headlines by: offices without a state, bodies taken together ("US agencies"), and Europe, of which "European" may mean less. */
const tooWide = /^(?:@(?!opposition$)|[A-Z]{2}-|EU$)/u;

/** The Hague stands for its courts, where a headline of the family names one. */
const hague = /^(?:the )?hague|^la haye|^la haya|^den haag|^гааг|^海牙|لاهاي/iu;
const courts: ReadonlySet<string> = new Set(['ICC', 'ICJ']);

function isSeatOfCourt(actor: string, members: readonly Member[]): boolean {
  if (actor !== 'NL' || !members.some(({ actors }) => actors.some((id) => courts.has(id)))) return false;
  return members.every(({ hits, title }) => hits.every(({ id, start, end }) => id !== actor || hague.test(title.slice(start, end))));
}

/** The actors that some of the headlines refer to and others do not, the one that parts them most evenly first. */
export function partingActors(tellings: readonly Telling[]): Parted[] {
  const members = tellings.map(({ member }) => member);
  const actors = [...new Set(members.flatMap((member) => member.actors))].filter((id) => !tooWide.test(id) && !isSeatOfCourt(id, members));
  const smaller = ({ refer, not }: Parted): number => Math.min(refer.length, not.length);
  return actors
    .map((actor): Parted => {
      const names = namesOf(actor, members);
      const refer = tellings.filter(({ member }) => refersTo(member, actor, names));
      return { actor, refer, not: tellings.filter((telling) => !refer.includes(telling)) };
    })
    .filter(({ not }) => not.length > 0)
    .sort((a, b) => smaller(b) - smaller(a));
}
