// Whose air and waters are entered: "Estonia: Russian jets violated our airspace" is Estonia's own word, and it tells of a blow upon itself.
import type { Clause } from './clauses.js';
import type { Entry } from './lexicon-file.js';
import type { Word } from './words.js';

const realm =
  /(?:our|its|their) (?:air|border|waters)|airspace|territorial waters|luftraum|hoheitsgewässer|espace aérien|ciel|eaux territoriales|espacio aéreo|aguas territoriales|espaço aéreo|spazio aereo|воздушн|границ|领空|领海|防空识别区|أجواء|مجال|مياه/;

/** Whether a verb of the lexicon tells that somebody's air, waters or border were entered. */
export function isTrespass(entry: Entry | null | undefined): boolean {
  return entry?.action === 'mobilise_or_drill' && entry.class === 'verb' && realm.test(entry.written);
}

const ours =
  /^(?:our|ours|unser(?:e[mnrs]?)?|notre|nos|nuestr[oa]s?|noss[oa]s?|nostr[oaie]|наш(?:а|е|и|ей|ему?|его|у|их|им|ими)?|我|\p{Script=Arabic}{3,}نا)$/u;

/** Whether clauses are somebody's own word, who is named before them: they speak of "our" ships, or of what only he can tell. */
export function speakOfOneself(clauses: readonly Clause[]): boolean {
  return clauses.some(({ words }) => words.some((word) => isOurs(word) || isTrespass(word.role)));
}

function isOurs({ text, naming, mark }: Word): boolean {
  return mark === '' && naming === null && ours.test(text);
}
