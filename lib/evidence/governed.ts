// Whether the word by which a headline leaves something open stands behind the deed that a sentence tells of it: "Police arrest
// a general who plans to flee" tells the arrest as done.
import type { Hit } from './concepts.js';
import { marksIn, type Scope, within } from './scopes.js';
import type { FoldedWord } from './words.js';

const auxiliaries = /^(?:has|have|had|was|were|been|is|are)$/;
const finite =
  /(?:s|ed)$|^(?:struck|hit|won|lost|took|left|sent|shot|held|met|sank|fled|gave|bought|sold|began|fell|rose|broke|cut|led|put|set)$/;
/** They leave open what stands before them. */
const ofBefore =
  /(?:ed|able|ible)$|^(?:likely|due|ready|bid|plans?|threats?|proposals?|fears?|risks?|calls?|demands?|talks|hopes?|prospects?)$/;

/** The word in which a clause of English tells what is done: the first verb that means something. */
function deedIn({ told, ...span }: Scope): Hit[] {
  const verb = within(span, told.words).find((word) => {
    const at = told.words.indexOf(word);
    const isVerb = finite.test(word.plain) || auxiliaries.test(told.words[at - 1]?.plain ?? '');
    return isVerb && told.hits.some(({ from }) => from === at) && !told.actors.some(({ from, to }) => from <= at && at < to);
  });
  return verb ? within(span, told.hits).filter(({ start, wider }) => start === verb.start && !wider) : [];
}

/** A clause tells as done what stands in an English clause of a title before all that leaves something open there. */
export function isBeforeMarks(scope: Scope, title: Scope): boolean {
  const { told } = title;
  if (told.lang !== 'en') return false;
  const deed = deedIn(scope);
  const rows = new Set(deed.map(({ row }) => row));
  const spots = within(title, told.hits).filter(({ row, from }) => rows.has(row) && isVerb(told.words, from));
  if (spots.length === 0) return false;
  const last = Math.max(...spots.map(({ to }) => to));
  const marks = marksIn(title, 'yet');
  const open = within(title, told.acts).some(
    ({ mode, start }) => (mode === 'planned' || mode === 'threatened' || mode === 'demanded') && spots.some((hit) => hit.start === start),
  );
  return marks.length > 0 && !open && marks.every(({ from, to }) => from >= last && to > last && !isOfBefore(told.words, from, last));
}

function isVerb(words: readonly FoldedWord[], at: number): boolean {
  return finite.test(words[at]?.plain ?? '');
}

function isOfBefore(words: readonly FoldedWord[], at: number, last: number): boolean {
  return at === last || ofBefore.test(words[at]?.plain ?? '');
}
