// Which headlines of a family tell it alike: one to three groups. A group has at least two titles (one where the family has one), and
// nothing is compared where only one outlet speaks.
import type { MainAct } from '../../lib/family/main-act.js';
import { tellsWhatOneCalls } from './calling.js';
import type { ActiveMember } from './family.js';
import { partingActors } from './referring.js';
import { type Telling, tellingsOf } from './telling.js';

/**
 * By the doer: `own`, `word`, `unnamed` as the manner of its headlines is; `named`: all that refer to the doer, or to another actor where nothing else parts them. By the words: `loaded`, `quoted`,
 * `marked` (either), `plain` (neither). By what is told: `act`. Of all headlines: `mixed`, told in ways of which none has two headlines; `alike`; `single`, one outlet.
 */
export type GroupKind =
  | 'own'
  | 'word'
  | 'named'
  | 'unnamed'
  | 'loaded'
  | 'quoted'
  | 'marked'
  | 'plain'
  | 'act'
  | 'mixed'
  | 'alike'
  | 'single';

/** Titles told alike, in the order of the members. */
export interface TellingGroup {
  kind: GroupKind;
  tellings: Telling[];
  /** Whom headlines of the kinds `named` and `unnamed` refer to, or do not; null for all others. */
  party: string | null;
}

export interface Grouped {
  main: MainAct | null;
  /** Most titles first; never empty. */
  groups: TellingGroup[];
  /** Those in no group. */
  apart: Telling[];
}

/** Groups the titles of a family, of at least one. */
export function groupByTelling(members: readonly ActiveMember[]): Grouped {
  const { main, tellings } = tellingsOf(members);
  const whole = (kind: GroupKind): Grouped => ({ main, groups: [{ kind, tellings, party: null }], apart: [] });
  if (new Set(members.map(({ publisher }) => publisher)).size === 1) return whole('single');
  if (new Set(members.map(({ title }) => title)).size === 1) return whole('alike');
  const words = byWords(tellings);
  const isOfQuotes = words.every(({ tellings: own }) => own.every(({ loaded, ascribed }) => loaded.length + ascribed.length === 0));
  const groups =
    [
      byDoer(tellings, main),
      isOfQuotes ? [] : words,
      byAct(tellings),
      isOfQuotes && isPartedByQuotes(words) ? words : [],
      byParty(tellings),
    ].find((some) => some.length > 1) ?? [];
  if (groups.length === 0) return whole(isAlike(tellings) ? 'alike' : 'mixed');
  const grouped = new Set(groups.flatMap((group) => group.tellings));
  return {
    main,
    groups: groups.sort((a, b) => b.tellings.length - a.tellings.length),
    apart: tellings.filter((telling) => !grouped.has(telling)),
  };
}

/** Headlines that tell the act on their own word, as somebody's, and, of outlets that name its doer nowhere, without him. */
function byDoer(tellings: readonly Telling[], main: MainAct | null): TellingGroup[] {
  const party = main?.source ?? null;
  const own = tellings.filter(({ manner }) => manner === 'own');
  const word = tellings.filter(({ manner }) => manner === 'word');
  const naming = tellings.filter(({ manner }) => manner === 'own' || manner === 'word' || manner === 'named');
  const outlets = outletsIn(naming);
  const unnamed = tellings.filter(({ manner, member }) => manner === 'unnamed' && !outlets.has(member.publisher));
  const split: TellingGroup[] = [
    { kind: 'own', tellings: own, party: null },
    { kind: 'word', tellings: word, party: null },
  ];
  const named: TellingGroup[] = split.every((group) => isEnough(group)) ? split : [{ kind: 'named', tellings: naming, party }];
  return [...named, { kind: 'unnamed' as const, tellings: unnamed, party }].filter(isEnough);
}

/**
 * Headlines with loaded words of their own, with words of others, and with neither: those also hold none of the loaded words of the first,
 * and, where nothing else is in quotation marks, are in a language that has such words here: of another no list may know the same word.
 */
function byWords(tellings: readonly Telling[]): TellingGroup[] {
  const loaded = tellings.filter((telling) => telling.loaded.length > 0);
  const quoted = tellings.filter((telling) => telling.loaded.length === 0 && telling.quoted.length + telling.ascribed.length > 0);
  const words = tellings.flatMap((telling) => [...telling.loaded, ...telling.ascribed]).map((word) => word.toLowerCase());
  const languages = new Set([...loaded, ...quoted].map(({ member }) => member.lang));
  const isQuoted = tellings.some((telling) => telling.quoted.length > 0);
  const isPlain = ({ member }: Telling): boolean =>
    (isQuoted || languages.has(member.lang)) && !words.some((word) => member.title.toLowerCase().includes(word));
  const isMarked = (telling: Telling): boolean => loaded.includes(telling) || quoted.includes(telling) || telling.passages.length > 0;
  const plain = tellings.filter((telling) => !isMarked(telling) && !tellsWhatOneCalls(telling.member.title) && isPlain(telling));
  const split: TellingGroup[] = [
    { kind: 'loaded', tellings: loaded, party: null },
    { kind: 'quoted', tellings: quoted, party: null },
  ];
  const marked: TellingGroup[] = split.every((group) => isEnough(group) || group.tellings.length === 0)
    ? split
    : [{ kind: 'marked', tellings: tellings.filter((telling) => loaded.includes(telling) || quoted.includes(telling)), party: null }];
  return [...marked, { kind: 'plain' as const, tellings: plain, party: null }].filter(isEnough);
}

/** Whether quotation marks part outlets, and not the headlines of one: by somebody's loaded word, or several words of his. */
function isPartedByQuotes(groups: readonly TellingGroup[]): boolean {
  const sides = groups.map(({ tellings }) => outletsIn(tellings));
  if (sides.some((side, at) => sides.some((other, i) => i !== at && [...side].some((outlet) => other.has(outlet))))) return false;
  const isTelling = ({ quoted, member }: Telling): boolean =>
    quoted.some((words) => /\s/u.test(words.trim()) || (member.wording?.quotedLoaded ?? []).some((word) => words.includes(word)));
  return groups.some(({ tellings }) => tellings.some(isTelling));
}

/** The acts that two headlines or more tell, at most three. */
function byAct(tellings: readonly Telling[]): TellingGroup[] {
  const acts = new Map<string, Telling[]>();
  for (const telling of tellings) {
    const act = telling.act ?? telling.other;
    if (act !== null) acts.set(`${act.source} ${act.action}`, [...(acts.get(`${act.source} ${act.action}`) ?? []), telling]);
  }
  const groups = [...acts.values()].map((those): TellingGroup => ({ kind: 'act', tellings: those, party: null }));
  return groups
    .filter(isEnough)
    .sort((a, b) => b.tellings.length - a.tellings.length)
    .slice(0, 3);
}

/** Of the headlines, the share that must refer to an actor, and the share that must not, for it to part them. */
const leastShare = 1 / 4;

/**
 * Headlines that refer to an actor, and those that do not: the one that parts them most evenly, two outlets on each side and none on both.
 * None where headlines differ in whose word they give, which says more than a name.
 */
function byParty(tellings: readonly Telling[]): TellingGroup[] {
  const isDifferent = (['own', 'word'] as const).every((one) => tellings.some(({ manner }) => manner === one));
  if (isDifferent) return [];
  const best = partingActors(tellings).find(({ refer, not }) => {
    const sides = [outletsIn(refer), outletsIn(not)];
    const isOnBoth = not.some(({ member }) => sides[0]?.has(member.publisher));
    return !isOnBoth && sides.every(({ size }) => size > 1) && Math.min(refer.length, not.length) >= tellings.length * leastShare;
  });
  if (best === undefined) return [];
  return [
    { kind: 'named', tellings: best.refer, party: best.actor },
    { kind: 'unnamed', tellings: best.not, party: best.actor },
  ];
}

function outletsIn(tellings: readonly Telling[]): ReadonlySet<string> {
  return new Set(tellings.map(({ member }) => member.publisher));
}

function isEnough({ tellings }: Pick<TellingGroup, 'tellings'>): boolean {
  return tellings.length >= 2;
}

/** Whether headlines tell the same in one manner of the same actors, without words to compare. */
function isAlike(tellings: readonly Telling[]): boolean {
  const plain = tellings.every(
    ({ loaded, ascribed, quoted, doubts }) => loaded.length + ascribed.length + quoted.length + doubts.length === 0,
  );
  return plain && new Set(tellings.map(({ manner }) => manner)).size === 1 && partingActors(tellings).length === 0;
}
