// What a few words beside an act make of it: ships that are sent to a coast are no gift, and pressure in front is put upon who then acts.
import { isIn } from './groups.js';
import type { Act } from './reading.js';
import type { Word } from './words.js';

/** Ships that are sent to somebody's coast are a move of his who sends them, and no help to whose the coast is. */
export function shipsSail(acts: readonly Act[], words: readonly Word[]): readonly Act[] {
  if (!acts.some(({ action }) => action === 'supply_arms' || action === 'aid')) return acts;
  if (!words.some((word) => isIn(word, 'warship')) || !words.some((word) => isIn(word, 'coast'))) return acts;
  return acts.map((act) =>
    act.action === 'supply_arms' && act.mode !== 'denied' && isOfCoast(words, act.target)
      ? { ...act, action: 'mobilise_or_drill', target: null }
      : act,
  );
}

function isOfCoast(words: readonly Word[], id: string | null): boolean {
  const named = words.findIndex(({ naming }) => id !== null && naming?.ids.includes(id));
  return named >= 0 && words.slice(Math.max(0, named - 3), named + 3).some((word) => isIn(word, 'coast'));
}

const pressure =
  /(?:^| )(?:pressure|druck|pressions?|presión|presiones|нажимом|давлением|pressioni?|pressão)(?: |$)|压力|施压之?下|^(?:ضغط|ضغوط)$/;
const under = /^(?:under|unter|auf|sous|face|bajo|ante|под|при|在|面对|迫于|تحت|أمام|sotto|sob)(?: |$)/;

/** "Under US pressure, Iraq halts imports": who presses coerces who then acts. */
export function withPressure(acts: readonly Act[], words: readonly Word[]): readonly Act[] {
  const at = acts.length === 0 ? -1 : words.slice(0, furthest + 1).findIndex(({ text }) => pressure.test(text));
  if (at < 0) return acts;
  let from = at;
  while (from > 0 && words[from - 1]?.mark === '') from--;
  const opens = words.slice(from, at + 1).findIndex(({ text }) => under.test(text));
  if (opens < 0) return acts;
  let to = at + 1;
  while (to <= at + 2 && words[to]?.mark === '') to++;
  const [who, ...more] = new Set(nearest(words.slice(from + opens, at)) ?? nearest(words.slice(at + 1, to)) ?? []);
  const { start, end } = words[at] as Word;
  const next = acts.find((act) => act.start > end && act.source !== null && act.source !== who);
  if (who === undefined || more.length > 0 || !next || next.action === 'coerce' || next.target === who) return acts;
  return [{ source: who, action: 'coerce', target: next.source, mode: 'done', saidBy: null, start, end }, ...acts];
}

/** Pressure that stands in front is told of within so many words. */
const furthest = 4;

/** The first one named; null for nobody. */
function nearest(words: readonly Word[]): readonly string[] | null {
  return words.find(({ naming }) => naming !== null)?.naming?.ids ?? null;
}

/** What comes of a mediation, or is done under it. */
const mediated: ReadonlySet<Act['action']> = new Set<Act['action']>(['agree_or_sign', 'negotiate', 'withdraw_or_yield']);

/** "Under Qatar's mediation, Kinshasa and M23 sign truce": who is named with it mediates. */
export function withMediation(acts: readonly Act[], words: readonly Word[]): readonly Act[] {
  const at = acts.length === 0 ? -1 : words.slice(0, furthest + 1).findIndex((word) => isIn(word, 'mediating'));
  if (at < 0 || acts.some(({ action }) => action === 'mediate')) return acts;
  const opens = words.slice(0, at + 1);
  if (!isIn(words[0], 'mediating') && !opens.some((word) => word.role?.class === 'prep' || under.test(word.text))) return acts;
  const [who, ...more] = new Set(nearest(words.slice(0, at)) ?? nearest(words.slice(at + 1, at + 3)) ?? []);
  const { start, end } = words[at] as Word;
  const next = acts.find(({ action, start: from, source }) => from > end && mediated.has(action) && source !== null && source !== who);
  const half = next?.target === null && next.action !== 'withdraw_or_yield';
  if (who === undefined || more.length > 0 || !next || half || next.target === who) return acts;
  return [{ source: who, action: 'mediate', target: next.source, mode: next.mode, saidBy: null, start, end }, ...acts];
}

/** "应印度请求 斯里兰卡拒绝…": who asks in front demands it of who then acts. */
export function withRequest(acts: readonly Act[], words: readonly Word[]): readonly Act[] {
  const [should, asks, request, behind] = words;
  const who = asks?.naming?.ids.length === 1 ? asks.naming.ids[0] : undefined;
  if (should?.text !== '应' || !request || !/^(?:请求|要求)$/.test(request.text) || !who || !behind?.mark) return acts;
  const next = acts.find((act) => act.start > request.end && act.source !== null && act.source !== who);
  if (next?.mode !== 'done' || next.target === who || acts.some(({ action }) => action === 'demand')) return acts;
  const { start, end } = request;
  return [{ source: who, action: 'demand', target: next.source, mode: 'done', saidBy: null, start, end }, ...acts];
}

/** "Danish parliament bans burning of Koran": what a chamber forbids nobody named is law. */
export function withLaw(acts: readonly Act[], words: readonly Word[]): readonly Act[] {
  const laws = acts.some(({ action }) => action === 'legislate_or_rule');
  return acts.flatMap((act) => {
    if (act.action !== 'restrict' || act.target !== null || act.source === null || act.mode !== 'done') return [act];
    const verb = words.findIndex(({ start }) => start === act.start);
    const from = words.findLastIndex(({ mark }, at) => at < verb && /[:;.?!]/.test(mark)) + 1;
    const chamber = words.slice(from, verb).some((word) => isIn(word, 'chamber'));
    return !chamber ? [act] : laws ? [] : [{ ...act, action: 'legislate_or_rule' as const }];
  });
}
