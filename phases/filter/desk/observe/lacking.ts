// What of a model's words the vocabulary lacks, and whether the gate would have decided otherwise with them.
import type { Difference, Lacking, Observation } from '../../../../lib/observer/put.js';
import type { Vocabulary } from '../../../../lib/vocabulary.js';
import type { Gate, GateHit, GateRecord } from '../../gate.js';

/** An action's tier where nobody has said one. */
const newTier = '2';

/** One for each word that stands in one of the headlines. */
export function lackingOf(
  { kind, put }: Pick<Observation, 'kind' | 'put'>,
  { judged, words }: Difference,
  gate: Gate,
  { weights }: Pick<Vocabulary, 'weights'>,
): Lacking[] {
  const records = put.headlines.map(({ text, lang }) => ({ text, record: gate(text, lang) }));
  return [...new Set(words)].flatMap((word): Lacking[] => {
    const place = records.find(({ text }) => text.toLowerCase().includes(word.toLowerCase()));
    if (place === undefined) return [];
    const { text, record } = place;
    const start = text.toLowerCase().indexOf(word.toLowerCase());
    const known = (hits: readonly GateHit[]): boolean => hits.some((hit) => hit.start < start + word.length && hit.end > start);
    if (kind === 'gate' && judged === 'keep') return [asAction(word, record, known(record.mechanisms), weights)];
    if (kind === 'gate') return [asContext(word, record, known(record.contexts), weights)];
    if (kind === 'reading') return [{ word, sort: 'actions', known: known(record.mechanisms), changes: null }];
    return [{ word, sort: 'words', known: known([...record.actors, ...record.mechanisms, ...record.contexts]), changes: null }];
  });
}

type Weights = Vocabulary['weights'];

function asAction(word: string, { score, actors, mechanisms }: GateRecord, known: boolean, weights: Weights): Lacking {
  const own = weights.points('mechanism', '', newTier);
  const pair = actors.length > 0 ? weights.points('rule', 'pair') : 0;
  const points = mechanisms.length === 0 ? own + pair : own * weights.points('rule', 'second-mechanism');
  return { word, sort: 'mechanisms', known, changes: !known && score + points >= weights.points('threshold', 'keep') };
}

/** No context beats a strong pair of actor and action: whether this one is, the sum does not say. */
function asContext(word: string, { score, contexts, arithmetic }: GateRecord, known: boolean, weights: Weights): Lacking {
  const own = weights.points('context', '');
  const points = contexts.length === 0 ? own : own * weights.points('rule', 'second-context');
  const drops = score + points < weights.points('threshold', 'keep');
  const maybeStrong = arithmetic.some(({ what }) => what === 'actor with action');
  return { word, sort: 'contexts', known, changes: known || !drops ? false : maybeStrong ? null : true };
}
