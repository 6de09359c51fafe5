// Headlines that are hardly more than their noun: "Norway-UK fisheries pact", "Kenya-Uganda talks resume in Kampala".
import { mutual } from './actions.js';
import { isTight } from './joints.js';
import { isPlain, type Policy } from './policy.js';
import type { Act } from './reading.js';
import { has } from './word-classes.js';
import type { Word } from './words.js';

/** Verbs by which talks go on, and a pact is there. */
const begins = /^(?:resumes?|begins?|began|opens?|starts?|started|continues?|restarts?|kicks? off|gets? under way|under way|underway)$/;
const holds = /^(?:takes effect|comes into force|enters into force|in force)$/;

/** What a pact or talks are in or on where they are not there yet, or no more. */
const unsure =
  /^(?:doubt|limbo|jeopardy|tatters|danger|trouble|hold|ice|brink|verge|rocks|cards|horizon|sight|reach|table|agenda|track|edge|shaky|course|line|crisis|deadlock|peril|works|pipeline|balance|offing|question|ruins|shambles|spotlight|focus|close)$/;

/** The furthest word behind two names that may be what they have between them. */
const furthest = 4;

/** What two are told to have between them by a noun alone; empty where nothing certain is. */
export function betweenTwo(words: readonly Word[], policy: Policy): Act[] {
  const [one, , other] = words;
  if (!isPlain(policy) || !isTight(words, 1) || !isState(one) || !isState(other)) return [];
  const [a = '', b = ''] = [one?.naming?.ids[0], other?.naming?.ids[0]];
  const at = words.findIndex(({ role }, i) => i > 2 && i <= 2 + furthest && role?.class === 'noun');
  const { role, start, end } = words[at] ?? {};
  const action = role?.action;
  if (a === b || !action || (action !== 'negotiate' && action !== 'agree_or_sign') || !mutual.has(action)) return [];
  const plainly = words.every((word, i) => (i > 2 && i < at ? word.mark === '' && !word.naming : true) && !isOpen(word));
  if (!plainly || !isThere(words, at, action === 'negotiate')) return [];
  const act = { action, mode: 'done' as const, saidBy: null, start: start ?? 0, end: end ?? 0 };
  return [
    { ...act, source: a, target: b },
    { ...act, source: b, target: a },
  ];
}

function isState(word: Word | undefined): boolean {
  return word?.naming?.state === true && word.naming.sort === 'name' && word.naming.ids.length === 1;
}

/** A word that leaves it open. */
function isOpen(word: Word): boolean {
  return ['may', 'not', 'hush', 'say', 'deny', 'undo', 'plan'].some((name) => word.role?.class === name) || /[?!:]/.test(word.mark);
}

/** Whether what stands behind the noun says that it is there: nothing, a verb of going on, or where or what about it is. */
function isThere(words: readonly Word[], at: number, talks: boolean): boolean {
  const next = words[at + 1];
  if (next === undefined) return !talks;
  if (next.mark !== '') return false;
  if (talks ? begins.test(next.text) : holds.test(next.text)) return true;
  const place = words[at + 2];
  if (!place || unsure.test(place.text) || place.mark !== '') return false;
  if (next.text === 'in') return talks && place.capital && words[at + 3] === undefined;
  return (
    !talks &&
    (next.text === 'over' || next.text === 'on') &&
    words.slice(at + 2).every(({ role, mark }) => mark === '' && !role?.action) &&
    !has(place, 'how')
  );
}
