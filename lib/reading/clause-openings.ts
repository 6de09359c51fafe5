// What the words at the ends of a clause say of all of it before its acts are read: whose deed is open, and what has not been done.
import { isIn } from './groups.js';
import { isPlain, type Policy } from './policy.js';
import { control, only, type State } from './state.js';
import { isPredicate } from './word-classes.js';
import type { Word } from './words.js';

const perhaps = /^(?:womöglich|möglicherweise|vielleicht|eventuell|beinahe|um ein haar)$/;
/** What was nearly done was not. */
const nearly = /^(?:nearly|almost|presque|casi|quase)$/;

/** "fears Uganda attacked", "تتوقع أن تهاجم": what somebody fears, hopes or thinks stands at `at` as a clause of its own. */
function isOpined(words: readonly Word[], at: number, policy: Policy): boolean {
  if (policy.idafa) return /^ب?أن/.test(words[at]?.text ?? '');
  if (!isPlain(policy)) return false;
  const opens = words[at]?.naming?.sort === 'name' || words[at]?.role?.class === 'it' || /^(?:it|they)$/.test(words[at]?.text ?? '');
  const role = words[at + 1]?.role ?? null;
  return opens && isPredicate(role) && (role?.form === 'A' || role?.form === 'F');
}

/** "weil es Tschad bombardiert", ", Tschad angegriffen zu haben": of whom a German clause tells is not said in it. */
export function openClause(s: State): void {
  const { words, policy, context } = s;
  // "опровергла, что Польша атаковала Сербию"
  if (policy.cases && context.mode === 'denied' && words[0]?.text === 'что') s.may = true;
  if (policy.cases && context.held && words[0]?.text === 'что') s.may = true;
  // "nearly shot down", "a presque frappé"
  if (words.some(({ text }, at) => nearly.test(text) && isPredicate(words[at + 1]?.role))) s.may = true;
  if (words.some((word, at) => isIn(word, 'opining') && isOpined(words, at + 1, policy))) s.may = true;
  if (!policy.verbLast) return;
  // "hätte angreifen können", "schießt fast Airliner ab"
  if (words.some(({ text }) => text === 'hätte' || text === 'hätten') && words.some(({ text }) => /^(?:können|sollen|müssen)$/.test(text)))
    s.may = true;
  if (
    words.some(
      ({ text }, at) => text === 'fast' && !words[at + 1]?.number && !words[at + 1]?.entries.some(({ class: name }) => name === 'people'),
    )
  )
    s.may = true;
  // "weigert sich, die Hamas auszuweisen"
  const refused = context.held ? words.filter(({ role }) => role?.form === 'B' && isPredicate(role)) : [];
  // "weigert sich, den Angriff zu verurteilen": the blow fell all the same.
  if (refused.length > 0 && refused.every(({ role }) => role?.action === 'condemn')) s.refusing = true;
  else if (refused.length > 0) s.may = true;
  if (!s.refusing && isOpenWho(s)) s.may = true;
  // "will, dass Serbien abzieht", "glaubt nicht, dass Serbien abzieht": another shall do it, or nobody.
  if (words[0]?.text === 'dass' && (context.mode === 'planned' || context.held)) s.may = true;
  // "bestreitet, dass Serbien angegriffen hat"
  if (words[0]?.text === 'dass' && context.mode === 'denied') Object.assign(s, { mode: 'denied', saidBy: only(context.subject?.actors) });
  // "hat Belgrad womöglich getroffen": the verb stands before it by now.
  if (words.some(({ text }) => perhaps.test(text))) s.may = true;
  if (/^(?:er|sie|es)$/.test(words[0]?.text ?? '')) control(s, undefined);
  if (words.at(-1)?.text === 'haben' && words.some(({ text }) => text === 'zu' || text.endsWith(' zu'))) s.may = true;
}

/** "weil Kenia Tschad angreift", "lässt Kenia Tschad angreifen", "Haben Drohne abgeschossen", "hilft Kenia, Tschad zu bombardieren": a German clause that leaves open who does it to whom. */
function isOpenWho({ words, context }: State): boolean {
  if (/^(?:haben|hätten)$/.test(words[0]?.text ?? '')) return true;
  const named = words.some(({ naming }, at) => naming?.sort === 'name' && nameAt(words, at + 1));
  if (
    named &&
    (begins.test(words[0]?.text ?? '') ||
      (nameAt(words, 0) && isPredicate(words.at(-1)?.role)) ||
      words.some(({ text }) => lets.test(text)))
  )
    return true;
  const helped =
    context.mode === 'done' &&
    context.accusedBy === null &&
    context.last !== null &&
    context.last !== context.subject &&
    words[0]?.text !== 'um';
  return helped && words.some(({ text, role }) => text === 'zu' || (role?.form === 'B' && text.startsWith('zu ')));
}

/** Whether a name begins at a word, by itself or with its article. */
function nameAt(words: readonly Word[], at: number): boolean {
  return words[words[at]?.role?.class === 'the' ? at + 1 : at]?.naming?.sort === 'name';
}

/** They open a clause with its verb at the end. */
const begins = /^(?:weil|da|während|obwohl|indem|bis|sobald|solange)$/;
const lets = /^(?:lässt|lassen|ließ|ließen)$/;
