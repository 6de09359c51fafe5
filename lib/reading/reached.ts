// Whom an act reaches, or who does it, where a few words beside it say so: "closes last crossing with Belarus", "قراصنة إيرانيون يخترقون".
import { isIn } from './groups.js';
import type { Act } from './reading.js';
import type { Word } from './words.js';

/** Between a border and whose it is besides stands a preposition. */
const reach = 3;

/** "cierra su último paso fronterizo con Bielorrusia": the acts, with the neighbour whom a closed border shuts out. */
export function withNeighbour(acts: readonly Act[], words: readonly Word[]): readonly Act[] {
  return acts.map((act) => {
    if (act.action !== 'restrict' || act.source === null || act.target !== null) return act;
    const verb = words.findIndex(({ start }) => start === act.start);
    const border = words.findIndex((word, at) => at > verb && (isIn(word, 'border') || isIn(word, 'crossing')));
    if (border < 0 || words.slice(verb, border).some(({ mark }) => mark !== '')) return act;
    const prep = words.findIndex((word, at) => at > border && at < border + reach && word.role?.class === 'prep');
    const naming = words[words[prep + 1]?.role?.class === 'the' ? prep + 2 : prep + 1]?.naming;
    const joins = words[prep]?.role?.frame.some((frame) => frame === 'with' || frame === 'to');
    const shut = prep >= 0 && joins && naming?.state && naming.ids.length === 1 && naming.sort === 'name' ? naming.ids[0] : undefined;
    return shut === undefined || shut === act.source ? act : { ...act, target: shut };
  });
}

/** "Piratas chinos hackean ...": the acts, with whose hackers did it. */
export function withHackers(acts: readonly Act[], words: readonly Word[]): readonly Act[] {
  return acts.map((act) => {
    if (act.action !== 'cyber' || act.source !== null) return act;
    const verb = words.findIndex(({ start }) => start === act.start);
    const who = words.slice(0, verb).findLastIndex((word) => isIn(word, 'hackers'));
    const naming = words[who + 1]?.naming ?? words[who - 1]?.naming;
    const own = who >= 0 && naming?.state && naming.ids.length === 1 && naming.sort !== 'place' ? naming.ids[0] : undefined;
    const apart = words.slice(who, verb).some(({ mark }) => mark !== '');
    return own === undefined || apart || own === act.target ? act : { ...act, source: own };
  });
}
