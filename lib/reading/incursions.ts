// "Vilnius: Belarusian balloon entered our airspace": whoever tells that another's craft came into his air or waters accuses him of it.
import { isIn } from './groups.js';
import type { Act } from './reading.js';
import { has } from './word-classes.js';
import type { Word } from './words.js';

/** Who tells it stands in front of a colon within so many words. */
const furthest = 3;

/** The acts, with an accusation and the move it is of; the same acts where one of the two was told, or something is left open. */
export function withIncursion(acts: readonly Act[], words: readonly Word[]): readonly Act[] {
  const colon = words.findIndex(({ mark }) => mark === ':');
  if (colon < 1 || colon > furthest || words.some(isOpen)) return acts;
  const who = only(words.slice(0, colon));
  const told = words.slice(colon + 1);
  const first = told.findIndex(({ naming }) => naming !== null);
  const whose = first < 0 ? null : only([told[first] as Word]);
  if (who === null || whose === null || whose === who || first > furthest) return acts;
  // "Pakistan: India fires across border": a land in front may say where, but of its border it alone can tell.
  if (acts.some(({ source, target }) => source !== whose || target !== null)) return acts;
  const fires = told.some((word) => isIn(word, 'border-fire'));
  const at = told.findIndex((word) => isIn(word, fires ? 'border-fire' : 'intruding'));
  const realm = fires || told.some((word) => isIn(word, 'realm'));
  const others = told.some(({ naming }) => naming?.ids.some((id) => id !== who && id !== whose));
  if (at < 0 || !realm || others || at < first - 1 || told.slice(0, at).some((word) => has(word, 'private'))) return acts;
  const { start, end } = told[at] as Word;
  const act = { mode: 'done' as const, saidBy: null, start, end };
  return [
    { ...act, source: who, action: 'accuse', target: whose },
    { ...act, source: whose, action: fires ? 'attack' : 'mobilise_or_drill', target: who, mode: 'claimed', saidBy: who },
  ];
}

/** The one state that is named; null for none or several. */
function only(words: readonly Word[]): string | null {
  const named = words.filter(({ naming }) => naming !== null);
  const [id = null, ...more] = named[0]?.naming?.ids ?? [];
  return named.length === 1 && more.length === 0 && named[0]?.naming?.state === true ? id : null;
}

function isOpen(word: Word): boolean {
  return (
    ['may', 'not', 'plan', 'deny', 'hush', 'refuse'].some((name) => word.role?.class === name) || word.mark === '?' || has(word, 'deny')
  );
}
