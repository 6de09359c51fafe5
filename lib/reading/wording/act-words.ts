// The words for acts that a language's lexicon of acts knows, as the wording of a headline needs them: what is done, what only says
// something, and what is suffered.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Class, readLexicon } from '../lexicon-file.js';
import { readLanguages } from '../policy.js';
import { Terms } from '../text/terms.js';

export interface ActWord {
  /** A verb whose subject does it, a verb whose subject suffers it, or a noun. */
  form: 'verb' | 'suffered' | 'noun';
  /** It only says something about a deed: "accuses", "demands". */
  speech: boolean;
  /** Its second part, in lower case, which must follow for it to be this word: "weist ... zurück". */
  particle: string | null;
}

/** Acts that only say something: whoever does them is not named as doing the deed. */
export const speechActs: ReadonlySet<string> = new Set([
  ...['accuse', 'condemn', 'demand', 'deny', 'reject', 'announce_or_state', 'threaten', 'support_or_recognise', 'other'],
]);

const verbs = new Set<Class>(['verb', 'light', 'give', 'take', 'undo', 'suffer']);
const sayings = new Set<Class>(['say', 'deny', 'urge', 'call', 'vow', 'refuse']);

/** Nouns that are given rather than done: "aid". */
const goods = new Set(['aid', 'supply_arms']);

/** The words of one language, each with what it can be, the likeliest first; none where it has no lexicon. */
export function actWordsOf(folder: string, lang: string): Terms<readonly ActWord[]> {
  const words = new Terms<readonly ActWord[]>();
  if (!readLanguages.includes(lang)) return words;
  const known = new Map<string, ActWord[]>();
  for (const { words: term, stem, entry } of readLexicon(`${lang}.tsv`, readFileSync(join(folder, `${lang}.tsv`), 'utf8'), lang)) {
    const saying = sayings.has(entry.class);
    if ((entry.class === 'light' && lang === 'zh') || (entry.class === 'suffer' && entry.action === null)) continue;
    if (entry.class === 'noun' && goods.has(entry.action ?? '')) continue;
    if (!(saying || verbs.has(entry.class) || (entry.class === 'noun' && entry.action !== null))) continue;
    if (term.length < (lang === 'zh' ? 2 : 3)) continue;
    const speech = saying || (entry.action !== null && speechActs.has(entry.action));
    const suffered = entry.class === 'suffer' || entry.form === 'P';
    const form = entry.class === 'noun' ? 'noun' : suffered ? 'suffered' : 'verb';
    const written = stem ? `${term}*` : term;
    known.set(written, [...(known.get(written) ?? []), { form, speech, particle: entry.particle }]);
  }
  for (const [written, values] of known)
    words.add(
      written,
      values.sort((a, b) => weight(a) - weight(b)),
    );
  return words;
}

/** Verbs in two parts before all others, deeds before sayings, verbs before nouns. */
function weight({ form, speech, particle }: ActWord): number {
  return (particle === null ? 4 : 0) + (speech ? 2 : 0) + (form === 'noun' ? 1 : 0);
}
