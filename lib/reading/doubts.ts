// Where a verb leaves open whether its subject did it: then nothing is told.
import { type Action, forceful, mutual } from './actions.js';
import type { Draft } from './drafts.js';
import { isIn } from './groups.js';
import type { Entry } from './lexicon-file.js';
import type { Phrase } from './phrase.js';
import { isPlain } from './policy.js';
import type { State } from './state.js';
import { isWeapon } from './verb-choice.js';
import { has, isPredicate } from './word-classes.js';
import type { Word } from './words.js';

/** "drops law imprisoning women": a gerund right behind what the open act meets tells of that, and not of who acts. */
export function tellsOfObject({ policy, words, open, last, subject, pending }: State, { form, class: name }: Entry, at: number): boolean {
  // "تغرق سفينة تنقل أسلحة": the ship that is met carries them.
  if (policy.idafa && name === 'give' && form === 'F')
    return open !== null && !open.noun && last !== subject && words[at - 1]?.mark === '' && !has(words[at - 1], 'and');
  if (form !== 'G' || last === null || last === subject || last.to !== at) return false;
  // "shakes his head at Republicans blocking bill": they block it.
  if (open === null) return isPlain(policy) && pending.at(-1)?.phrase === last && pending.at(-1)?.preps.includes('at') === true;
  return (isPlain(policy) || (policy.adjectiveAfter && !policy.idafa)) && !open.noun;
}

/** "since Russia invaded", "dhow Oman impounded sinks": a state that nobody invades by name did it, and to what stands before it. */
export function isBareInvaded({ be, words, subject, policy }: State, { action, passive }: Draft, at: number): boolean {
  // "uses frozen Ugandan assets": a participle before whose they are tells what they are.
  if (passive && !be && isPlain(policy) && words[at + 1]?.naming?.sort === 'adjective') return true;
  if (!passive || be || !subject || words[subject.to - 1]?.naming?.country !== true) return false;
  const before = subject.to - 2 >= subject.from ? words[subject.to - 2] : undefined;
  const object = before?.mark === '' && before.naming === null && (before.role === null || before.role.class === 'private');
  return object || (action === 'seize_or_occupy' && words[at + 1] === undefined);
}

/** "PM dismissed in vote": a person who is dismissed lost his office, and nobody's plan was turned down. */
export function isSacked({ passive, action }: Draft, { written }: Entry, met: Phrase | null): boolean {
  return passive && action === 'reject' && /^dismiss/.test(written) && met?.head === 'actor';
}

/** "launches 150 drones at": an attack where a weapon is let fly. */
const lets = /^(?:launch|fire$|fires$|fired$|firing$|lob|hurl)[a-z]*$/;

function isArmedAhead(words: readonly Word[], at: number): boolean {
  for (let next = at + 1; next < words.length; next++) {
    const word = words[next] as Word;
    if (isWeapon(word)) return true;
    if (has(word, 'prep') || isPredicate(word.role) || (word.mark !== '' && word.mark !== '"')) return false;
  }
  return false;
}

/** A deed told of somebody nobody can name, or of a thing that does not do it: "aid cuts hit clinics", "army broke truce, rebels say". */
export function isDoubtful(
  s: State,
  { action, merged }: Draft,
  { frame, form, written, particle }: Entry,
  subject: Phrase | null,
  at: number,
): boolean {
  // "warns Israel against annexing": who is warned would do it, and has not.
  if (form === 'G' && isPlain(s.policy) && s.open?.action === 'threaten' && has(s.words[at - 1], 'prep')) return true;
  // "tells police to stop arresting": who is told something does it, or shall not.
  if (form === 'G' && isPlain(s.policy) && s.mode === 'claimed' && s.addressedTo !== null && s.subject === null) return true;
  // "ferry sinks": it went down by itself.
  if (/^s[aiu]nk/.test(written) && sinks(s.words[at + 1])) return true;
  if (written === 'targeting' && form === 'G' && subject?.head !== 'armed') return true;
  // "to disarm Hezbollah": who disarms another lays down nothing.
  if (
    /^disarm/.test(written) &&
    s.words[at + 1] !== undefined &&
    s.words[at + 1]?.mark === '' &&
    !has(s.words[at + 1], 'prep') &&
    !has(s.words[at + 1], 'after')
  )
    return true;
  if (action === 'cyber' && frame.includes('agent') && !s.subject?.hacks && !merged) return true;
  if (s.open?.action === 'mediate' && mutual.has(action)) return true;
  if (action === 'legislate_or_rule' && frame.includes('agent') && !subject?.court && !votes(s, subject, frame)) return true;
  if (frame.includes('whom') && (subject?.head === 'thing' || subject?.head === 'people')) return true;
  const head = s.words[(subject?.to ?? 0) - 1];
  if (marched.test(written) && particle === null && !isIn(head, 'soldier')) return true;
  if (
    action === 'withdraw_or_yield' &&
    /^lea(?:ve|ves|ving)$|^left$/.test(written) &&
    (isIn(head, 'leader') || isIn(head, 'statesman') || isOfHouse(subject))
  )
    return true;
  if (!forceful.has(action)) return false;
  if (/^att?ac/.test(written) && isIn(head, 'leader') && subject?.actors.every((id) => !warriors.has(id))) return true;
  if (action === 'attack' && isPlain(s.policy) && lets.test(written) && !isArmedAhead(s.words, at)) return true;
  if (subject === null) return isPlain(s.policy) && !s.controlled && (form === 'F' || (form === 'G' && s.drafts.length === 0));
  return s.saidBy !== null && subject.head === 'actor' && subject.actors.length === 0;
}

/** Nobody stands behind "sinks". */
function sinks(next: Word | undefined): boolean {
  return next === undefined || next.mark !== '' || has(next, 'prep') || has(next, 'after') || has(next, 'how') || next.text === 'too';
}

/** Soldiers who fly home withdraw, and take a town that they enter; statesmen and teams only travel. */
const marched = /^(?:(?:fly|flies|flew|flying|head|heads|headed|heading|return|returns|returned|returning) home|enter(?:s|ed|ing)?)$/;
/** Politicians of the United States leave an office. */
const isOfHouse = (subject: Phrase | null): boolean => subject?.actors.some((id) => id.startsWith('US-')) === true;
/** "Sonko attacks France": a leader by name attacks with words, but where his state makes war. */
const warriors: ReadonlySet<string> = new Set('RU UA US IL IR TR SA AE ET RW SD MM IN PK AZ SY YE'.split(' '));

/** "congress ousts president": a parliament votes him out, as a court may remove him. */
function votes({ words }: State, subject: Phrase | null, frame: Entry['frame']): boolean {
  return subject !== null && frame.includes('none') && isIn(words[subject.to - 1], 'chamber');
}

/** "government employees suspended": people are punished by it, and no state is hindered. */
export function isPunished({ policy }: State, met: Phrase | null, action: Action): boolean {
  return met?.head === 'people' && action === 'restrict' && isPlain(policy);
}

/** "under fire from EU for blocking aid": with words. */
export function isScolded(words: readonly Word[], { written }: Entry): boolean {
  return /under fire/.test(written) && words.some(({ text }) => text === 'for' || text === 'over');
}

/** A leader who is met, or attacks, by his own name. */
export function byName({ words }: State, { written }: Entry, who: Phrase | null, turned: boolean): Draft['leader'] {
  if (!who || !isIn(words[who.to - 1], 'leader')) return null;
  return turned ? 'met' : /^att?ac/.test(written) ? 'doer' : null;
}
