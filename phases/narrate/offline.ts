// The narratives of a family as rules can tell them: which headlines tell it alike, and by what that can be seen. What they blame, excuse
// or want no rule can see, so those fields stay empty.
import { actInWords, withArticle } from '../../lib/family/act-words.js';
import type { ItemId } from '../../lib/run.js';
import { actWords } from './act-words.js';
import type { ActiveFamily } from './family.js';
import { type Grouped, type GroupKind, groupByTelling, type TellingGroup } from './grouping.js';
import { noDifference, nothingFound } from './no-difference.js';
import type { Statement } from './sentence.js';
import { statementsOf } from './statements.js';
import type { Telling } from './telling.js';

interface Framing {
  roles: string | null;
  cause: string | null;
  legitimacy: string | null;
  intent: string | null;
  solution: string | null;
  norms: string | null;
  temporal: string | null;
}

/** Words of titles to the letter. */
interface Markers {
  /** The words for the act. */
  verbs: string[];
  hedges: string[];
  /** The outlets' own loaded words. */
  evaluatives: string[];
  /** Words that stand in quotation marks. */
  quoted: string[];
}

export interface Narrative {
  title: string;
  thesis: string;
  statements: Statement[];
  framing: Framing;
  lexicon: Markers;
  /** Ids of the titles that tell it so. */
  uses: string[];
  evidence: { title_id: ItemId; quote: string }[];
  why_different: string | null;
}

const nothing: Framing = { roles: null, cause: null, legitimacy: null, intent: null, solution: null, norms: null, temporal: null };

/** One to three narratives, most used first. */
export function narrateByRules(family: ActiveFamily): Narrative[] {
  const grouped = groupByTelling(family.members);
  return grouped.groups.map((found) => {
    const [group, statements] = told(found, grouped, family);
    const uses = group.tellings.map(({ member }) => member.titleId);
    const own = statements.filter(({ cites }) => cites.every((id) => uses.includes(id)));
    return {
      title: titleOf(group, grouped, family),
      thesis: (own.length > 0 ? own : [nothingFound(group.tellings)])
        .slice(0, 2)
        .map(({ text }) => text)
        .join(' '),
      statements,
      framing: nothing,
      lexicon: markersOf(group),
      uses,
      evidence: evidenceOf(group, statements, family.title),
      why_different: whyDifferent(group, grouped, family),
    };
  });
}

/** The statements of a group; headlines that were told apart by nothing that can be said show no difference. */
function told(group: TellingGroup, grouped: Grouped, family: ActiveFamily): [TellingGroup, Statement[]] {
  const statements = statementsOf(group, grouped, family);
  if (statements.length > 0) return [group, statements];
  return group.kind === 'mixed' ? [{ ...group, kind: 'alike' }, [noDifference(group.tellings)]] : [group, [nothingFound(group.tellings)]];
}

function titleOf({ kind, tellings, party }: TellingGroup, grouped: Grouped, { names }: ActiveFamily): string {
  const { main } = grouped;
  const nameOf = (id: string): string => names.get(id) ?? id;
  const headlines = tellings.map(({ member }) => member.title);
  const act = main === null ? '' : capital(actInWords({ ...main, target: null, mode: 'done' }, nameOf, headlines));
  const told = tellings[0]?.act ?? tellings[0]?.other ?? null;
  const name = party === null ? '' : withArticle(nameOf(party));
  const titles: Record<GroupKind, string> = {
    own: `${act}, on the outlets’ own word`,
    word: `${act}, as somebody’s word`,
    named: `Headlines that refer to ${name}`,
    unnamed: `Headlines that do not refer to ${name}`,
    loaded: `Loaded words without quotation marks${few(tellings.flatMap(({ loaded }) => loaded))}`,
    quoted: `Words quoted or ascribed${few(tellings.flatMap(({ quoted, ascribed }) => [...quoted, ...ascribed]))}`,
    marked: `Words loaded, quoted or ascribed${few(tellings.flatMap(({ loaded, quoted, ascribed }) => [...loaded, ...quoted, ...ascribed]))}`,
    plain: isPlainByQuotes(grouped) ? 'Nothing in quotation marks' : 'Without the words marked in the others',
    act: `${capital(told === null ? '' : actInWords({ ...told, target: null }, nameOf, headlines))}${asWord(tellings)}`,
    mixed: `Single words and names${few(tellings.flatMap(({ loaded, quoted, ascribed }) => [...loaded, ...quoted, ...ascribed]))}`,
    alike: 'No difference in wording found',
    single: 'One outlet: nothing to compare',
  };
  return titles[kind];
}

/** What stands behind an act that all or some of the headlines only give as somebody's word; empty where none does. */
function asWord(tellings: readonly Telling[]): string {
  const claimed = tellings.filter(({ act, other }) => (act ?? other)?.mode === 'claimed').length;
  return claimed === 0 ? '' : claimed === tellings.length ? ', as somebody’s word' : ', told or as somebody’s word';
}

/** ": “brutal”, “terror”": the first three words, no long ones; empty for none. */
function few(words: readonly string[]): string {
  const plain = (word: string): string => word.toLowerCase().replaceAll('’', "'");
  const once = words.filter((word, at) => words.findIndex((one) => plain(one) === plain(word)) === at);
  const short = once.filter((word) => word.length <= 40).slice(0, 3);
  return short.length === 0 ? '' : `: ${short.map((word) => `“${word}”`).join(', ')}`;
}

/**
 * Whether of headlines without marked words no more can be said than that they quote nothing: they have a word that others put in quotation
 * marks ("conspiring", "shadow-fleet"), or are in several languages, where a word of one may mean what is marked in another.
 */
function isPlainByQuotes({ groups }: Grouped): boolean {
  const others = groups.filter(({ kind }) => kind !== 'plain').flatMap(({ tellings }) => tellings);
  const plain = groups.filter(({ kind }) => kind === 'plain').flatMap(({ tellings }) => tellings);
  const quoted = others.flatMap((telling) => telling.quoted.map(bareWords));
  const languages = new Set([...plain, ...others].map(({ member }) => member.lang));
  return (
    quoted.length > 0 && (languages.size > 1 || plain.some(({ member }) => quoted.some((word) => bareWords(member.title).includes(word))))
  );
}

/** In lower case, without hyphens and kinds of apostrophes: "shadow-fleet" is "shadow fleet". */
function bareWords(text: string): string {
  return text.toLowerCase().replaceAll('’', "'").replace(/[-‐‑]/gu, ' ');
}

/** What sets a group apart from the others; null where there is no other. */
function whyDifferent({ kind }: TellingGroup, grouped: Grouped, { names }: ActiveFamily): string | null {
  const { groups } = grouped;
  const others = kind === 'act' ? groups.slice(0, groups.length - 1) : groups.filter((one) => one.kind !== kind);
  if (others.length === 0) return null;
  const party = groups.find((group) => group.party !== null)?.party ?? '';
  const doer = withArticle(names.get(party) ?? party);
  const do_: Record<GroupKind, string> = {
    own: 'tell the act on their own word',
    word: 'give the act as somebody’s word',
    named: `refer to ${doer}`,
    unnamed: `do not refer to ${doer}`,
    loaded: 'have loaded words without quotation marks',
    quoted: 'have words in quotation marks, or ascribed to somebody',
    marked: 'have loaded words, or words quoted or ascribed',
    plain: isPlainByQuotes(grouped) ? 'have nothing in quotation marks' : 'have none of these words',
    act: 'tell of another act',
    mixed: '',
    alike: '',
    single: '',
  };
  if (kind === 'act') return 'These headlines tell of one act, others of another.';
  return `These headlines ${do_[kind]}; others ${others.map((one) => do_[one.kind]).join(', or ')}.`.replace('..', '.');
}

/** At most six of each; words for the act are those that were read as it. */
function markersOf({ tellings }: TellingGroup): Markers {
  const six = (words: readonly string[]): string[] => [...new Set(words)].filter((word) => word !== '' && word.length <= 60).slice(0, 6);
  return {
    verbs: six(tellings.flatMap(({ act, member }) => (act === null ? [] : actWords(member, act).split(' ... ')))),
    hedges: six(tellings.flatMap(({ doubts }) => doubts)),
    evaluatives: six(tellings.flatMap(({ loaded }) => loaded)),
    quoted: six(tellings.flatMap(({ quoted }) => quoted)),
  };
}

/** Two to six titles to the letter: those that most statements cite, one an outlet before the second of any, no wording twice. */
function evidenceOf({ tellings }: TellingGroup, statements: readonly Statement[], title: string): { title_id: ItemId; quote: string }[] {
  const count = ({ member }: Telling): number => statements.filter(({ cites }) => cites.includes(member.titleId)).length;
  const isLead = ({ member }: Telling): number => (member.title === title ? 1 : 0);
  const ranked = [...tellings].sort((a, b) => count(b) - count(a) || isLead(b) - isLead(a));
  const firsts = ranked.filter((title, i) => ranked.findIndex(({ member }) => member.publisher === title.member.publisher) === i);
  const ordered = [...firsts, ...ranked.filter((title) => !firsts.includes(title))];
  const fresh = ordered.filter(({ member }, i) => ordered.findIndex((one) => one.member.title === member.title) === i);
  const chosen = fresh.length >= 2 ? fresh : ordered;
  return chosen.slice(0, 6).map(({ member }) => ({ title_id: member.titleId, quote: quoteOf(member.title) }));
}

/** The title, or its first 220 characters up to a space, to the letter. */
export function quoteOf(title: string): string {
  if (title.length <= 220) return title;
  const head = title.slice(0, 220);
  const end = head.search(/\s\S*$/u);
  return end > 80 ? head.slice(0, end) : [...head].slice(0, -1).join('');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
