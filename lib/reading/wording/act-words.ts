// The words for acts that a language's lexicon of acts knows, as the wording of a headline needs them: what is done, what only says
// something, and what is suffered.
import { speechActs } from '../actions.js';
import type { Class } from '../lexicon-file.js';
import type { Lexicons } from '../lexicons.js';
import { readLanguages } from '../policy.js';
import { listOf, type Terms } from '../text/terms.js';
import type { WordLook } from '../text/word-look.js';

export interface ActWord {
  /** A verb whose subject does it, a verb whose subject suffers it, or a noun. */
  form: 'verb' | 'suffered' | 'noun';
  /** It only says something about a deed: "accuses", "demands". */
  speech: boolean;
  /** Its second part, in lower case, which must follow for it to be this word: "weist ... zurück". */
  particle: string | null;
}

const verbs = new Set<Class>(['verb', 'light', 'give', 'take', 'undo', 'suffer']);
const sayings = new Set<Class>(['say', 'deny', 'urge', 'call', 'vow', 'refuse']);

/** Nouns that are given rather than done: "aid". */
const goods = new Set(['aid', 'supply_arms']);

/** The words of one language, each with what it can be, the likeliest first; none where it has no lexicon. */
export function actWordsOf(lexicons: Lexicons, lang: string, look: WordLook): Terms<readonly ActWord[]> {
  const isRead = readLanguages.includes(lang);
  return listOf<readonly ActWord[]>(look, 'wording act', (words) => isRead && addActWords(words, lexicons, lang), 'at');
}

function addActWords(words: Terms<readonly ActWord[]>, lexicons: Lexicons, lang: string): void {
  const known = new Map<string, readonly ActWord[]>();
  const joined = makeJoined();
  for (const { words: term, stem, entry } of lexicons(lang)) {
    const saying = sayings.has(entry.class);
    if ((entry.class === 'light' && lang === 'zh') || (entry.class === 'suffer' && entry.action === null)) continue;
    if (entry.class === 'noun' && goods.has(entry.action ?? '')) continue;
    if (!(saying || verbs.has(entry.class) || (entry.class === 'noun' && entry.action !== null))) continue;
    if (term.length < (lang === 'zh' ? 2 : 3)) continue;
    const speech = saying || (entry.action !== null && speechActs.has(entry.action));
    const suffered = entry.class === 'suffer' || entry.form === 'P';
    const form = entry.class === 'noun' ? 'noun' : suffered ? 'suffered' : 'verb';
    const written = stem ? `${term}*` : term;
    known.set(written, joined(known.get(written) ?? none, { form, speech, particle: entry.particle }));
  }
  for (const [written, values] of known) words.addOne(written, values);
}

const none: readonly ActWord[] = [];

/** Joins a word to others, the likeliest first: of the same ones always the same list, for thousands of words are only a few kinds. */
function makeJoined(): (words: readonly ActWord[], more: ActWord) => readonly ActWord[] {
  const lists = new Map<string, readonly ActWord[]>();
  /** By the list that was there, what came of it with each further word. */
  const longer = new Map<readonly ActWord[], Map<string, readonly ActWord[]>>();
  return (words, more) => {
    const joined = longer.get(words) ?? new Map<string, readonly ActWord[]>();
    if (joined.size === 0) longer.set(words, joined);
    const further = keyOf(more);
    const same = joined.get(further);
    if (same !== undefined) return same;
    const list = [...words, more].sort((a, b) => weight(a) - weight(b));
    const key = list.map(keyOf).join();
    const known = lists.get(key) ?? list;
    lists.set(key, known);
    joined.set(further, known);
    return known;
  };
}

function keyOf({ form, speech, particle }: ActWord): string {
  const kind = speech ? `speech ${form}` : form;
  return particle === null ? kind : `${kind} ${particle}`;
}

/** Verbs in two parts before all others, deeds before sayings, verbs before nouns. */
function weight({ form, speech, particle }: ActWord): number {
  return (particle === null ? 4 : 0) + (speech ? 2 : 0) + (form === 'noun' ? 1 : 0);
}
