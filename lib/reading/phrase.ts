// A phrase, and what is known of it while it is read word by word.
import type { Case } from './cases.js';
import type { Class, Entry } from './lexicon-file.js';

/** What the head is. `thing`: a noun nobody knows. */
export type Head = 'actor' | 'people' | 'private' | 'armed' | 'nature' | 'act' | 'thing';

export interface Phrase {
  /** Actor ids in order. */
  actors: string[];
  head: Head;
  /** The act that the head names, with the place of its word. */
  act: { entry: Entry; at: number } | null;
  /** Actors named behind the act in the genitive: whose it is or whom it meets. */
  after: string[];
  /** What the act is done to, where it is said: people, officials, private persons. */
  hit: Class | null;
  /** Armed men, who are not the state whose nationals they are. */
  stateless: boolean;
  /** A noun stands before the act: "fuelling protests", "plans of attack". */
  led: boolean;
  /** A state behind an act ("هجوم الدوحة"): whether it strikes or is struck is open. */
  openAfter: boolean;
  /** Names of several that do not belong together: nobody knows who is meant. */
  mixed: boolean;
  /** Only towns and regions are named. */
  place: boolean;
  /** A bare name before an act ("Iran sanctions"): whose it is, or against whom, is open. */
  bare: boolean;
  case: Case | null;
  /** Its head fights for itself: a state's rebels are not the state. */
  ownAccount: boolean;
  /** Its head breaks into computers. */
  hacks: boolean;
  /** It rules: a court. */
  court: boolean;
  /** It sits in its own capital: a court, a parliament, a government. */
  seated: boolean;
  /** What the head is, where it can be handed over. */
  goods: Entry | null;
  /** A number stands in it. */
  amount: boolean;
  /** Words nobody knows stand behind the name: whoever it meets, it meets him. */
  loose: boolean;
  /** Somebody's who was named before. */
  own: boolean;
  /** Opened by an article in the accusative or dative. */
  oblique: boolean;
  /** A word nobody knows stands behind it and before a name: it must be a verb. */
  verbFollows: boolean;
  /** Opened by the article of some one: "un convoi". */
  some: boolean;
  from: number;
  /** Past the last word. */
  to: number;
}

/** A phrase that is being read. */
export interface Growing {
  phrase: Phrase;
  head: Head | null;
  /** The head so far speaks for its state. */
  official: boolean;
  /** The next name joins those before. */
  joins: boolean;
  /** Words nobody knows behind an office: its holder's name. */
  strangers: number;
  /** The first word nobody knows behind the last name; 0 for none. */
  strangeAt: number;
  named: number;
}

/** An empty phrase that begins at this word. */
export function growing(from: number): Growing {
  const phrase: Phrase = {
    actors: [],
    head: 'thing',
    act: null,
    after: [],
    hit: null,
    stateless: false,
    led: false,
    openAfter: false,
    mixed: false,
    place: false,
    bare: false,
    case: null,
    ownAccount: false,
    hacks: false,
    court: false,
    seated: false,
    goods: null,
    amount: false,
    loose: false,
    own: false,
    oblique: false,
    verbFollows: false,
    some: false,
    from,
    to: from,
  };
  return { phrase, head: null, official: false, joins: false, strangers: 0, strangeAt: 0, named: 0 };
}

/** Ends the phrase before a word; false, as nothing more is taken. */
export function cutAt(g: Growing, to: number, verbFollows = false): false {
  g.phrase.to = to;
  g.phrase.verbFollows = verbFollows;
  return false;
}
