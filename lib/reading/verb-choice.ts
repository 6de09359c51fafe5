// Which verb it is, where several are spelt alike: "принял закон" and "принял премьера", "bombardiert" behind "wurde".
import type { Class, Entry } from './lexicon-file.js';
import { isPlain, type Policy } from './policy.js';
import { has, isPredicate } from './word-classes.js';
import type { Word } from './words.js';

/** Of two forms spelt alike, the one that fits what stands before. */
export function verbAs(words: readonly Word[], at: number, entries: readonly Entry[], policy: Policy): Entry | null {
  const verbs = entries.filter(isPredicate).filter((entry, _at, all) => fitsObject(words, at, entry, all, isPlain(policy)));
  if (verbs.length < 2) return verbs[0] ?? null;
  // "Pressed by Moscow, Baku withdraws": he was made to do it.
  const pressed =
    at === 0 && /^(?:by|par)$/.test(words[1]?.text ?? '') && verbs.find(({ action, form }) => action === 'coerce' && form === 'P');
  if (pressed) return pressed;
  const stops = policy.idafa && verbs.find(({ class: name }) => name === 'undo');
  if (stops && verbs.some(({ action }) => action === 'arrest_or_try'))
    return isPerson(words[at + 1]) ? (verbs.find((entry) => entry !== stops) ?? stops) : stops;
  const ends = verbs.find(({ class: name }) => name === 'undo');
  if (ends && verbs.some(({ class: name }) => name === 'verb') && endsNoun(words, at)) return ends;
  // 反对制裁: who is against sanctioning refuses it; 反对美国 is against somebody.
  const leads = policy.spaced ? undefined : verbs.find(({ class: name }) => name === 'plan' || name === 'refuse' || name === 'say');
  if (leads) return isHelped(words, at + 1) ? leads : (verbs.find((entry) => entry !== leads) ?? leads);
  const telling = policy.adjectiveAfter && !policy.idafa ? verbs.find(({ class: name }) => name === 'say') : undefined;
  if (telling && namesWhoTold(words, at)) return telling;
  const last = words[lastWord(words, at)]?.role?.class;
  if (policy.verbLast) {
    const closing = closes(words, at, verbs);
    if (closing) return closing;
  }
  if (last === 'be') return verbs.find(({ form }) => form === 'P' || form === 'A') ?? verbs[0] ?? null;
  if (last === 'plan' || last === 'may') return verbs.find(({ form }) => form === 'B') ?? verbs[0] ?? null;
  return verbs.find(({ form }) => form === 'A') ?? verbs.find(({ form }) => form !== 'P') ?? verbs[0] ?? null;
}

/** ", sostiene Teheran": behind what is told, with nothing but who tells it to the end. */
function namesWhoTold(words: readonly Word[], at: number): boolean {
  if (words[at - 1]?.mark !== ',') return false;
  const end = words.findIndex(({ mark }, next) => next > at && (mark === '–' || mark === '(' || mark === '.'));
  const told = words.slice(at + 1, end < 0 ? words.length : end);
  return told.length > 0 && told.every((word) => word.naming !== null || has(word, 'the') || has(word, 'official'));
}

/** "France arrests Telegram founder", "Turkish police arrest five": a state and its men do so to whoever stands behind. */
export function tries(entries: readonly Entry[], { naming, role, text }: Word): boolean {
  const forms = entries.filter((entry) => isPredicate(entry) && entry.action === 'arrest_or_try').map(({ form }) => form);
  return (
    (forms.includes('F') && naming?.country === true) || (forms.includes('B') && role?.class === 'official' && /s$|police$/.test(text))
  );
}

/** "Tens of thousands march in Tel Aviv": behind people, and with no verb of its own behind it. */
export function marches(words: readonly Word[], at: number, { action }: Entry, before: Entry | null, forms: readonly unknown[]): boolean {
  // "protesters across Kenya rally against": they rally, wherever they are.
  const there = before === null && words[at - 1]?.naming && words[at - 2]?.role?.frame[0] === 'in' && has(words[at - 3], 'people');
  if (action !== 'protest' || !(before?.class === 'people' || there) || !forms.includes('B') || !has(words[at + 1], 'prep')) return false;
  return !words.slice(at + 1).some(({ entries }) => entries.some((entry) => isPredicate(entry) && entry.form === 'F'));
}

/** Acts that are ended where they are suspended: "suspends tariffs" restricts nobody, "suspends aid" does. */
const ended = new Set(['sanction', 'restrict', 'attack', 'mobilise_or_drill', 'agree_or_sign', 'trade_deal']);

/** Whether the first noun of an act, or of goods, behind a verb is an act that is ended by it. */
function endsNoun(words: readonly Word[], at: number): boolean {
  for (let next = at + 1; next < words.length; next++) {
    const word = words[next] as Word;
    if (isStop(word)) return false;
    const noun = word.entries.find((entry) => entry.class === 'noun' || entry.class === 'goods');
    if (noun) return noun.class === 'noun' && ended.has(noun.action ?? '');
  }
  return false;
}

function isPerson(word: Word | undefined): boolean {
  return has(word, 'private') || has(word, 'people') || has(word, 'official') || word?.number === true || has(word, 'the');
}

/** Chinese 将 before a verb or another preposition tells the future; before a noun it takes its object forward. */
export function isHelped(words: readonly Word[], from: number): boolean {
  let at = from;
  while (has(words[at], 'how')) at++;
  const entries = words[at]?.entries ?? [];
  return entries.some((entry) => isPredicate(entry) || entry.class === 'prep' || entry.class === 'be' || entry.class === 'not');
}

/**
 * German "bombardiert" at the end of its clause: a participle, as a finite verb stands behind its subject; but behind "who" and
 * "while" it is finite, and behind "will" an infinitive.
 */
function closes(words: readonly Word[], at: number, verbs: readonly Entry[]): Entry | null {
  const participle = verbs.find(({ form, frame }) => form === 'P' && frame.includes('obj'));
  const next = words[at + 1];
  if (!participle || (next !== undefined && next.mark === '' && !has(next, 'have') && !has(next, 'be') && !has(next, 'after'))) return null;
  for (let before = at - 1; before >= 0; before--) {
    const { role, mark, text } = words[before] as Word;
    if (mark !== '' && mark !== '"' && mark !== '–') break;
    if (role?.class === 'be' || role?.class === 'have') return participle;
    if (role?.class === 'plan') return verbs.find(({ form }) => form === 'B') ?? participle;
    if (role?.class === 'who' || (role?.class === 'after' && text !== 'nach') || isPredicate(role)) return null;
  }
  return participle;
}

/** Of "принял закон" and "принял премьера", "выдал кредит" and "выдал преступника": what follows says which verb it is. */
function fitsObject(words: readonly Word[], at: number, { class: own }: Entry, all: readonly Entry[], plain: boolean): boolean {
  if (!all.some((entry) => isEmptyVerb(entry.class)) || all.every((entry) => isEmptyVerb(entry.class))) return true;
  for (let next = at + 1; next < words.length; next++) {
    const word = words[next] as Word;
    if (isCurrency(word)) return own === 'give' || own === 'take';
    // "backs Pakistan after strikes": what goes before is none of its objects.
    if (isStop(word) || (plain && isAside(word))) break;
    if (has(word, 'noun')) return own === 'light' || (own !== 'give' && !all.some((entry) => entry.class === 'light'));
    if (all.some(({ action }) => action === 'attack') && isWeapon(word)) return !isEmptyVerb(own);
    if (has(word, 'goods'))
      return own === 'give' || own === 'take' || !all.some((entry) => entry.class !== 'light' && isEmptyVerb(entry.class));
  }
  return !isEmptyVerb(own);
}

function isEmptyVerb(name: Class): boolean {
  return name === 'light' || name === 'give' || name === 'take';
}

/** What is let fly, or handed over. */
export function isWeapon(word: Word): boolean {
  return has(word, 'armed') || word.entries.some((entry) => entry.class === 'goods' && entry.action === 'supply_arms');
}

/** "$3bn": money is given, and not sent for. */
export function isCurrency({ text }: Word): boolean {
  return text === '$' || text === '€' || text === '£' || text === '¥';
}

function isAside(word: Word): boolean {
  return has(word, 'after') || has(word, 'despite') || has(word, 'who');
}

function isStop({ mark, role }: Word): boolean {
  return (mark !== '' && mark !== '"' && mark !== '–') || isPredicate(role);
}

/** The nearest word before that is no adverb; -1 at the beginning of a clause. */
export function lastWord(words: readonly Word[], at: number): number {
  for (let before = at - 1; before >= 0; before--) {
    const word = words[before] as Word;
    if (word.role?.class === 'how' || word.mark === '"') continue;
    return word.mark === '' || word.mark === "'s" || word.mark === '–' ? before : -1;
  }
  return -1;
}

const infinitive = /zu\p{L}+n$/u;

/** "droht, die Türkei anzugreifen": a German clause that closes in an infinitive with "zu" opens with an article. */
export function closesInInfinitive(words: readonly Word[], from: number): boolean {
  const end = words.findIndex(({ mark }, at) => at > from && mark !== '' && mark !== '"' && mark !== '–');
  const last = end < 0 ? words.length - 1 : end - 1;
  return words[last - 1]?.text === 'zu' || (infinitive.test(words[last]?.text ?? '') && has(words[last], 'verb'));
}
