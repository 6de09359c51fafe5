// What somebody must do, as another says, and what he will not do, whatever it is.
import { draftOf } from './drafts.js';
import { isIn } from './groups.js';
import type { Entry } from './lexicon-file.js';
import { control, only, type State } from './state.js';
import type { Word } from './words.js';

/** "Aliyev: Armenia must ...": who says so demands it. True where what follows is told all the same, as of who is accused. */
export function must(s: State, role: Entry, at: number): boolean {
  if (role.action === 'accuse') return accuseAlone(s, role, at);
  if (role.action === 'demand') owed(s, role, at);
  return false;
}

function owed(s: State, role: Entry, at: number): void {
  const { subject, saidBy } = s;
  if (!saidBy || s.context.asked || s.not || subject?.head !== 'actor' || subject.actors.length !== 1 || subject.actors[0] === saidBy)
    return;
  s.drafts.push(draftOf(role, s.words[at] as Word, { source: [saidBy], target: subject.actors, filled: true, subject: true }));
}

/**
 * "Kenya accused of jamming radar": where whoever is accused alone stands before it, it is what the headline tells, and what follows is
 * claimed. True where it is.
 */
function accuseAlone(s: State, role: Entry, at: number): boolean {
  const { subject } = s;
  const alone = subject?.head === 'actor' && subject.from === 0 && subject.to === at && subject.actors.length === 1;
  const naming = s.words[at - 1]?.naming;
  const person = isIn(s.words[at - 1], 'leader') || naming?.sort !== 'name' || subject?.actors[0]?.startsWith('US-');
  if (!alone || !subject || person || subject.place || subject.mixed || s.mode !== 'done' || s.may || s.not || s.context.saidBy !== null)
    return false;
  const given = { target: subject.actors, filled: true, passive: true, subject: true };
  s.drafts.push(draftOf({ ...role, class: 'verb', form: 'P' }, s.words[at] as Word, given));
  s.first ??= subject;
  s.subject = null;
  Object.assign(s, { mode: 'claimed', saidBy: '', accused: true });
  control(s, subject.actors);
  return true;
}

/** "Japan will not take part": to say no is an act, whatever it is said to. */
export function refusal(s: State): void {
  // Where a verb nobody knows does not part phrases, the last one named need not be the subject.
  const who = s.policy.idafa || s.policy.prepositionsFirst ? s.lead : (s.unwilling ?? s.subject ?? s.first);
  // "Spain won't join force, minister says", "..., Madrid says": what he says of his own state he refuses.
  const own = s.never && s.mode === 'claimed' && (s.context.official || (s.saidBy !== null && only(who?.actors) === s.saidBy));
  if (!s.not || !(s.mode === 'planned' || own) || s.may || s.context.asked || who?.head !== 'actor' || who.actors.length !== 1) return;
  if (s.drafts.some(({ refused, noun }) => refused || !noun)) return;
  const word = s.words[0] as Word;
  const entry: Entry = { class: 'refuse', form: null, action: 'reject', frame: ['none'], written: '', particle: null };
  s.drafts.push(draftOf(entry, word, { source: who.actors, filled: true, subject: true, refused: true }));
}
