// Reads one language's lexicon of acts: tab-separated columns under a header, `#` comments, terms separated by `|`, `*` for any ending.
// A row says what its words are to the grammar (class), which act they tell of, and how the one acted upon follows (frame).
import { type Action, actions } from './actions.js';
import type { Form } from './forms.js';
import { inflected } from './inflect.js';

/** What a word is to the grammar of a headline. */
const classes = [
  'verb', // an act, with its form (see inflect.ts)
  'noun', // an act as a noun: "strike", "sanctions"
  'light', // takes its act from the noun after it: "launches an attack", "imposes sanctions"
  'give', // hands over the goods named after it: "sends", "delivers"
  'take', // gets them: "buys", "receives"
  'goods', // what is handed over, and the act it makes: weapons, aid, troops
  'undo', // ends what the noun after it names: "lifts sanctions"
  'suffer', // its subject is the one acted upon: "comes under fire", "faces sanctions"
  'say', // tells what somebody says
  'deny', // says that it is not so
  'plan', // what follows is planned: "to", "plans to", "will"
  'vow', // what follows is threatened
  'refuse', // what follows is not done
  'urge', // wants somebody to do what follows
  'call', // wants what follows from nobody named: "calls for"
  'may', // what follows is uncertain: "could", "fears of", "if"
  'be', // makes a participle passive
  'have', // makes a participle past
  'hear', // the same by hearsay ("aurait attaqué"); passive where its form is P ("serait visé")
  'not',
  'prep', // its frame names which
  'after', // begins a background: "after", "amid"
  'despite', // begins a background that concerns the one who acts in the clause beside it
  'who', // relative: what follows tells of the last one named, or is done to him where the frame is `to`
  'and',
  'the', // articles and pronouns before a noun
  'it', // a pronoun for the one named before
  'how', // adverbs that stand anywhere
  'official', // stands for its state: "army", "warships"
  'people', // a state's people or things, hit in its stead: "civilians", "journalists"
  'private', // people who stand for nobody: "singer", "tourists"
  'armed', // does harm and names nobody: "gunmen", "drones"
  'nature', // does harm and is no act: "storm", "crash"
  'thing', // a noun like any other, known so that nothing else is made of it
  'part', // the second part of a verb in two parts
  'stop', // a fixed phrase that is no act at all
  'sport', // anywhere in a title: whoever strikes and beats whom there plays
  'hush', // tells at the beginning of a title that it reports no act: "Opinion", "Quiz", "Why"
] as const;
export type Class = (typeof classes)[number];
/** The prepositions of all languages by what they mean. */
const preps = [
  'against',
  'to',
  'with',
  'from',
  'of',
  'in',
  'by',
  'for',
  'between',
  'about',
  'via',
  'at',
  'reply',
  'obj',
  'none',
  'whom',
  'agent',
  'each',
  'back',
  'guilt',
] as const;
export type Prep = (typeof preps)[number];

export interface Entry {
  class: Class;
  form: Form | null;
  action: Action | null;
  /** Before whom the acted upon may stand; `obj` is none of the prepositions, `none` that nobody is acted upon,
   * `reply` that it answers the act told before, `whom` that it says nothing without them,
   * `agent` that it does so only where its doer is named, `each` that two do it to one another,
   * `back` that it answers in kind: by what, tells only what it is done with,
   * `guilt` that it is no act of the list, and whoever tells it of another accuses him. */
  frame: readonly Prep[];
  /** As it is written in the lexicon, in lower case: tells accented forms apart. */
  written: string;
  /** The second part of a verb in two parts ("wirft ... vor"), as it stands later in the clause. */
  particle: string | null;
}

export interface LexiconTerm {
  words: string;
  stem: boolean;
  caseSensitive: boolean;
  clauseStart: boolean;
  entry: Entry;
}

/** Classes whose words are declined, not conjugated. */
const namesNoun = new Set<Class>(['noun', 'goods', 'official', 'people', 'private', 'armed', 'nature', 'thing', 'how', 'the', 'may']);

const header = 'class\taction\tframe\tterms';

/** The terms of one file. Throws one sentence for all that is wrong with it. */
export function readLexicon(file: string, text: string, lang: string): LexiconTerm[] {
  const problems: string[] = [];
  const terms: LexiconTerm[] = [];
  const lines = text.split(/\r?\n/);
  if (!lines.includes(header)) problems.push(`${file}: the header must be "class action frame terms", separated by tabs.`);
  lines.forEach((line, index) => {
    if (line.trim() === '' || line.startsWith('#') || line === header) return;
    const problem = readLine(line, lang, terms);
    if (problem) problems.push(`${file} line ${index + 1}: ${problem}`);
  });
  if (problems.length > 0) throw new Error(`A lexicon of acts is wrong; nothing was read:\n${problems.join('\n')}`);
  return terms;
}

/** Adds the terms of one line; what is wrong with it, null where nothing is. */
function readLine(line: string, lang: string, terms: LexiconTerm[]): string | null {
  const [word = '', action = '', frame = '', list = '', ...more] = line.split('\t');
  const [name = '', form = ''] = word.split(':');
  const known = classes.find((one) => one === name);
  const acted = actions.find((one) => one === action);
  if (!known) return `the class "${word}" is not known; use one of ${classes.join(', ')}.`;
  if (action !== '' && !acted) return `the action "${action}" is not known; use one of ${actions.join(', ')}.`;
  if (form !== '' && !/^[FAPBGU]$/.test(form)) return `the form "${form}" is not known; use F, A, P, B, G or U.`;
  const frames: Prep[] = [];
  for (const part of frame === '' ? ['obj'] : frame.split('+')) {
    const prep = preps.find((one) => one === part);
    if (!prep) return `the frame "${frame}" is not known; use ${preps.join(', ')}, several joined by "+".`;
    frames.push(prep);
  }
  if (more.length > 0 || list.trim() === '') return 'four columns are wanted, the last with terms separated by "|".';
  const row = { class: known, action: acted ?? null, frame: frames };
  for (const written of list.split('|')) addTerms(terms, written.trim(), row, (form || null) as Form | null, lang);
  return null;
}

/** What all words of a row say. */
type Row = Pick<Entry, 'class' | 'action' | 'frame'>;

function addTerms(terms: LexiconTerm[], written: string, row: Row, form: Form | null, lang: string): void {
  // The second part of a verb may be several words: "stellt ... zur Verfügung".
  const far = written.includes('…') ? / … (.+ .+)$/.exec(written)?.[1] : undefined;
  if (far) terms.push({ words: far, stem: false, caseSensitive: false, clauseStart: false, entry: partOf(far) });
  const forms = form === null || form === 'F' ? inflected(written, lang, !namesNoun.has(row.class)) : null;
  if (forms === null) terms.push(termOf(written, row, form));
  else for (const [words, of] of forms) terms.push(termOf(words, row, of));
}

function termOf(marked: string, { class: name, action, frame }: Row, form: Form | null): LexiconTerm {
  const caseSensitive = marked.startsWith('=');
  const clauseStart = marked.startsWith('_');
  const plain = caseSensitive || clauseStart ? marked.slice(1) : marked;
  const [first = '', particle = null] = plain.includes('…') ? plain.split(' … ') : [plain];
  const stem = first.endsWith('*');
  const words = stem ? first.slice(0, -1) : first;
  return { words, stem, caseSensitive, clauseStart, entry: { class: name, form, action, frame, written: words.toLowerCase(), particle } };
}

function partOf(written: string): Entry {
  return { class: 'part', form: null, action: null, frame: [], written, particle: null };
}
