// What is known of a clause while it is read from left to right.
import type { Mode } from './actions.js';
import type { Draft, Party } from './drafts.js';
import type { Entry, Prep } from './lexicon-file.js';
import type { Phrase } from './phrase.js';
import type { Policy } from './policy.js';
import type { Word } from './words.js';

/** What a clause takes over from those before it. */
export interface Context {
  /** Who tells it; null for the outlet itself, '' for somebody who is no actor. */
  saidBy: string | null;
  /** An official of nobody named tells it, of his own state as a rule. */
  official: boolean;
  /** The subject of the clause before, for a clause that begins with its verb. */
  subject: Phrase | null;
  /** Who was named last there: a relative clause tells of him. */
  last: Phrase | null;
  asked: boolean;
  /** How real the acts before were, for a clause that goes on with an infinitive: "to recognise X, impose sanctions on Y". */
  mode: Mode;
  /** They were refused or doubtful. */
  held: boolean;
  /** Who accused the subject there, for an infinitive that goes on; '' for somebody who is no actor, null where nobody did. */
  accusedBy: string | null;
}

export interface Scan {
  drafts: Draft[];
  /** The first subject of a verb. */
  subject: Phrase | null;
  last: Phrase | null;
  /** Passives at the very beginning, whose subject is in the next clause. */
  waiting: Draft[];
  mode: Mode;
  held: boolean;
  accusedBy: string | null;
  /** Who was accused there, and of what stands in the clause behind. */
  blamed: Blamed | null;
}

/** "обвинил Кению в том, что ...": who says it, and of whom. */
export interface Blamed {
  by: string;
  whom: Phrase;
}

export interface State {
  readonly words: readonly Word[];
  readonly policy: Policy;
  readonly context: Context;
  readonly drafts: Draft[];
  readonly waiting: Draft[];
  /** Who stands before the next act. */
  subject: Phrase | null;
  /** The act that this subject names: "Israeli strike kills five". */
  subjectAct: Draft | null;
  first: Phrase | null;
  lead: Phrase | null;
  last: Phrase | null;
  /** What the last phrase was to the open act. */
  lastRole: 'place' | 'target' | 'source' | null;
  /** The act that takes what follows. */
  open: Draft | null;
  /** A verb that takes its act from the noun behind it, and one that hands something over. */
  light: Entry | null;
  giving: Entry | null;
  /** The word of that verb. */
  givingWord: Word | null;
  recipient: Phrase | null;
  prep: readonly Prep[] | null;
  /** What stood behind prepositions, and in the accusative, before there was an act to take it. */
  pending: { preps: readonly Prep[]; phrase: Phrase; act: Draft | null; holder?: Phrase | null }[];
  object: Phrase | null;
  mode: Mode;
  saidBy: string | null;
  /** Who does what follows, where another wants or says it: "urges X to ...", "says it ...". */
  actor: Party;
  controlled: boolean;
  be: boolean;
  have: boolean;
  not: boolean;
  /** What is denied is to come: "will not". */
  never: boolean;
  /** Who stood before "will not". */
  unwilling: Phrase | null;
  may: boolean;
  refusing: boolean;
  undo: Draft | null;
  suffer: boolean;
  antecedent: Phrase | null;
  /** The accusation and the threat that wait for what they are about. */
  blamer: Draft | null;
  threat: Draft | null;
  /** Somebody was accused in the passive: what follows is said of him. */
  accused: boolean;
  /** Who condemns or punishes, while it is told for what. */
  punisher: Phrase | null;
  /** A verb stood there that the lexicon does not know. */
  unknown: boolean;
  /** Somebody says what follows who is named only behind the verb. */
  tells: boolean;
  /** Who says it makes it so by saying it: "announces". */
  announces: boolean;
  /** The next one named is only told something. */
  addressed: boolean;
  /** Who was told something. */
  addressedTo: Phrase | null;
}

/** Nothing is read yet; `context` is what the clauses before leave. */
export function freshState(words: readonly Word[], policy: Policy, context: Context): State {
  return {
    words,
    policy,
    context,
    drafts: [],
    waiting: [],
    subject: null,
    subjectAct: null,
    first: null,
    lead: null,
    last: null,
    lastRole: null,
    open: null,
    light: null,
    giving: null,
    givingWord: null,
    recipient: null,
    prep: null,
    pending: [],
    object: null,
    mode: context.saidBy === null ? 'done' : 'claimed',
    saidBy: context.saidBy,
    actor: undefined,
    controlled: false,
    be: false,
    have: false,
    not: false,
    never: false,
    unwilling: null,
    may: context.asked,
    refusing: false,
    undo: null,
    suffer: false,
    antecedent: null,
    blamer: null,
    threat: null,
    accused: false,
    punisher: null,
    unknown: false,
    tells: false,
    announces: false,
    addressed: false,
    addressedTo: null,
  };
}

/** Names who does what follows. */
export function control(s: State, actor: Party): void {
  s.controlled = true;
  s.actor = actor;
}

/** The one party, where it is one. */
export function only(party: Party): string | null {
  return party?.length === 1 ? (party[0] ?? null) : null;
}
