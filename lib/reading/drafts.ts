// An act while its clause is being read: who did it to whom as far as the words have told yet.
import type { Action, Mode } from './actions.js';
import { forceful } from './actions.js';
import type { Entry, Prep } from './lexicon-file.js';
import type { Phrase } from './phrase.js';
import type { Word } from './words.js';

/** A party of an act: actors that are surely it; null for nobody named; undefined for somebody of whom it is not certain who. */
export type Party = readonly string[] | null | undefined;

export interface Draft {
  action: Action;
  frame: readonly Prep[];
  source: Party;
  target: Party;
  /** Who is acted upon has been told, whoever it is. */
  filled: boolean;
  /** What stood before the act was its subject. */
  subject: boolean;
  mode: Mode;
  saidBy: string | null;
  /** Somebody fears it or asks for it only: it is not told. */
  dropped: boolean;
  passive: boolean;
  noun: boolean;
  /** The act whose doer is met by this one ("condemns Russian strikes"), or whose victim ("lifts sanctions on Syria"). */
  via: { draft: Draft; of: 'source' | 'target' } | null;
  /** Where it happens, for acts that hit whoever is there. */
  place: readonly string[] | null;
  /** That place is a state by its own name. */
  abroad: boolean;
  /** A bare name before the act: whose it is, is certain only with a target. */
  bare: boolean;
  /** Somebody who stands for nobody was hit. */
  private: boolean;
  /** One person nobody names was hit: whose land it is, was not. */
  lone: boolean;
  /** Goods change hands, and whether the subject gets them. */
  goods: boolean;
  takes: boolean;
  /** Who is hit bears no arms and holds no office: he may be any foreigner. */
  soft: boolean;
  /** It says no to something: nobody need be met. */
  refused: boolean;
  /** Who did it stands behind "by". */
  byNamed: boolean;
  /** It calls for something of nobody named. */
  calls: boolean;
  /** "vows to": a threat only where harm is vowed. */
  vows: boolean;
  /** It ends another act, and says nothing without it. */
  undo: boolean;
  /** The act it is where nothing is ended: "suspends exports". */
  instead: Entry | null;
  /** Told as what went before. */
  background: boolean;
  /** What somebody is accused of. */
  charged: boolean;
  /** What somebody is condemned or punished for, by who says it. */
  punished: boolean;
  /** Done by people, and not by the state they are named after. */
  ofPeople: boolean;
  /** The one met is a town, or people and things of a state: an attack on them is war or crime. */
  town: boolean;
  /** The one met is a merchant ship. */
  trades: boolean;
  /** It happens at an embassy or a base, whose owner is met by it. */
  seat: boolean;
  /** The noun that tells by whom and where: "killed in an Israeli strike on Gaza". */
  merged: Draft | null;
  /** Its subject is a thing nobody listed: sure only where somebody is hit. */
  weak: boolean;
  /** Whose own gangs and rebels strike people of whom nobody says whose they are: it was at home. */
  home: readonly string[] | null;
  /** A leader is met by his own name, or strikes by it: he does so with words. */
  leader: 'met' | 'doer' | null;
  /** Missiles and drones come down there: struck is only who is at war. */
  falls: boolean;
  /** "Польшу обвинили": they did, and nobody says who. */
  impersonal: boolean;
  start: number;
  end: number;
}

/** A draft without parties, but for what is `given`. */
export function draftOf(entry: Entry, word: Word, given: Partial<Draft>): Draft {
  const draft: Draft = {
    action: entry.action ?? 'other',
    frame: entry.frame,
    source: null,
    target: null,
    filled: false,
    subject: false,
    mode: 'done',
    saidBy: null,
    dropped: false,
    passive: false,
    noun: false,
    via: null,
    place: null,
    abroad: false,
    bare: false,
    private: false,
    lone: false,
    soft: false,
    goods: false,
    takes: false,
    refused: false,
    calls: false,
    byNamed: false,
    vows: false,
    undo: false,
    instead: null,
    background: false,
    charged: false,
    punished: false,
    ofPeople: false,
    town: false,
    trades: false,
    seat: false,
    merged: null,
    weak: false,
    home: null,
    leader: null,
    falls: false,
    impersonal: false,
    start: word.start,
    end: word.end,
  };
  return Object.assign(draft, given);
}

/** Acts of force that an actor's things nobody listed do for him: "a Russian barrage hits". */
const sends = new Set<Action>(['attack', 'seize_or_occupy']);

/** Who acts, where a phrase stands before an act. */
export function sourceOf(phrase: Phrase | null, action: Action): Party {
  if (!phrase) return null;
  if (phrase.mixed) return undefined;
  if (phrase.place && forceful.has(action)) return undefined;
  if (phrase.head === 'actor') return phrase.actors.length > 0 ? phrase.actors : null;
  if (phrase.head === 'armed' && phrase.ownAccount && phrase.actors.some((id) => id.length === 2)) return null;
  if (phrase.head === 'armed') return phrase.actors.length > 0 ? phrase.actors : null;
  if (phrase.head === 'thing' && phrase.actors.length > 0 && sends.has(action)) return phrase.actors;
  if (phrase.head === 'people' && phrase.actors.length === 0 && action === 'attack') return null;
  if (phrase.head === 'people' && action === 'protest') return phrase.actors.length > 0 ? phrase.actors : null;
  return undefined;
}

/** What an actor's things and plans stand for him in: whoever bans his ships or scorns his plan turns upon him. */
export const reachThings = new Set<Action>([
  ...([
    'attack',
    'sanction',
    'restrict',
    'condemn',
    'reject',
    'seize_or_occupy',
    'cyber',
    'accuse',
    'demand',
    'legislate_or_rule',
    'protest',
    'supply_arms',
    'aid',
  ] as const),
]);

/** "arrests UN workers": who is held of an organisation or a movement is so as its own; who is held of a state, a party or a parliament need not be. */
function isStaff({ actors, head }: Phrase): boolean {
  const own = (id: string) => id === 'UN' || id === 'EU' || (/^[A-Z][A-Z0-9-]{2,}$/.test(id) && !id.startsWith('US-'));
  return head !== 'thing' && actors.length > 0 && actors.every(own);
}

/** Who is met by an act. */
export function targetOf(phrase: Phrase | null, action: Action): Party {
  if (!phrase) return null;
  if (action === 'arrest_or_try' && !phrase.actors.includes('@opposition') && !isStaff(phrase)) return null;
  if (action === 'appoint_or_elect' || action === 'mobilise_or_drill') return null;
  if (phrase.mixed) return undefined;
  if (phrase.head === 'nature' || (phrase.head === 'private' && !(action === 'arrest_or_try' && isStaff(phrase)))) return null;
  // "accuse des rebelles tchadiens": they are not whose rebels they are.
  if (action === 'accuse' && phrase.head === 'armed' && phrase.ownAccount && phrase.actors.every((id) => id.length === 2)) return null;
  if (phrase.actors.length === 0) return null;
  if (phrase.head === 'actor') return phrase.actors;
  if (phrase.head === 'act') return undefined;
  if (action === 'arrest_or_try') return phrase.actors;
  if (phrase.head === 'people' && (action === 'expel' || action === 'threaten' || action === 'withdraw_or_yield')) return phrase.actors;
  return reachThings.has(action) ? phrase.actors : undefined;
}

/** To say that one will not is an act of its own, which is done where an official of nobody named tells it of his own state. */
export function refusalDraft(draft: Draft, source: Party, official: boolean): Draft {
  const told = official || draft.saidBy === null;
  return {
    ...draft,
    action: 'reject',
    source,
    target: null,
    filled: true,
    refused: true,
    mode: told ? 'done' : 'claimed',
    saidBy: told ? null : draft.saidBy,
    frame: ['none'],
    dropped: false,
  };
}
