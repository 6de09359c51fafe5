// Whom an act reaches, or who does it, where a few words beside it say so: "closes last crossing with Belarus", "قراصنة إيرانيون يخترقون".
import { isIn } from './groups.js';
import type { Act } from './reading.js';
import { has } from './word-classes.js';
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

/** "Retirado el embajador de Chile en Tel Aviv", "Посол Чили в Израиле отозван": the acts, with whose envoy is called home from where. */
export function withRecall(acts: readonly Act[], words: readonly Word[]): readonly Act[] {
  if (acts.some(({ action, source, target }) => action !== 'withdraw_or_yield' || (source !== null && target !== null))) return acts;
  const envoy = words.findIndex((word) => isIn(word, 'envoy') && !isIn(word, 'mission'));
  const home = words.find(({ role }) => role?.class === 'verb' && role.action === 'withdraw_or_yield' && role.form === 'P');
  if (envoy < 0 || !home || words.some((word) => has(word, 'not') || word.mark === '?')) return acts;
  const post = words.findIndex((word, at) => at > envoy && word.role?.class === 'prep' && isIn(word, 'inside') && words[at + 1]?.naming);
  const whose = words.slice(Math.max(0, envoy - 1), post).filter(({ naming }) => naming?.state && naming.ids.length === 1);
  const [source, target] = [whose[0]?.naming?.ids[0], words[post + 1]?.naming?.ids[0]];
  if (post < 0 || post > envoy + 4 || whose.length !== 1 || source === undefined || target === undefined || source === target) return acts;
  const { start, end } = home;
  return [{ source, action: 'withdraw_or_yield', target, mode: 'done', saidBy: null, start, end }];
}

/** "Senate in Bogota approves ...": the acts, of the land whose chamber it is, where a chamber that is called by no land's name stands in its capital. */
export function withChamberAbroad(acts: readonly Act[], words: readonly Word[]): readonly Act[] {
  const at = words.findIndex(
    (word, i) => word.naming !== null && isIn(word, 'chamber') && isIn(words[i + 1], 'inside') && words[i + 2]?.naming,
  );
  const [bare, seat] = [words[at]?.naming, words[at + 2]?.naming];
  if (at < 0 || !bare || !seat?.state || seat.ids.length !== 1 || seat.country || bare.ids.some((id) => seat.ids.includes(id))) return acts;
  if (words.some(({ naming }, i) => i !== at && naming?.ids.some((id) => bare.ids.includes(id)))) return acts;
  const own = seat.ids[0] as string;
  return acts.map((act) => (act.source !== null && bare.ids.includes(act.source) ? { ...act, source: own } : act));
}
