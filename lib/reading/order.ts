// Brings the words of a German clause into the order in which the others speak: the verb that closes a clause goes to where its
// auxiliary stands, or before what it acts upon.
import { isIn } from './groups.js';
import type { Entry } from './lexicon-file.js';
import { isPredicate } from './roles.js';
import type { Word } from './words.js';

const helps = new Set(['be', 'have', 'plan', 'may']);

/** The words with the closing verb, and the "nicht" before it, moved forward; the same words where none closes the clause. */
export function verbForward(clause: readonly Word[]): readonly Word[] {
  const words = notForward(clause);
  const last = lastVerb(words);
  if (last <= 0) return words;
  const perfect = words[last + 1]?.role?.class === 'have';
  const helper = words.findIndex((word, at) => at < last && word.role !== null && helps.has(word.role.class));
  if (perfect && helper >= 0 && words[helper]?.role?.class === 'plan') return claimed(words, helper, last);
  if (helper >= 0 && words[helper]?.role?.class === 'plan' && words[last]?.role?.form === 'P' && /^w[iu]rd/.test(words[helper]?.text ?? ''))
    return moved(withRole(words, helper, passive), last, afterSubject(words, helper, last));
  if (helper >= 0 && helper < last - 1) return moved(words, last, afterSubject(words, helper, last));
  if (helper >= 0) return words;
  // "lässt Gegner verhaften": who lets it be done does it.
  const lets = words.findIndex((word, at) => at < last && word.role === null && isIn(word, 'causing'));
  if (lets >= 0 && words[last]?.role?.form === 'B')
    return moved(withRole(words, lets, { ...said, class: 'how' }), last, afterSubject(words, lets, last));
  const relative = words.findIndex((word, at) => at < last && word.role?.class === 'who');
  const { form } = words[last]?.role ?? {};
  const told = words.findIndex((word, at) => at < last && word.role?.class === 'say');
  if (perfect && told >= 0) return moved(moved(words, last + 1, told + 1), last + 1, told + 2);
  if (words[relative]?.text === 'dass') {
    const pronoun = words[relative + 1]?.role?.class === 'it' ? relative + 1 : -1;
    const named = words.findIndex(({ naming }, at) => at > relative && naming !== null && naming.sort !== 'adjective');
    const subject = pronoun >= 0 ? pronoun : named;
    if (subject <= 0 || subject >= last) return words;
    const participle = words[last]?.entries.find((entry) => isPredicate(entry) && entry.form === 'P');
    const suffers = participle && /^w[iu]rd/.test(words[last + 1]?.text ?? '');
    const helped = suffers ? withRole(withRole(words, last + 1, passive), last, participle) : words;
    if (perfect || helped[last + 1]?.role?.class === 'be') return moved(moved(helped, last + 1, subject + 1), last + 1, subject + 2);
    return moved(words, last, subject + 1);
  }
  if (relative >= 0) return moved(words, last, words[relative]?.role?.frame[0] === 'to' ? last : relative + 1);
  if (perfect) return subordinate(words, last);
  const other = words.findIndex((word, at) => at < last && isPredicate(word.role));
  if (form === 'B') return moved(words, last, other >= 0 ? other + 1 : 0);
  return words;
}

/** "erkennt Kosovo nicht an", "will Kosovo nicht anerkennen": "nicht" stands before the verb or helper it belongs to. */
function notForward(words: readonly Word[]): readonly Word[] {
  const not = words.findIndex(({ text }, at) => denial.test(text) && !onlyPart.test(words[at + 1]?.text ?? ''));
  if (not < 0) return words;
  const helper = words.findIndex(({ role }) => role !== null && helps.has(role.class));
  const verb = words.findIndex(({ role }) => isPredicate(role) && role?.form !== 'P' && role?.form !== 'B');
  const to = helper >= 0 ? afterSubject(words, helper, not + 1) : verb;
  return to < 0 || to >= not ? words : moved(words, not, to);
}

const denial = /^(?:nicht|nie|niemals|keineswegs)$/;
const onlyPart = /^(?:nur|alle|allen|jede[rmns]?|immer|zuletzt|allein|mehr)$/;

const said: Entry = { class: 'say', form: 'F', action: null, frame: ['none'], written: '', particle: null };
const heard: Entry = { ...said, class: 'hear', form: null };
const passive: Entry = { ...said, class: 'be' };

/** "Pakistan will Jets abgeschossen haben": Pakistan says so; "soll ... haben": somebody does, and nobody knows who. */
function claimed(words: readonly Word[], helper: number, last: number): readonly Word[] {
  if (!/^woll|^will/.test(words[helper]?.text ?? '')) {
    if (helper === 0) return [...words.slice(0, last), ...words.slice(last + 2)];
    return [
      ...withRole(words, helper, heard).slice(0, helper + 1),
      words[last] as Word,
      ...words.slice(helper + 1, last),
      ...words.slice(last + 2),
    ];
  }
  const perfect = words[last + 1] as Word;
  const rest = [...words.slice(helper + 1, last), ...words.slice(last + 2)];
  const subjectBehind = helper === 0 && rest[0]?.naming ? 1 : 0;
  return [
    ...withRole(words, helper, said).slice(0, helper),
    ...rest.slice(0, subjectBehind),
    { ...(words[helper] as Word), role: said },
    perfect,
    words[last] as Word,
    ...rest.slice(subjectBehind),
  ];
}

/** "... angegriffen zu haben" */
export function endsInPerfect(words: readonly Word[]): boolean {
  const [verb, to, helper] = words.slice(-3);
  return helper?.role?.class === 'have' && to?.text === 'zu' && isPredicate(verb?.role);
}

/** Such a clause with its verb first, as who says it did it himself. */
export function perfectFirst(words: readonly Word[]): readonly Word[] {
  // "haben" at the opening of a clause asks for who is not named; this one is known.
  return [{ ...(words.at(-1) as Word), text: 'hat' }, words.at(-3) as Word, ...words.slice(0, -3)];
}

/** "nachdem Belarus Diplomaten ausgewiesen hat": who is named first acts; nothing is told where another is named right behind him, or no name opens. */
function subordinate(words: readonly Word[], last: number): readonly Word[] {
  let end = words.findIndex(({ naming }) => naming !== null);
  if (end < 0 || words.slice(0, end).some(({ role, mark }) => mark !== '' || (role?.class !== 'the' && role?.class !== 'how'))) end = last;
  while (end < last && (words[end]?.naming?.sort === 'adjective' || words[end + 1]?.role?.class === 'official')) end++;
  const next = words[words[end + 1]?.role?.class === 'the' ? end + 2 : end + 1];
  if (end >= last || (next?.naming && next.naming.sort !== 'adjective')) return [...words.slice(0, last), ...words.slice(last + 2)];
  return moved(moved(words, last + 1, end + 1), last + 1, end + 2);
}

function withRole(words: readonly Word[], at: number, role: Entry): readonly Word[] {
  return words.map((word, i) => (i === at ? { ...word, role } : word));
}

/** "Hat Russland angegriffen": what stands right behind the helper may be the subject; the verb then follows it. */
function afterSubject(words: readonly Word[], helper: number, last: number): number {
  const subjectBefore = words.some((word, at) => at < helper && (word.naming !== null || word.capital));
  const next = words[helper + 1];
  const behind = !subjectBefore && next?.naming && next.naming.sort !== 'adjective' && helper + 2 < last ? helper + 2 : helper + 1;
  return denial.test(words[behind]?.text ?? '') ? behind + 1 : behind;
}

function lastVerb(words: readonly Word[]): number {
  for (let at = words.length - 1; at >= 0; at--) {
    const word = words[at] as Word;
    if (
      word.mark === '"' ||
      (word.role !== null && helps.has(word.role.class)) ||
      word.role?.class === 'part' ||
      word.role?.class === 'how'
    )
      continue;
    return isPredicate(word.role) && word.role?.particle === null && word.role.class !== 'plan' ? at : -1;
  }
  return -1;
}

function moved(words: readonly Word[], from: number, to: number): readonly Word[] {
  if (to >= from) return words;
  return [...words.slice(0, to), words[from] as Word, ...words.slice(to, from), ...words.slice(from + 1)];
}
