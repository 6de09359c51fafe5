// What a land does at home where a clause has no place for it: "Bolivians elect president", "Malawi's new president sworn in", "trial of former
// Malian premier opens in Bamako".
import { isIn } from './groups.js';
import type { Act } from './reading.js';
import { has } from './word-classes.js';
import type { Word } from './words.js';

/** The acts, with an election, an oath or a trial of a land's own; the same acts where something else is told, or who did it is not certain. */
export function withOwnRule(acts: readonly Act[], words: readonly Word[]): readonly Act[] {
  if (acts.some(({ source, action }) => source !== null || (action !== 'arrest_or_try' && action !== 'condemn'))) return acts;
  const who = onlyState(words);
  if (who === null || words.some(isOpen)) return acts;
  const at = words.findIndex((_, i) => isVote(words, i) || isWin(words, i) || isOath(words, i) || isTrialAtHome(words, i));
  const { role, start, end } = words[at] ?? {};
  if (!role?.action) return acts;
  const action = role.action === 'appoint_or_elect' ? role.action : 'arrest_or_try';
  return [{ source: who, action, target: null, mode: 'done', saidBy: null, start: start ?? 0, end: end ?? 0 }];
}

/** The one state that all names of the title are of; null for none or several. */
function onlyState(words: readonly Word[]): string | null {
  const ids = new Set(words.flatMap(({ naming }) => naming?.ids ?? []));
  const [id = null] = ids;
  return ids.size === 1 && words.some(({ naming }) => naming?.state) ? id : null;
}

/** "The Bolivians elect": the people themselves before the verb. */
function isVote(words: readonly Word[], at: number): boolean {
  const role = words[at]?.role;
  if (role?.class !== 'verb' || role.action !== 'appoint_or_elect' || role.form === 'P') return false;
  const folk = words[at - 1]?.naming?.sort === 'folk' ? at - 1 : at + 1;
  const behind = folk > at && words[at]?.role?.form === 'F';
  const opens = folk === 0 || (folk === 1 && has(words[0], 'the')) || (behind && at === 0) || (behind && has(words[0], 'the'));
  return words[folk]?.naming?.sort === 'folk' && opens;
}

/** "Chile's right wins runoff": a party of the land. */
function isWin(words: readonly Word[], at: number): boolean {
  const role = words[at]?.role;
  if (role?.class !== 'verb' || role.action !== 'appoint_or_elect' || role.form === 'P') return false;
  const party = words.findIndex((word, i) => i < at && isIn(word, 'partisan'));
  if (party < 0 || party < at - 2) return false;
  const [name, mark] = [words[0], words[1]?.mark];
  return (
    (name?.naming?.country === true && mark === ':') || words.slice(Math.max(0, party - 2), party + 2).some(({ naming }) => naming !== null)
  );
}

/** "Malawi's new president sworn in": whoever takes office there rules his land. */
function isOath(words: readonly Word[], at: number): boolean {
  const role = words[at]?.role;
  if (role?.class !== 'verb' || role.action !== 'appoint_or_elect' || !isIn(words[at], 'swearing')) return false;
  const ruler = words.findIndex((word, i) => i < at && isIn(word, 'ruler'));
  return ruler >= 0 && words.slice(Math.max(0, ruler - 4), ruler + 3).some(({ naming }) => naming !== null);
}

/** "Trial of former Malian premier opens in Bamako": who ruled a land is tried in a town of it. */
function isTrialAtHome(words: readonly Word[], at: number): boolean {
  const role = words[at]?.role;
  if (role?.action !== 'arrest_or_try' || role.form === 'U') return false;
  const ruler = words.findIndex((word) => isIn(word, 'ruler'));
  const town = words.findIndex(
    ({ naming }, i) => naming?.sort !== 'adjective' && naming?.country === false && isIn(words[i - 1], 'inside'),
  );
  const owner = words
    .slice(Math.max(0, ruler - 3), ruler + 4)
    .some(({ naming }, i) => naming !== null && Math.max(0, ruler - 3) + i !== town);
  return ruler >= 0 && town >= 0 && owner;
}

const leftOpen: ReadonlySet<string> = new Set(['may', 'not', 'hush', 'deny', 'plan', 'undo', 'refuse', 'urge', 'call']);

function isOpen(word: Word): boolean {
  return (
    leftOpen.has(word.role?.class ?? '') || word.role?.form === 'U' || word.mark === '?' || isIn(word, 'awaited') || isIn(word, 'unmade')
  );
}
