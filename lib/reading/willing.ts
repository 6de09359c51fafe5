// What somebody must do, as another says, and what he will not do, whatever it is.
import { draftOf } from './drafts.js';
import type { Entry } from './lexicon-file.js';
import type { State } from './state.js';
import type { Word } from './words.js';

/** "Aliyev: Armenia must ...": who says so demands it. */
export function must(s: State, role: Entry, at: number): void {
  const { subject, saidBy } = s;
  if (!saidBy || s.context.asked || s.not || subject?.head !== 'actor' || subject.actors.length !== 1 || subject.actors[0] === saidBy)
    return;
  s.drafts.push(draftOf(role, s.words[at] as Word, { source: [saidBy], target: subject.actors, filled: true, subject: true }));
}

/** "Japan will not take part": to say no is an act, whatever it is said to. */
export function refusal(s: State): void {
  // Where a verb nobody knows does not part phrases, the last one named need not be the subject.
  const who = s.policy.idafa || s.policy.prepositionsFirst ? s.lead : (s.unwilling ?? s.subject ?? s.first);
  if (!s.not || s.mode !== 'planned' || s.may || s.context.asked || who?.head !== 'actor' || who.actors.length !== 1) return;
  if (s.drafts.some(({ refused, noun }) => refused || !noun)) return;
  const word = s.words[0] as Word;
  const entry: Entry = { class: 'refuse', form: null, action: 'reject', frame: ['none'], written: '', particle: null };
  s.drafts.push(draftOf(entry, word, { source: who.actors, filled: true, subject: true, refused: true }));
}
