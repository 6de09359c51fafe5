// Why a family matters, as far as rules can say it: that the same actors did the same before. Where they did not, nothing is said.
import { actInWords } from '../../lib/family/act-words.js';
import type { SeedFamily } from './family.js';

const longest = 150;

/** One sentence of at most 150 characters; null where no earlier family tells the same act between the same actors. */
export function whyStrategic({ main, comparables, actors }: Pick<SeedFamily, 'main' | 'comparables' | 'actors'>): string | null {
  if (main === null || comparables.length === 0) return null;
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  const act = actInWords({ ...main, mode: 'done' }, (id) => names.get(id) ?? id);
  const sentence = `Not the first: ${comparables.length === 1 ? 'an earlier family tells' : 'earlier families tell'} of ${act} too.`;
  return sentence.length <= longest ? sentence : null;
}
