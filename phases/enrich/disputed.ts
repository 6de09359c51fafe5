// What headlines of a family answer differently: who did it, how many, and what was hit. Only plain contradictions count: a toll that rises is a course,
// and what two sides do to each other are two acts.

import { actInWords, withArticle } from '../../lib/family/act-words.js';
import { byKey } from '../../lib/family/by-key.js';
import { forceful, mutual } from '../../lib/reading/actions.js';
import type { StoredAct } from './acts.js';
import type { Course, Station } from './courses.js';
import type { Member } from './family.js';
import { type Struck, struckIn } from './struck.js';

interface Answer {
  answer: string;
  outlets: string[];
  cites: string[];
}

export interface Dispute {
  question: string;
  /** Those that most outlets give first; two at least. */
  answers: Answer[];
}

/** Counts given within so many hours of each other are of one time; within the longer time a later one that is lower is no toll that rose. */
const sameTimeHours = 2;
const onlyRisesHours = 24;
/** Strikes told within so many hours are one: where both headlines name the same place, and where one names none. */
const sameStrikeHours = { placed: 24, unplaced: 8 };
/** Counts further apart than this factor count different things: the dead of a day and of a war. */
const mostApart = 3;
/** What people are counted as where two exact counts contradict each other. */
const tolls = new Set(['killed', 'wounded', 'missing', 'arrested', 'hostages']);

interface Told {
  members: readonly Member[];
  acts: readonly StoredAct[];
  courses: readonly Course[];
}

/** At most four; empty where nothing is disputed. `nameOf` gives actors' English names. */
export function disputesOf({ members, acts, courses }: Told, nameOf: (id: string) => string): Dispute[] {
  return [...deniedOf(acts, nameOf), ...doersOf(acts, nameOf), ...hitOf(members, nameOf), ...countsOf(courses)].slice(0, 4);
}

/** What one headline says somebody did, and another that he denies. */
function deniedOf(acts: readonly StoredAct[], nameOf: (id: string) => string): Dispute[] {
  const denied = acts.filter(({ mode, source }) => mode === 'denied' && source !== null);
  return denied.flatMap((act) => {
    const told = acts.filter(
      (one) =>
        one.action === act.action &&
        one.source === act.source &&
        (one.mode === 'done' || (one.mode === 'claimed' && one.saidBy !== act.source)),
    );
    if (told.length === 0) return [];
    const question = `Was there ${actInWords({ ...act, mode: 'done', target: null }, nameOf)}?`;
    const by = act.saidBy === null ? '' : `, says ${nameOf(act.saidBy)}`;
    return [{ question, answers: [together('yes', told), together(`no${by}`, [act])] }];
  });
}

/** One deed of force upon one party, of which two are said to be the doer, one of them only by somebody's word. */
function doersOf(acts: readonly StoredAct[], nameOf: (id: string) => string): Dispute[] {
  const deeds = acts.filter(
    ({ action, source, target, mode }) =>
      forceful.has(action) && source !== null && target !== null && (mode === 'done' || mode === 'claimed'),
  );
  const groups = byKey(deeds, ({ action, target }) => `${action} ${target}`);
  return [...groups.values()].flatMap((those) => {
    const bySource = byKey(those, ({ source }) => source ?? '');
    const [first] = those;
    if (first === undefined || bySource.size < 2 || !those.some(({ mode }) => mode === 'claimed') || mutual.has(first.action)) return [];
    const answers = [...bySource].map(([source, own]) => together(nameOf(source), own)).sort((a, b) => b.outlets.length - a.outlets.length);
    return [{ question: `Who is behind ${actInWords({ ...first, source: null, mode: 'done' }, nameOf)}?`, answers }];
  });
}

/**
 * One attack of one doer, at one time and place, of which some outlets say that a place of civilians was hit and others one of armed forces.
 * Where a headline names both, both may have been: nothing is disputed then.
 */
function hitOf(members: readonly Member[], nameOf: (id: string) => string): Dispute[] {
  const struck = members.flatMap((member) => {
    const one = struckIn(member);
    return one === null ? [] : [{ ...member, ...one }];
  });
  return [...byKey(struck, ({ act }) => act.source ?? '')].flatMap(([source, those]) => {
    const rivals = those.filter((one) => those.some((other) => one.kind !== other.kind && isOfOneStrike(one, other)));
    const outlets = byKey(rivals, ({ publisher }) => publisher);
    if ([...outlets.values()].some((own) => new Set(own.map(({ kind }) => kind)).size > 1)) return [];
    const bySite = byKey(rivals, ({ site, act }) => `${site}${act.saidBy === null ? '' : `, says ${nameOf(act.saidBy)}`}`);
    if (bySite.size < 2) return [];
    const answers = [...bySite].map(([answer, own]) => ({
      answer,
      outlets: [...new Set(own.map(({ publisher }) => publisher))],
      cites: own.map(({ titleId }) => titleId),
    }));
    return [
      { question: `What did ${withArticle(nameOf(source))} hit?`, answers: answers.sort((a, b) => b.outlets.length - a.outlets.length) },
    ];
  });
}

function isOfOneStrike(one: Struck & Member, other: Struck & Member): boolean {
  const apart = Math.abs(Date.parse(one.publishedAt) - Date.parse(other.publishedAt)) / 3_600_000;
  if (one.places.size === 0 || other.places.size === 0) return apart <= sameStrikeHours.unplaced;
  return apart <= sameStrikeHours.placed && [...one.places].some((place) => other.places.has(place));
}

/** Exact tolls of one time that differ by outlet. */
function countsOf(courses: readonly Course[]): Dispute[] {
  return courses.flatMap(({ what, unit, course }) => {
    if (unit !== 'people' || !tolls.has(what)) return [];
    const exact = course.filter(({ qualifier }) => qualifier === 'exact');
    const [latest] = exact;
    if (latest === undefined) return [];
    const rival = exact.find((one) => one !== latest && contradicts(latest, one));
    if (rival === undefined) return [];
    const answers = [latest, rival].map(({ value, outlets, cites }) => ({ answer: value.toLocaleString('en'), outlets, cites }));
    return [{ question: `How many were ${what === 'hostages' ? 'taken hostage' : what}?`, answers }];
  });
}

/** Whether a later count cannot be what an earlier one has become. */
function contradicts(later: Station, earlier: Station): boolean {
  if (later.outlets.some((outlet) => earlier.outlets.includes(outlet))) return false;
  if (Math.max(later.value, earlier.value) > mostApart * Math.min(later.value, earlier.value)) return false;
  const hours = hoursBetween(later, earlier);
  return hours <= sameTimeHours || (later.value < earlier.value && hours <= onlyRisesHours);
}

function hoursBetween(a: Station, b: Station): number {
  return Math.abs(Date.parse(a.at) - Date.parse(b.at)) / 3_600_000;
}

function together(answer: string, acts: readonly StoredAct[]): Answer {
  return {
    answer,
    outlets: [...new Set(acts.flatMap(({ outlets }) => outlets))],
    cites: [...new Set(acts.flatMap(({ cites }) => cites))],
  };
}
