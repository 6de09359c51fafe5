// Reads a clause from left to right, as a hurried reader does: who is named before the act did it, who is named after it was met by it,
// "by" and passives turn that round, prepositions say who else. What it cannot place it leaves open.
import type { Clause } from './clauses.js';
import type { Action, Mode } from './actions.js';
import type { Entry, Prep } from './lexicon-file.js';
import { type Phrase, readPhrase } from './phrases.js';
import { has } from './roles.js';
import type { Word } from './words.js';

/** A party of an act: actors that are surely it; null for nobody named; undefined for somebody of whom it is not certain who. */
export type Party = readonly string[] | null | undefined;

export interface Draft {
  action: Action;
  frame: readonly Prep[];
  source: Party;
  target: Party;
  /** A target stood there, whoever it is. */
  filled: boolean;
  mode: Mode;
  saidBy: string | null;
  /** Somebody denies, fears or asks for it only: it is not told. */
  dropped: boolean;
  passive: boolean;
  noun: boolean;
  /** Where it happens, for acts that hit whoever is there. */
  place: string | null;
  start: number;
  end: number;
}

interface State {
  subject: Phrase | null;
  /** The act of a noun that is the subject: "Israeli strike kills five". */
  subjectAct: Draft | null;
  /** The act that takes what follows. */
  open: Draft | null;
  light: Entry | null;
  mode: Mode;
  saidBy: string | null;
  /** Who does what follows, where another wants or says it: "urges X to ...", "says it ...". */
  actor: Party;
  hasActor: boolean;
  be: boolean;
  not: boolean;
  may: boolean;
  undo: Draft | null;
  suffer: boolean;
}

const fresh = (): State => ({
  ...{ subject: null, subjectAct: null, open: null, light: null, mode: 'done', saidBy: null, actor: undefined, hasActor: false },
  ...{ be: false, not: false, may: false, undo: null, suffer: false },
});

/** The acts of one clause, in order of their words. `saidBy` is who tells it all, null for the outlet itself. */
export function scanClause(words: readonly Word[], roles: readonly (Entry | null)[], clause: Clause, saidBy: string | null): Draft[] {
  const drafts: Draft[] = [];
  const state = fresh();
  state.saidBy = saidBy;
  if (saidBy !== null) state.mode = 'claimed';
  state.may = clause.asked;
  let prep: Prep | null = null;
  for (let at = clause.from; at < clause.to; ) {
    const role = roles[at] ?? null;
    const next = role ? step(role, at) : null;
    if (next !== null) {
      at = next;
      continue;
    }
    const phrase = readPhrase(words, roles, at, clause.to);
    if (!phrase || phrase.to <= at) {
      at++;
      continue;
    }
    place(phrase);
    prep = null;
    at = phrase.to;
  }
  return drafts;

  /** Takes a word of the grammar; null where the word begins a phrase. */
  function step(role: Entry, at: number): number | null {
    switch (role.class) {
      case 'prep':
        prep = role.frame[0] ?? null;
        return at + 1;
      case 'be':
        state.be = true;
        return at + 1;
      case 'not':
        state.not = true;
        return at + 1;
      case 'may':
        state.may = true;
        return at + 1;
      case 'plan':
        if (role.action) open(role, at, { mode: state.mode });
        state.mode = state.saidBy !== null && state.mode === 'claimed' ? 'claimed' : 'planned';
        return at + 1;
      case 'who':
        relative();
        return at + 1;
      case 'say':
        said();
        return at + 1;
      case 'stop':
        state.open = null;
        return at + 1;
      case 'verb':
      case 'vow':
      case 'refuse':
      case 'urge':
      case 'call':
      case 'deny':
      case 'undo':
      case 'suffer':
      case 'light':
        return verb(role, at);
      default:
        return null;
    }
  }

  function verb(role: Entry, at: number): number {
    const passive = isPassive(role, at);
    switch (role.class) {
      case 'light':
        state.light = role;
        state.open = null;
        return at + 1;
      case 'suffer':
        state.suffer = true;
        return at + 1;
      case 'verb': {
        open(role, at, { passive });
        break;
      }
      case 'vow': {
        const draft = open(role, at, {});
        state.mode = 'threatened';
        inherit(draft);
        break;
      }
      case 'refuse': {
        const draft = open({ ...role, action: role.action ?? 'reject' }, at, {});
        draft.target = null;
        draft.filled = true;
        state.may = true;
        break;
      }
      case 'deny': {
        const draft = open({ ...role, action: role.action ?? 'deny' }, at, {});
        draft.target = null;
        draft.filled = true;
        state.mode = 'denied';
        inherit(draft);
        break;
      }
      case 'urge': {
        open({ ...role, action: role.action ?? 'demand' }, at, { passive });
        state.mode = 'demanded';
        state.hasActor = true;
        state.actor = null;
        break;
      }
      case 'call': {
        open({ ...role, action: role.action ?? 'demand' }, at, {});
        state.may = true;
        break;
      }
      case 'undo': {
        state.undo = open({ ...role, action: role.action ?? 'withdraw_or_yield' }, at, { passive });
        break;
      }
    }
    state.be = false;
    state.not = false;
    return at + 1;
  }

  /** The one who threatens, denies or plans is the one who acts. */
  function inherit(draft: Draft): void {
    state.hasActor = true;
    state.actor = draft.source;
  }

  function isPassive(role: Entry, at: number): boolean {
    if (role.form === 'F' || role.form === 'B' || role.form === 'G') return false;
    if (state.be) return true;
    if (role.form === 'P') return !has(words[at - 1], 'and');
    const next = words[at + 1];
    const follows = roles[at + 1] ?? null;
    if (next === undefined || at + 1 >= clause.to) return true;
    if (next.mark === '"') return false;
    if (next.mark !== '') return true;
    if (follows?.class === 'prep') return role.frame.includes('obj') ? true : !role.frame.includes(follows.frame[0] ?? 'none');
    return follows?.class === 'how' || follows?.class === 'after' || follows?.class === 'and';
  }

  function open(role: Entry, at: number, given: { passive?: boolean; mode?: Mode }): Draft {
    const { passive = false } = given;
    const word = words[at] as Word;
    const subject = state.hasActor ? state.actor : sourceOf(state.subject, state.subjectAct, role.action ?? 'other');
    const draft: Draft = {
      action: role.action ?? 'other',
      frame: role.frame,
      source: passive ? null : subject,
      target: passive ? targetOf(state.subject, role.action ?? 'other') : null,
      filled: passive,
      mode: given.mode ?? state.mode,
      saidBy: state.saidBy,
      dropped: state.may || state.not,
      passive,
      noun: false,
      place: null,
      start: word.start,
      end: word.end,
    };
    if (state.not && role.class === 'verb' && draft.source && !passive) {
      // "will not condemn": to say no is an act of its own.
      drafts.push({ ...draft, action: 'reject', target: null, filled: true, dropped: state.may, mode: 'done', frame: ['none'] });
    }
    drafts.push(draft);
    state.open = draft;
    state.light = null;
    return draft;
  }

  /** "X, who ...": the last one named acts. */
  function relative(): void {
    state.open = null;
    state.hasActor = true;
    state.actor = undefined;
  }

  function said(): void {
    const who = sourceOf(state.subject, null, 'announce_or_state');
    const own = !state.subject || !who || who.length !== 1 ? null : (who[0] ?? null);
    if (state.subject && own === null) state.may = true;
    state.saidBy = own;
    state.mode = 'claimed';
    state.open = null;
    state.not = false;
    state.subject = null;
    state.subjectAct = null;
  }

  /** A phrase where it stands: before the act, after it, or behind a preposition. */
  function place(phrase: Phrase): void {
    const act = phrase.act ? nounAct(phrase) : null;
    if (prep !== null) behind(prep, phrase, act);
    else if (state.open && !state.open.filled && state.open.frame.includes('obj')) object(state.open, phrase, act);
    else if (!state.open && !state.light && !state.suffer) {
      state.subject = phrase;
      state.subjectAct = act;
      if (pronoun(phrase) && state.saidBy) {
        state.hasActor = true;
        state.actor = [state.saidBy];
      } else if (state.saidBy && state.mode === 'claimed') state.hasActor = false;
    }
    if (act && !state.open) state.open = act;
    else if (act) state.open = act;
  }

  function pronoun(phrase: Phrase): boolean {
    return phrase.to === phrase.from + 1 && /^(?:it|its|he|she|they|we)$/.test(words[phrase.from]?.text ?? '');
  }

  function behind(before: Prep, phrase: Phrase, act: Draft | null): void {
    const draft = state.open;
    if (!draft || draft === act) return;
    if (before === 'by' && (draft.passive || draft.noun)) {
      draft.source = sourceOf(phrase, null, draft.action);
      return;
    }
    if (draft.frame.includes(before) && !draft.filled) return object(draft, phrase, act);
    if (before === 'in' && phrase.actors.length === 1 && phrase.head === 'actor') draft.place = phrase.actors[0] ?? null;
  }

  function object(draft: Draft, phrase: Phrase, act: Draft | null): void {
    draft.filled = true;
    if (draft === state.undo && act) {
      draft.target = act.target;
      act.dropped = true;
      state.open = draft;
      return;
    }
    draft.target = act && act.source && !draft.passive ? act.source : targetOf(phrase, draft.action);
    if (state.mode === 'demanded' && state.hasActor) state.actor = sourceOf(phrase, null, 'other');
  }

  function nounAct(phrase: Phrase): Draft | null {
    const { entry, at } = phrase.act as { entry: Entry; at: number };
    if (!entry.action) return null;
    const word = words[at] as Word;
    const named = phrase.actors.filter((id) => !id.startsWith('@'));
    const source = named.length === 0 ? null : named;
    const light = state.light !== null;
    const doer = light ? sourceOf(state.subject, null, entry.action) : source;
    const target = state.suffer ? targetOf(state.subject, entry.action) : light && named.length > 0 ? named : null;
    const draft: Draft = {
      action: entry.action,
      frame: entry.frame,
      source: state.suffer ? source : doer,
      target,
      filled: target !== null,
      mode: light || state.mode === 'denied' || state.mode === 'threatened' ? state.mode : state.saidBy ? 'claimed' : 'done',
      saidBy: state.saidBy,
      dropped: state.may || state.not,
      passive: false,
      noun: true,
      place: null,
      start: word.start,
      end: word.end,
    };
    drafts.push(draft);
    state.light = null;
    state.suffer = false;
    return draft;
  }
}

/** Who acts, where a phrase stands before an act. */
function sourceOf(phrase: Phrase | null, act: Draft | null, action: Action): Party {
  if (!phrase) return null;
  if (act) return action === 'attack' ? (act.source ?? null) : undefined;
  if (phrase.head === 'actor') return phrase.actors.length > 0 ? phrase.actors : null;
  if (phrase.head === 'armed') return phrase.actors.length > 0 ? phrase.actors : null;
  if (phrase.head === 'people' && action === 'protest') return phrase.actors.length > 0 ? phrase.actors : null;
  return undefined;
}

/** Who is met by an act. */
function targetOf(phrase: Phrase | null, action: Action): Party {
  if (!phrase) return null;
  if (phrase.head === 'private') return null;
  if (phrase.actors.length === 0) return null;
  if (action === 'arrest_or_try' && phrase.head !== 'actor') return null;
  return phrase.actors;
}
