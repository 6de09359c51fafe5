// A town that is named for the crime done in it: "l'attentat d'Islamabad", "murder of candidate in Quito". Whose town it is did not do it.
import type { Action } from './actions.js';
import { isIn } from './groups.js';
import type { Act } from './reading.js';
import { has } from './word-classes.js';
import type { Word } from './words.js';

const blasts = /^(?:恐怖袭击|恐袭|爆炸袭击|爆炸|连环爆炸|枪击|自杀式袭击|自杀式爆炸)/u;

/** Makes places of such towns. A country keeps its name: "attentats de la Russie" says who did it. */
export function placeScenes(words: readonly Word[], spaced: boolean): void {
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as Word;
    const { naming } = word;
    if (!naming?.state || naming.country || naming.sort !== 'name') continue;
    if (spaced ? isBehindCrime(words, at) : blasts.test(rest(words, at + 1))) word.naming = { ...naming, sort: 'place' };
  }
}

function isBehindCrime(words: readonly Word[], at: number): boolean {
  const joint = words[at - 1];
  if (isIn(joint, 'crime')) return true;
  return joint !== undefined && (has(joint, 'prep') || /^(?:d|de|von|в)$/.test(joint.text)) && isIn(words[at - 2], 'crime');
}

function rest(words: readonly Word[], from: number): string {
  return words
    .slice(from, from + 6)
    .map(({ text }) => text)
    .join('');
}

const inside = /^(?:in|at|near|im|à|au|en|a|в|во|في)$/;
const done = /^(?:政变|遇刺|遭袭|遇袭|遇害|被杀|焚烧)|^.{1,3}(?:遇刺|遭袭|遇袭|遇害|被杀)/u;

const spoken: ReadonlySet<Action> = new Set<Action>(['condemn', 'threaten']);

/** A state, or a body that is called by its town. */
const isTown = (id: string | null): id is string => id?.length === 2 || id === 'ICC' || id === 'ICJ';

/** "condemns murder of candidate in Quito", "ambassador in Berlin condemns": who condemns does not condemn whose the town is. */
export function withoutScenes(acts: readonly Act[], words: readonly Word[], spaced: boolean): readonly Act[] {
  if (!acts.some(({ action, target }) => spoken.has(action) && isTown(target))) return acts;
  return acts.map((act) => {
    const { action, target } = act;
    if (!spoken.has(action) || !isTown(target)) return act;
    const named = words.flatMap(({ naming }, at) => (naming?.ids.includes(target) ? [at] : []));
    const scene = (at: number): boolean => (spaced ? isInside(words, at, action) : action === 'condemn' && done.test(rest(words, at + 1)));
    return named.length > 0 && named.every(scene) ? { ...act, target: null } : act;
  });
}

function isSite(words: readonly Word[], at: number): boolean {
  return words[at - 1]?.text === 'of' && isIn(words[at - 2], 'ravage') && isIn(words[at + 1], 'site');
}

function isInside(words: readonly Word[], at: number, action: Action): boolean {
  if (action === 'condemn' && isSite(words, at)) return true;
  if (!inside.test(words[at - 1]?.text ?? '')) return false;
  const post = words.slice(Math.max(0, at - 3), at - 1).some((word) => isIn(word, 'envoy'));
  return post || (action === 'condemn' && words.slice(0, at).some((word) => isIn(word, 'deed')));
}
