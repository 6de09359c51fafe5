// Cuts a headline into clauses: what stands between strong punctuation, and each background ("after ...", "amid ...") by itself.

import { type Action, forceful } from './actions.js';
import { isListed } from './joints.js';
import type { Policy } from './policy.js';
import { isNounClass, isPredicate } from './roles.js';
import type { Word } from './words.js';

export interface Clause {
  words: readonly Word[];
  /** Begun by "after" or "despite": what it tells of came before, and its parties are not those of the clause beside it. */
  background: 'after' | 'despite' | 'reply' | null;
  /** A question: nothing in it is told as a fact. */
  asked: boolean;
  /** The mark it ends with: one of `: ; , – . ? !`, '' at a background or the end. */
  mark: string;
}

/** The clauses of a title in order; none is empty. */
export function clausesOf(words: readonly Word[], policy: Policy): Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  let background: Clause['background'] = null;
  /** A reason of which nothing says where it ends. */
  let endless = false;
  let end = -1;
  for (let at = 0; at < words.length; at++) {
    const role = words[at]?.role?.class;
    if (policy.prepositionsFirst && tellsReason(words, from, at)) {
      cut(at, '', at + 1, 'after');
      end = endOfReason(words, at);
      endless = end === words.length;
    } else if (policy.prepositionsFirst && background === 'after' && at > from && (at === end || resumes.test(words[at]?.text ?? '')))
      cut(at, '', at, null);
    else if (role === 'after' || role === 'despite') {
      if (policy.prepositionsFirst && at > from && role === 'after') {
        // 后 closes what came before.
        cut(at, ',', at + 1, null);
        const last = clauses.at(-1);
        if (last) last.background = 'after';
      } else cut(at, '', at + 1, words[at]?.role?.frame[0] === 'reply' ? 'reply' : role);
    } else if (policy.idafa && role === 'and' && at > from && goesOn(words, from, at)) cut(at, ',', at + 1, null);
    else if (policy.verbLast && background !== null && at > from && startsMain(words, at)) cut(at, '', at, null);
    else if (policy.cases && background !== null && at > from + 1 && namesDoer(words, at)) cut(at, '', at, null);
    else if (cuts(words, at, from) || (words[at]?.mark === ',' && background !== null)) cut(at, words[at]?.mark ?? '', at + 1, null);
  }
  cut(words.length, '', words.length, null);
  return clauses;

  function cut(to: number, mark: string, next: number, is: Clause['background']): void {
    if (to > from)
      clauses.push({ words: words.slice(from, to), background, asked: mark === '?' || endless || words[to - 1]?.text === '吗', mark });
    from = next;
    background = is;
  }
}

/** "因伊朗袭击船只对其实施制裁", "在俄军轰炸基辅之际撤侨": what somebody else did stands between, until the clause resumes. */
function tellsReason(words: readonly Word[], from: number, at: number): boolean {
  const text = words[at]?.text ?? '';
  if ((at === from && text !== '在') || !/^(?:因|就|不顾|无视|在)$/.test(text) || !words[at + 1]?.naming) return false;
  const end = endOfReason(words, at);
  if (text === '在' && !thereupon.test(words[end]?.text ?? '')) return false;
  return words.slice(at, end).some(({ role }) => isPredicate(role) || (role?.class === 'noun' && text === '在'));
}

/** Where a reason that begins at `at` ends: at a mark or where the clause resumes; the end of the title where neither comes. */
function endOfReason(words: readonly Word[], at: number): number {
  const end = words.findIndex(({ mark, text }, next) => next > at && (mark !== '' || resumes.test(text) || isNextVerb(words, at, next)));
  return end < 0 ? words.length : end;
}

const resumes = /^(?:对|而|将|被|遭|购买|召见|传召|召回|抗议|道歉|磋商|会谈|表示|之?后|后不久|之[际时].*)$/;
const thereupon = /^(?:之[际时]|之?后$|后不久)/;

/** "因波兰轰炸塞尔维亚驱逐外交官": behind what was done and whom it met, another verb is what is done about it. */
function isNextVerb(words: readonly Word[], from: number, at: number): boolean {
  const { role } = words[at] as Word;
  if (words[from]?.text === '在' || !isPredicate(role) || role?.class === 'say' || (role?.action && forceful.has(role.action)))
    return false;
  const first = words.findIndex((word, next) => next > from && next < at && isPredicate(word.role));
  const deed = words[first]?.role;
  const met = words.slice(first + 1, at).some((word) => word.naming !== null || isNounClass(word.role));
  return met && (deed?.class === 'undo' || (deed?.class === 'verb' && deed.action !== null && undertaken.has(deed.action)));
}

/** What is done in deeds: nobody is made to do what follows by it. */
const undertaken: ReadonlySet<Action> = new Set<Action>([
  'attack',
  'seize_or_occupy',
  'cyber',
  'mobilise_or_drill',
  'sanction',
  'arrest_or_try',
  'expel',
]);

/** "После удара по Дохе Катар вызвал посла": a name with its finite verb right behind it opens the main clause; "после того как" has its own. */
function namesDoer(words: readonly Word[], at: number): boolean {
  const [name, next] = [words[at], words[at + 1]];
  const { role } = next ?? {};
  return (
    name?.naming?.sort === 'name' &&
    (isPredicate(role) || role?.class === 'plan') &&
    (role?.form === 'F' || role?.form === null || role?.form === 'U') &&
    words[at - 1]?.mark === '' &&
    !/^(?:как|когда|пока|если)$/.test(words[at - 1]?.text ?? '')
  );
}

/** "Nach Angriff auf Odessa verhängt die EU ...": the finite verb behind a background opens the main clause. */
function startsMain(words: readonly Word[], at: number): boolean {
  const { role, entries, naming, capital, text, mark } = words[at] as Word;
  const next = words[at + 1];
  // "ruft Riad ... zusammen": a verb that nobody listed, with who acts right behind it.
  if (entries.length === 0 && naming === null && mark === '' && !capital && /[^s]t$/.test(text) && next?.naming?.sort === 'name')
    return true;
  // "nachdem Belarus Vilnius bombardiert hat": a participle that looks finite stands before its helper.
  if (next?.role?.class === 'have' && isPredicate(role)) return false;
  const finite = isPredicate(role) && role?.form !== 'P' && role?.form !== 'B';
  return (finite || role?.class === 'be' || role?.class === 'have' || role?.class === 'may') && next !== undefined && next.mark === '';
}

/** "تقصف غزة وواشنطن تندد": a verb with a subject of its own, or with that of the clause before where nobody is quoted. */
function goesOn(words: readonly Word[], from: number, and: number): boolean {
  const before = words.slice(from, and);
  if (!before.some(({ role }) => isPredicate(role) || role?.class === 'noun')) return false;
  for (let at = and + 1; at < words.length; at++) {
    const { role, naming, mark } = words[at] as Word;
    if (mark !== '' || role?.class === 'it') return false;
    if (role && isPredicate(role)) {
      if (role.form === 'B') return false;
      return at > and + 1 || !before.some(({ role: told }) => told?.class === 'say');
    }
    if (naming === null && role?.class !== 'official' && role?.class !== 'the') return false;
  }
  return false;
}

/** Whether a clause ends at a word; `from` is where it began. "Sous la médiation de Doha, Kinshasa et le M23 ..." lists nobody before the comma. */
function cuts(words: readonly Word[], at: number, from: number): boolean {
  const word = words[at] as Word;
  switch (word.mark) {
    case '':
      return false;
    case ':':
    case ';':
    case '?':
    case '!':
      return true;
    case '–':
      return words[at - 1]?.end !== word.start || words[at + 1]?.start !== word.end;
    case '.':
      return words[at + 1] !== undefined && words[at + 1]?.start !== word.end && !abbreviations.has(words[at - 1]?.text ?? '');
    case '"':
      // "“A袭击了B” C称": who says it stands behind the closing mark.
      return Boolean(words[at + 1]?.naming) && words[at + 2]?.role?.class === 'say' && at + 3 === words.length;
    case ',':
      if (word.text === ' ' || actsAnew(words, from, at)) return true;
      if (goesOnBehindComma(words, at)) return false;
      return !(
        words[at - 1]?.naming &&
        words[from]?.role?.class !== 'prep' &&
        (isListed(words, at + 1) || (words[at - 1]?.naming?.sort === 'adjective' && words[at + 1]?.naming?.sort === 'adjective'))
      );
    default:
      return false;
  }
}

/** A point behind them ends no sentence. */
const abbreviations = new Set('dept gov govt gen col lt sgt maj adm sen rep mr mrs ms dr st vs jr sr'.split(' '));

/** "Washington frappe les Houthis, Téhéran promet ...": behind a clause with its act, a name with a verb of its own is no part of a list. */
function actsAnew(words: readonly Word[], from: number, comma: number): boolean {
  const [name, next] = [words[comma + 1], words[comma + 2]];
  if (name?.naming?.sort !== 'name' || name.mark !== '' || !isFiniteVerb(next)) return false;
  return words.slice(from, comma).some((word) => isFiniteVerb(word) || (word.role?.class === 'noun' && next?.role?.form !== 'A'));
}

function isFiniteVerb(word: Word | undefined): boolean {
  const { role = null } = word ?? {};
  return isPredicate(role) && role?.class !== 'plan' && role?.form !== 'B' && role?.form !== 'G';
}

/** "with steel, aluminum tariffs", "by a massive, 7.3 magnitude quake": what stands behind the preposition is not yet named. */
function goesOnBehindComma(words: readonly Word[], comma: number): boolean {
  const before = words[comma - 1];
  const prep = words[comma - 2]?.role?.class === 'the' ? words[comma - 3]?.role : words[comma - 2]?.role;
  if (prep?.class !== 'prep' || !(prep.frame.includes('by') || prep.frame.includes('with'))) return false;
  if (!before || before.naming || (before.role && before.role.class !== 'how' && before.role.class !== 'thing')) return false;
  for (let at = comma + 1; at < words.length; at++) {
    const { role, mark } = words[at] as Word;
    if (mark !== '' && mark !== '·') return false;
    if (role?.class === 'noun' || role?.class === 'nature') return true;
    if (role && (isPredicate(role) || role.class === 'be' || role.class === 'have' || role.class === 'say')) return false;
  }
  return false;
}

/** Whether a clause has an act or a saying of its own; where `says` is given, sayings and the word at that place are none. */
export function hasPredicate(words: readonly Word[], says?: number): boolean {
  for (let at = 0; at < words.length; at++) {
    const role = words[at]?.role ?? null;
    if (role === null || role.class === 'plan' || !isPredicate(role)) continue;
    if (says === undefined || (role.class !== 'say' && at !== says)) return true;
  }
  return false;
}
