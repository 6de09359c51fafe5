// "No troops for Haiti, says Madrid": a clause that opens with a no, and who says it. To say no is an act; what there has been none of is denied.
import { type Action, forceful, mutual } from './actions.js';
import { type Draft, draftOf } from './drafts.js';
import { isIn } from './groups.js';
import type { Entry } from './lexicon-file.js';
import { isPredicate } from './word-classes.js';
import type { Word } from './words.js';

const no =
  /^(?:no|never|keine?|keine[mnrs]|niemals|pas|aucune?|jamais|ni|nada|ning[uú]n|ninguna|nunca|jamás|nenhum|nenhuma|nessun|nessuna|не|ни|нет|никаких|никакого|никакой|никогда|不会|没有|无意|绝不|绝不会|لا|لن|ليس|ليست|لم)$/;

/** Acts that who says no has in hand himself. */
const inHand = new Set<Action>([
  'negotiate',
  'agree_or_sign',
  'visit_or_meet',
  'mobilise_or_drill',
  'supply_arms',
  'withdraw_or_yield',
  'support_or_recognise',
  'aid',
  'trade_deal',
]);

/** The first word of a term, and of Chinese, which is cut where a known word begins, what belongs together. */
function headOf({ text }: Word, next: Word): string {
  return text.length === 1 && text > '\u4e00' ? text + next.text : (text.split(/[ ']/, 1)[0] ?? '');
}

/** Whether a clause opens with a no to something that is in somebody's hand. */
export function saysNo(words: readonly Word[]): boolean {
  const at = words[0]?.mark === '"' ? 1 : 0;
  const [first, second] = [words[at], words[at + 1]];
  if (
    first === undefined ||
    second === undefined ||
    !no.test(headOf(first, second)) ||
    second.mark !== '' ||
    words.some((word) => isIn(word, 'casualty'))
  )
    return false;
  return words.some(
    (word, i) =>
      i > at &&
      (isIn(word, 'refusable') ||
        (word.role?.action && (inHand.has(word.role.action) || forceful.has(word.role.action))) ||
        (word.role?.form === 'B' && isPredicate(word.role))),
  );
}

/** The no of whoever says it, and what he denies; what he only refuses is told by his no. */
export function denied(words: readonly Word[], drafts: readonly Draft[], speaker: string): Draft[] {
  const word = words[0] as Word;
  const denies =
    words.some((word) => isIn(word, 'deniable')) ||
    isOfForeigners(words, speaker) ||
    drafts.some((draft) => tellsOfOthers(words, draft, speaker) || isOwnBlow(draft, speaker));
  const entry: Entry = {
    class: 'deny',
    form: null,
    action: denies ? 'deny' : 'reject',
    frame: ['none'],
    written: word.text,
    particle: null,
  };
  return [
    draftOf(entry, word, { source: [speaker], filled: true, subject: true, refused: true }),
    ...(denies ? drafts.flatMap((draft) => ofHimself(draft, speaker) ?? ofOthers(words, draft, speaker) ?? []) : []),
  ];
}

/** "No Chinese troops on our soil": what is another's is not there. */
function isOfForeigners(words: readonly Word[], speaker: string): boolean {
  return words.some(
    ({ naming }, at) =>
      naming?.state === true &&
      naming.sort === 'adjective' &&
      !naming.ids.includes(speaker) &&
      (isIn(words[at + 1], 'stationed') || isIn(words[at - 1], 'stationed')),
  );
}

/** "No talks with M23": what he has in hand he would have done himself. */
function ofHimself(draft: Draft, speaker: string): Draft | null {
  if (!draft.noun || !(inHand.has(draft.action) || isOwnBlow(draft, speaker))) return null;
  const named = mutual.has(draft.action) ? [draft.source, draft.target, draft.place] : [draft.target];
  const others = named.flatMap((party) => party ?? []).filter((id) => id !== speaker);
  if (others.length !== 1) return null;
  const parties = { source: [speaker], target: others, filled: true, subject: true, bare: false, dropped: false };
  return { ...draft, ...parties, mode: 'denied', saidBy: speaker };
}

/** "No evidence of attack from Belarus", "No Russian drone crossed": a blow of another upon who says no. */
function ofOthers(words: readonly Word[], draft: Draft, speaker: string): Draft | null {
  if (!tellsOfOthers(words, draft, speaker)) return null;
  const source = draft.source ?? whence(words);
  return {
    ...draft,
    source,
    place: null,
    target: draft.noun ? (draft.target ?? [speaker]) : draft.target,
    filled: true,
    subject: true,
    mode: 'denied',
    saidBy: speaker,
    dropped: false,
  };
}

function tellsOfOthers(words: readonly Word[], { action, source, via, passive }: Draft, speaker: string): boolean {
  const who = source ?? (action === 'attack' ? whence(words) : null);
  return (forceful.has(action) || action === 'mobilise_or_drill') && via === null && !passive && who?.length === 1 && who[0] !== speaker;
}

/** "attack from Belarus": who is named behind "from". */
function whence(words: readonly Word[]): readonly string[] | null {
  const from = words.findIndex(({ role }, at) => role?.class === 'prep' && role.frame[0] === 'from' && words[at + 1]?.naming);
  return from < 0 ? null : (words[from + 1]?.naming?.ids ?? null);
}

/** "No strike on Gaza school, Israel says": the blow that he is charged with. */
function isOwnBlow({ action, noun, source, target }: Draft, speaker: string): boolean {
  return noun && action === 'attack' && target?.length === 1 && target[0] !== speaker && (source === null || source?.[0] === speaker);
}
