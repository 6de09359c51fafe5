// Whom an act reaches where the words turn it: "its ships", sanctions raised and not lifted, attacks by words.
import type { Draft } from './drafts.js';
import type { Phrase } from './phrase.js';
import type { State } from './state.js';

/** "الرئيس يهاجم واشنطن": a person in office attacks a state by words. */
export function isStateAlone(s: State, phrase: Phrase): boolean {
  const subject = s.subject ?? s.first;
  const speaks =
    subject !== null &&
    /^(?:رئيس|وزير|مستشار|زعيم|مبعوث|نائب|سفير|متحدث|مسؤول|المتحدث)/.test(s.words[subject.from]?.text.replace(/^ال/, '') ?? '');
  return speaks && phrase.head === 'actor' && phrase.to === phrase.from + 1;
}

/** "يرفع الرسوم على": sanctions are lifted from somebody, and raised upon somebody. */
export function raise(s: State, undo: Draft, draft: Draft): void {
  Object.assign(draft, { source: undo.source, dropped: undo.dropped, mode: undo.mode, saidBy: undo.saidBy, subject: true });
  undo.dropped = true;
  s.undo = null;
}

/** "its ships": those of the first one named, unless he is who strikes them. */
export function ownedBy(s: State, draft: Draft, phrase: Phrase): Phrase {
  const owner = s.first ?? s.subject;
  const strikes = owner?.actors.some((id) => draft.source?.includes(id)) ?? true;
  if (phrase.actors.length > 0 || strikes || owner?.head !== 'actor' || owner.mixed || draft.source === undefined) return phrase;
  return { ...phrase, actors: owner.actors };
}

/** Ships are seized near a coast, and are not the coast's. */
export const afloat = /tankers?$|ships?$|vessels?$|boats?$|schiffe?$|танкер|судно|судна|сухогруз/;

/** They are struck for themselves, and no state for them. */
const criminals = /^(?:gangs?|cartels?)$/;
/** States that are sanctioned through their rich and their ships; a businessman of any other is struck for himself. */
const sanctioned: ReadonlySet<string> = new Set('RU BY IR KP SY CU VE CN HK MM NI SD AF LB YE ZW BA GE ER'.split(' '));

/** Whether a state is met by sanctions upon somebody or something of it; `head` is the last word of what is named. */
export function isStruckForState(actors: readonly string[], head: string): boolean {
  return actors.length > 0 && !criminals.test(head) && (afloat.test(head) || actors.every((id) => sanctioned.has(id)));
}

const firms = /^(?:compan(?:y|ies)|firms?|banks?|giants?|makers?|airlines?|start-?ups?|lenders?)$/;
const courts = /^(?:UN|WTO|ICJ|ICC|OAS|IAEA|AU-UNION)$/;

/** What is asked for, vetoed or complained of concerns them, and nobody of them is met. */
export function concernsOnly({ words }: State, draft: Draft, phrase: Phrase, head: string): void {
  const { action } = draft;
  // "calls for Sudan probe", "demands Gaza aid": what is asked for concerns them, and nobody says who is to do it.
  if (action === 'demand' && phrase.head === 'thing' && (phrase.bare || phrase.place)) draft.target = null;
  // "helps Chinese firm": no state is.
  if (action === 'aid' && firms.test(head)) draft.target = null;
  // "vetoes Sudan resolution"
  if (action === 'reject' && (phrase.bare || phrase.place) && /^(?:resolution|motion|draft|text)s?$/.test(head))
    Object.assign(draft, { target: null, refused: true });
  // "protests to UN over dam": it is only told of it.
  if (
    action === 'condemn' &&
    courts.test(phrase.actors[0] ?? '') &&
    / to$/.test(words.find(({ start }) => start === draft.start)?.role?.written ?? '')
  )
    draft.dropped = true;
}
