// Whose air and waters are entered: "Estonia: Russian jets violated our airspace" is Estonia's own word, and it tells of a blow upon itself.
import type { Clause } from './clauses.js';
import { embattled } from './embattled.js';
import { isIn } from './groups.js';
import type { Entry } from './lexicon-file.js';
import { isPlain, type Policy } from './policy.js';
import { isPredicate } from './word-classes.js';
import type { Word } from './words.js';

const realm =
  /(?:our|its|their) (?:air|border|waters)|airspace|territorial waters|luftraum|hoheitsgewässer|espace aérien|ciel|eaux territoriales|espacio aéreo|aguas territoriales|espaço aéreo|spazio aereo|воздушн|границ|领空|领海|防空识别区|أجواء|مجال|مياه|خط الوسط/;

/** Whether a verb of the lexicon tells that somebody's air, waters or border were entered. */
export function isTrespass(entry: Entry | null | undefined): boolean {
  return entry?.action === 'mobilise_or_drill' && entry.class === 'verb' && realm.test(entry.written);
}

/** "massing troops on border, Asmara says": whose border it is, is who tells it. */
export function isAtBorder(words: readonly Word[]): boolean {
  return words.some((word) => isIn(word, 'border'));
}

/** "Poland: Belarus broke truce": that another broke it is one side's word. */
function isBreach(entry: Entry | null | undefined): boolean {
  return entry?.class === 'undo' && entry.action === 'attack';
}

const ours =
  /^(?:our|ours|unser(?:e[mnrs]?)?|notre|nos|nuestr[oa]s?|noss[oa]s?|nostr[oaie]|наш(?:а|е|и|ей|ему?|его|у|их|им|ими)?|我|\p{Script=Arabic}{3,}نا)$/u;

/** Whether clauses are somebody's own word, who is named before them: they speak of "our" ships, or of what only he can tell. */
export function speakOfOneself(clauses: readonly Clause[]): boolean {
  if (clauses[0]?.words[0]?.text === 'we') return true;
  return clauses.some(({ words }) => words.some((word) => isOurs(word) || isTrespass(word.role) || isBreach(word.role)));
}

/** "Malta: Italian trawler rammed patrol boat": what a foreign ship or plane did, in the past, is told by the land before the colon; a land at war is where it was. */
export function isStruckAtSea(before: readonly Word[], clause: Clause | undefined, policy: Policy): boolean {
  const land = before.length === 1 ? before[0]?.naming?.ids[0] : undefined;
  if (!(isPlain(policy) || policy.verbLast) || land === undefined || embattled.has(land) || clause === undefined) return false;
  const verb = clause.words.findIndex(({ role }) => isPredicate(role));
  const subject = clause.words.slice(0, verb);
  return (
    verb > 1 &&
    clause.words[0]?.naming?.sort === 'adjective' &&
    !clause.words.some(({ naming }) => naming?.ids.includes(land)) &&
    subject.some((word) => isIn(word, 'at-sea')) &&
    past.test(clause.words[verb]?.text ?? '')
  );
}

const past = /ed$|^(?:hit|shot|fired|sank|struck)$|ten?$/;

function isOurs({ text, naming, mark }: Word): boolean {
  return mark === '' && naming === null && ours.test(text);
}
