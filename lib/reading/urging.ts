// Whom an act meets that is told in a way of its own: one who is urged to do something, and a state before whose embassy one protests.
import { type Draft, draftOf, sourceOf } from './drafts.js';
import type { Entry, Prep } from './lexicon-file.js';
import type { Phrase } from './phrase.js';
import { control, only, type State } from './state.js';
import type { Word } from './words.js';

/** "Trump tells Hamas to disarm": who is told to do something is asked for it. True where one is. */
export function tellTo(s: State, { written }: Entry, at: number): boolean {
  const told = s.addressedTo;
  if (!told || written !== 'to' || s.saidBy === null || s.drafts.length > 0 || told.to !== at) return false;
  const target = sourceOf(told, 'other');
  const role: Entry = { class: 'urge', form: null, action: 'demand', frame: ['obj'], written, particle: null };
  const source = s.saidBy === '' ? undefined : [s.saidBy];
  s.drafts.push(draftOf(role, s.words[at] as Word, { source, target, filled: true, subject: true }));
  Object.assign(s, { mode: 'demanded', saidBy: null, light: null });
  control(s, target);
  return true;
}

/** Who is urged to do what is told as a noun, and before whose embassy a protest is. True where one was found. */
export function urgeOrProtest(s: State, draft: Draft, preps: readonly Prep[], phrase: Phrase, act: Draft | null): boolean {
  // "mahnt Kigali zum Abzug": the one who is urged is to do it.
  if (
    act &&
    draft.action === 'demand' &&
    !draft.noun &&
    draft.target &&
    !act.source &&
    preps.includes('to') &&
    !preps.includes('against')
  ) {
    Object.assign(act, { source: draft.target, mode: 'demanded', saidBy: only(draft.source), subject: true });
    return true;
  }
  // "Proteste vor der russischen Botschaft in Prag": upon whose embassy it is.
  if (draft.action === 'protest' && draft.noun && !draft.target && preps.includes('in') && isEmbassy(s.words, phrase)) {
    Object.assign(draft, { target: phrase.actors, filled: true });
    return true;
  }
  return false;
}

const embassy = /botschaft|konsulat|посольств|консульств|embass|consulat|embajada/;

function isEmbassy(words: readonly Word[], { from, to, actors }: Phrase): boolean {
  return actors.length === 1 && words.slice(from, to).some(({ text }) => embassy.test(text));
}

/** "contra el envío": whether a noun of giving stands behind "against", with its article between. */
export function isWarnedOf(words: readonly Word[], at: number): boolean {
  const prep = words[words[at - 1]?.role?.class === 'the' ? at - 2 : at - 1]?.role;
  return prep?.class === 'prep' && prep.frame.includes('against');
}
