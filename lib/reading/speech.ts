// What tells that somebody says it: "said ...", "according to ...", and the conditional of hearsay. What follows is claimed.
import { forceful } from './actions.js';
import { type Draft, sourceOf } from './drafts.js';
import type { Entry } from './lexicon-file.js';
import type { Phrase } from './phrase.js';
import { readPhrase } from './phrases.js';
import { isPlain } from './policy.js';
import { isPredicate } from './roles.js';
import { control, only, type State } from './state.js';
import type { Word } from './words.js';

/** "aurait attaqué", "habría atacado": somebody says so who is not named; "aurait dû" and the like tell nothing. */
export function hearsay(s: State, { form }: Entry, at: number): void {
  s.have = form !== 'P';
  s.be = form === 'P';
  const next = s.words.slice(at + 1).find(({ role }) => role?.class !== 'how' && role?.class !== 'be');
  if (!next?.entries.some((entry) => isPredicate(entry) && (entry.form === 'P' || entry.form === null))) s.may = true;
  else if (s.mode === 'done') {
    s.mode = 'claimed';
    s.saidBy ??= '';
  }
}

/** "According to Kyiv ...": the one named next tells the rest. */
export function according(s: State, at: number): number {
  const skip = s.words[at]?.role?.class === 'prep' ? at + 1 : at;
  const phrase = readPhrase(s.words, skip, s.policy);
  const own = phrase && phrase.head === 'actor' && phrase.actors.length === 1 ? (phrase.actors[0] ?? '') : '';
  s.saidBy = own;
  s.mode = 'claimed';
  return phrase ? phrase.to : at;
}

const talks = /^(?:sa(?:y|ys|id|ying)|insist|tell|told)/;

/** Sets what follows as claimed: by who speaks where that is one actor, by nobody ('') where it is somebody else. */
export function said(s: State, role: Entry): void {
  const who = s.subject ?? s.context.subject;
  s.first ??= who;
  const party = sourceOf(who, 'announce_or_state');
  const own = party?.length === 1 ? (party[0] ?? null) : null;
  // "Rebels say they downed a helicopter": those who fight tell of themselves, and nobody knows who they are.
  const unnamed = isPlain(s.policy) && who?.head === 'armed' && who.actors.length === 0;
  if (who && own === null && !unnamed) s.may = true;
  s.saidBy = own ?? '';
  s.mode = 'claimed';
  s.open = null;
  s.not = false;
  s.subject = null;
  control(s, unnamed ? null : own === null ? undefined : [own]);
  // "says Navalny trial a farce": who says something of an act has not done it; who claims or confirms one may have.
  s.light = isPlain(s.policy) && talks.test(role.written) ? null : { ...role, class: 'light' };
  s.pending = [];
  s.addressed = role.frame[0] === 'to';
  s.announces = role.action === 'announce_or_state';
  s.tells = who === null && s.policy.verbFirst && s.policy.idafa;
}

/** "says he will meet Xi": what one says of oneself that is to come is planned. */
export function saysOfHimself({ subject, controlled, actor, saidBy, policy }: State, before: Word | undefined): boolean {
  if (subject?.head === 'actor' && subject.actors.length === 1 && subject.actors[0] === saidBy) return true;
  // "肯尼亚官员：将撤军": who speaks tells of himself where he names nobody.
  if (policy.prepositionsFirst && !subject && !controlled && before === undefined && saidBy) return true;
  return isPlain(policy) && controlled && before?.role?.class === 'it' && actor?.length === 1 && actor[0] === saidBy;
}

/** Who announces sanctions imposes them; who announces a strike claims it. */
export function announce(draft: Draft): void {
  if (draft.mode !== 'claimed' || forceful.has(draft.action) || only(draft.source) !== draft.saidBy) return;
  draft.mode = 'done';
  draft.saidBy = null;
}

/** "says its jets struck": they are his who says so. */
export function giveOwner({ words, policy, saidBy }: State, phrase: Phrase): void {
  if (!isPlain(policy) || !saidBy || phrase.head !== 'actor' || phrase.actors.length > 0) return;
  if (words[phrase.from]?.text === 'its' && words[phrase.from - 1]?.role?.class === 'say') phrase.actors = [saidBy];
}

/** A pronoun behind a verb of saying is whoever says it. */
export function isHimself({ words, mode, saidBy, prep }: State, { head, actors, from, to }: Phrase): boolean {
  if (head !== 'actor' || actors.length > 0 || mode !== 'claimed' || !saidBy || prep !== null) return false;
  return to === from + 1 && words[from]?.role?.class === 'the';
}

/** "We shot down drone, Kyiv says": who speaks did it. */
export function ourselves(s: State, at: number): void {
  if (isPlain(s.policy) && s.saidBy && at === 0 && s.words[at]?.text === 'we') control(s, [s.saidBy]);
}
