// How one headline tells what its family is about, by what can be seen in it: whether it names the doer, on whose word, in which words.
import { type MainAct, mainActOf } from '../../lib/family/main-act.js';
import type { Act } from '../../lib/reading/reading.js';
import { doubtsIn } from './doubt.js';
import type { ActiveMember } from './family.js';
import { type Marks, marksOf } from './marks.js';
import { mayConcern, namesUsedFor } from './referring.js';

/**
 * `own`: tells on its own word that the doer does it. `word`: gives it as somebody's word. `named`: names the doer, without the act or with
 * another one. `unnamed`: does not name the doer. `open`: no two headlines of the family tell the same act.
 */
type Manner = 'own' | 'word' | 'named' | 'unnamed' | 'open';

export interface Telling extends Marks {
  member: ActiveMember;
  manner: Manner;
  /** The family's main act as this headline tells it, by its doer or with nobody named; null where it does not. */
  act: Act | null;
  /** Whether the headline also tells that the other party does it to the doer: "India, Pakistan trade fire". */
  mutual: boolean;
  /** What else a headline tells than the main act, as it says it on its own word; null where it tells nothing else. */
  other: Act | null;
  /** Words by which it leaves open or doubts what it tells, to the letter. */
  doubts: string[];
}

/** How each headline tells the act that most of them tell; `main` is null where there is none. */
export function tellingsOf(members: readonly ActiveMember[]): { main: MainAct | null; tellings: Telling[] } {
  const main = mainActOf(members);
  const names = main === null ? [] : namesUsedFor(main.source, members);
  return { main, tellings: members.map((member) => tellingOf(member, main, names)) };
}

function tellingOf(member: ActiveMember, main: MainAct | null, names: readonly string[]): Telling {
  const { title, acts } = member;
  const act = main === null ? null : actIn(member, main);
  return {
    member,
    manner: main === null ? 'open' : mannerOf(member, main, act, names),
    act,
    mutual:
      act !== null &&
      act.source !== act.target &&
      acts.some((one) => one.action === act.action && one.source === act.target && one.target === act.source && one.start === act.start),
    other: act !== null ? null : (acts.find(({ mode, saidBy, source }) => mode === 'done' && saidBy === null && source !== null) ?? null),
    ...marksOf(member),
    doubts: doubtsIn(title),
  };
}

/** The main act in a headline, that of the doer before one with nobody named as doing it. */
function actIn({ acts }: ActiveMember, { source, action }: MainAct): Act | null {
  const told = acts.filter((act) => act.action === action && act.mode !== 'denied' && act.mode !== 'demanded' && !isRefused(act, acts));
  return told.find((act) => act.source === source) ?? told.find((act) => act.source === null) ?? null;
}

/** Whether whose word it is refuses or denies it in the same headline. */
function isRefused({ mode, saidBy }: Act, acts: readonly Act[]): boolean {
  return mode === 'claimed' && acts.some(({ action, source }) => (action === 'reject' || action === 'deny') && source === saidBy);
}

function mannerOf(member: ActiveMember, { source }: MainAct, act: Act | null, names: readonly string[]): Manner {
  if (act?.source === source) return act.mode === 'claimed' ? 'word' : 'own';
  return mayConcern(member, source, names) ? 'named' : 'unnamed';
}
