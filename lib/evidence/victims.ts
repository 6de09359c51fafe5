// Whether a sentence lets somebody strike whom its titles show as struck alone.
import { forceful } from '../reading/actions.js';
import { isArmyIn } from './armies.js';
import type { Hit } from './concepts.js';
import { marksIn, scopesOf, within } from './scopes.js';
import type { Told } from './told.js';
import { isWhere } from './where.js';

/** What is done to somebody by force. */
const force = new Set([
  'attack',
  'shell',
  'bomb',
  'airstrike',
  'raid',
  'ram',
  'kill',
  'wound',
  'destroy',
  'seize',
  'invade',
  'occupy',
  'sink',
]);

/** A sentence of which no act is read lets somebody strike whom the titles show as struck alone: "Ukraine hit the port of Odesa". */
export function victimActs(own: Told, titles: readonly Told[]): string | null {
  const acts = titles.flatMap((title) => title.acts).filter(({ action }) => forceful.has(action));
  for (const scope of scopesOf(own)) {
    const subject = within(scope, own.actors).find((mention) => !isWhere(own, mention));
    const deed = within(scope, own.hits).find((hit) => force.has(hit.row) && hit.start >= (subject?.end ?? 0) && !isOther(own, hit));
    if (!subject || !deed || marksIn(scope, 'by', 'underwent').length > 0) continue;
    // Right behind him stands what he does, in the active voice.
    if (
      !/^\s+(?:(?:has|have|had|again|drones?|missiles?|rockets?|jets?|forces?|troops|army|military|navy) )*$/.test(
        own.text.slice(subject.end, deed.start),
      )
    )
      continue;
    if (!/^(?:(?:'s)?\s)/.test(own.text.slice(deed.end)) || /^\s+(?:on|against|in|near|kill|leave|left)/.test(own.text.slice(deed.end)))
      continue;
    // "Kharkiv shelled again at night": it is read as struck here, too.
    if (own.acts.some(({ action, source, target }) => forceful.has(action) && source === null && subject.ids.includes(target ?? '')))
      continue;
    const struck = acts.some(({ target }) => target !== null && subject.ids.includes(target));
    const strikes = acts.some(({ source }) => source !== null && subject.ids.includes(source));
    if (
      struck &&
      !strikes &&
      !subject.ids.some((id) => isArmyIn(titles, id)) &&
      !(acts.every(({ source }) => source === null) && isNamedTwice(titles, subject.ids))
    )
      return `lets ${subject.text} do what is done to it in the cited titles`;
  }
  return null;
}

/** "السودان: قوات الدعم السريع": a state and a force of it. */
function isNamedTwice(titles: readonly Told[], ids: readonly string[]): boolean {
  return titles.some(({ actors }) => actors.some((one) => !one.plain && !one.place && one.ids.some((id) => ids.includes(id))));
}

/** "claims" says, "buried" lays to rest. */
function isOther(own: Told, { from }: Hit): boolean {
  return own.hits.some((hit) => hit.from === from && (hit.row === 'say' || hit.row === 'burial'));
}

const freeing: ReadonlySet<string> = new Set(['release', 'pardon', 'acquit', 'amnesty']);
const holding: ReadonlySet<string> = new Set(['jail', 'arrest', 'sentence', 'convict', 'prisoner']);

/** "libère une avocate détenue": who is freed was held. */
const wasHeld =
  /^(?:détenue?s?|detenid[oa]s?|pres[oa]s?|inhaftiert\p{L}*|gefangen\p{L}*|jailed|detained|imprisoned|held|arrested|задержанн|арестованн|заключ)/iu;

/** "cleared of taking bribes" of whom the titles tell as jailed for it: told as a reason; null where there is none. */
export function freedForHeld(own: Told, titles: readonly Told[]): string | null {
  const found = /\b(?:cleared|acquitted|absolved)\s(?:of|on|over)\b|\bnot guilty\b/i.exec(own.text)?.[0];
  const isHeld = ({ rows }: Told): boolean =>
    ['jail', 'sentence', 'convict', 'prison'].some((row) => rows.has(row)) &&
    ![...freeing, 'overturn', 'clear'].some((row) => rows.has(row));
  return found && titles.length > 0 && titles.every(isHeld) ? `says "${found}" of whom the cited titles tell as convicted` : null;
}

/** Titles tell of prisoners who go free; a sentence that tells of prison and not of that tells the opposite. */
export function heldForFreed(own: Told, titles: readonly Told[]): string | null {
  const isFreed = ({ text, rows, hits }: Told): boolean =>
    [...rows].some((row) => freeing.has(row)) &&
    !hits.some((hit) => !hit.narrower && (hit.row === 'arrest' || hit.row === 'sentence') && !wasHeld.test(text.slice(hit.start)));
  if (titles.length === 0 || !titles.every(isFreed) || [...own.rows].some((row) => freeing.has(row))) return null;
  if (own.marks.some(({ row }) => row === 'not' || row === 'refuse' || row === 'frees' || row === 'undo')) return null;
  const taken = /\b(?:taken hostage|kidnapped|abducted)\b/i.exec(own.text)?.[0];
  if (taken && titles.some(({ rows }) => rows.has('hostage') || rows.has('abduct')))
    return `tells of ${taken} where the cited titles tell of freeing`;
  const held = own.hits.find(
    ({ row, from }) =>
      holding.has(row) && /(?:ed|s|sent|held)$/.test(own.words[from]?.plain ?? '') && !/^prison/.test(own.words[from]?.plain ?? ''),
  );
  return held ? `tells of ${own.text.slice(held.start, held.end)} where the cited titles tell of freeing` : null;
}
