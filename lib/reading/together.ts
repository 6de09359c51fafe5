// What two do at once by doing it together: "India and China agree to resume flights" is an agreement of the two.
import { mutual } from './actions.js';
import { draftOf } from './drafts.js';
import type { Entry } from './lexicon-file.js';
import type { State } from './state.js';
import type { Word } from './words.js';

const agreeing = /^(?:agrees? to|agreed to|同意|商定|согласились|договорились|acuerdan|acordaron|conviennent|einigen|vereinbaren)/;

/** Two who agree to do something agree with one another; not where they agree to meet or to sign, which is told by itself. */
export function agreeTogether(s: State, role: Entry, at: number): void {
  const { subject } = s;
  const two = subject?.head === 'actor' && !subject.mixed && !subject.place && subject.actors.length === 2;
  if (!two || !agreeing.test(role.written) || s.may || s.not || s.refusing || s.mode !== 'done') return;
  const next = s.words[at + 1];
  if (next?.entries.some(({ action, class: name }) => (action !== null && mutual.has(action)) || name === 'not')) return;
  const entry: Entry = { ...role, action: 'agree_or_sign', frame: ['none'] };
  const given = { source: subject.actors, filled: true, subject: true, saidBy: s.saidBy };
  s.drafts.push(draftOf(entry, s.words[at] as Word, given));
}
