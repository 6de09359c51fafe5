// What somebody is accused of, and what he denies: the second act of an accusation or a denial, where the grammar of the clause told none.
import { join } from 'node:path';
import { type Action, actions, forceful } from './actions.js';
import { bystanders } from './blame.js';
import type { Policy } from './policy.js';
import type { Act } from './reading.js';
import { rowsOf } from './text/table.js';
import { has, isPredicate } from './word-classes.js';
import type { Word } from './words.js';

interface Deed {
  action: Action;
  /** Where nobody is named as met: the accuser was, or nobody. */
  upon: 'accuser' | 'named';
  words: RegExp;
}

/** The deeds of a language in the order of their rows. */
export type Deeds = readonly Deed[];

/** The deeds that one may be accused of in a language. Throws a sentence on a wrong row of the table. */
export function deedsOf(folder: string, wanted: string): Deeds {
  return rowsOf(join(folder, 'charges.tsv'), ['action', 'upon', 'lang', 'terms']).flatMap(({ action, upon, lang, terms }) => {
    const known = actions.find((one) => one === action);
    if (!known || (upon !== 'accuser' && upon !== 'named'))
      throw new Error(`charges.tsv: "${action}" upon "${upon}" is not known; correct it.`);
    if (lang !== wanted) return [];
    return [{ action: known, upon, words: new RegExp(`${bound(lang)}(?:${terms.split('|').map(expressionOf).join('|')})`, 'u') }];
  });
}

/** Where a term may begin: at the beginning of a word, and in Arabic behind the letters that are written together with it. */
function bound(lang: string): string {
  if (lang === 'zh') return '';
  return lang === 'ar' ? '(?<!\\p{L})[وف]?[بل]?(?:ال)?' : '(?<!\\p{L})';
}

/** "поставк… дрон" is the beginning of one word and that of a next; "… " stands for up to three words. */
function expressionOf(term: string): string {
  return term
    .replace(/[.*+?()[\]{}\\]/g, '\\$&')
    .replaceAll(' … ', ' (?:\\S+ ){0,3}?')
    .replaceAll('… ', '\\p{L}* (?:\\S+ ){0,2}?');
}

/** The acts with what is said of the accused and what is denied, which `acts` miss; the same acts where they miss nothing. */
export function withCharges(acts: readonly Act[], words: readonly Word[], policy: Policy, deeds: Deeds): Act[] {
  return acts.reduce<Act[]>(
    (all, act) =>
      isCharge(act) ? charged(all, act, words, policy, deeds) : isDenial(act, words) ? denied(all, act, words, policy, deeds) : all,
    [...acts],
  );
}

function isCharge({ action, mode, source, target }: Act): boolean {
  return action === 'accuse' && mode === 'done' && source !== null && target !== null;
}

function isDenial({ action, mode, source, start }: Act, words: readonly Word[]): boolean {
  if (mode !== 'done' || source === null || (action !== 'deny' && action !== 'reject')) return false;
  const role = words.find((word) => word.start === start)?.role;
  return role?.class === 'deny' || role?.action === 'deny';
}

function charged(acts: Act[], blame: Act, words: readonly Word[], policy: Policy, deeds: Deeds): Act[] {
  const { source: accuser, target: accused, start } = blame;
  if (acts.some(({ source, mode, saidBy }) => source === accused && mode === 'claimed' && saidBy === accuser)) return acts;
  const verb = words.findIndex((word) => word.start === start);
  const named = words.findIndex(({ naming }, at) => at > verb && naming?.ids.includes(accused ?? ''));
  const accuses = words[verb]?.role?.action === 'accuse' || words[verb]?.role?.class === 'say';
  if (accuses && (named < 0 || !isWhole(words, named))) return acts;
  const part = reach(words, accuses ? named + 1 : verb, policy);
  const deed = part && deedIn(part, policy, deeds);
  if (!deed || !part) return acts;
  const others = isDoneByOther(part) ? null : namedIn(part, deed, [accuser, accused]);
  if (others === null) return acts;
  const suffers = deed.upon === 'accuser' && (!bystanders.has(accuser ?? '') || fighters.has(accuser ?? ''));
  const target = others ?? (suffers ? accuser : null);
  const inside = ({ source, start: at }: Act): boolean => source === accuser && at >= (part[0]?.start ?? 0) && at < (part.at(-1)?.end ?? 0);
  const kept = acts.filter((act) => act === blame || !inside(act));
  return [
    ...kept,
    {
      source: accused,
      action: deed.action,
      target,
      mode: 'claimed',
      saidBy: accuser,
      start: part[0]?.start ?? start,
      end: part.at(-1)?.end ?? start,
    },
  ];
}

/** They speak of blows against others, and of what is done to themselves. */
const fighters: ReadonlySet<string> = new Set(['HAMAS', 'HEZBOLLAH']);

/** Whether it is the state itself or his own men who are accused, and no firm or gang of his. */
function isWhole(words: readonly Word[], named: number): boolean {
  const [before, name, next] = [words[named - 1], words[named], words[named + 1]];
  const acts = (word: Word | undefined): boolean => has(word, 'official') || has(word, 'armed');
  if (name?.naming?.sort === 'adjective') return acts(next) || acts(before);
  return name?.naming?.sort !== 'folk' && !(before?.role?.frame[0] === 'of' && !acts(words[named - 2]));
}

function denied(acts: Act[], denial: Act, words: readonly Word[], policy: Policy, deeds: Deeds): Act[] {
  const { source: who, end } = denial;
  if (acts.some(({ source, mode }) => source === who && mode === 'denied')) return acts;
  const first = words.findIndex(({ start, naming }) => start >= end && !naming?.ids.includes(who ?? ''));
  const part = first < 0 ? null : reach(words, first, policy);
  const deed = part && deedIn(part, policy, deeds);
  if (!deed || !part) return acts;
  const others = isDoneByOther(part) ? null : namedIn(part, deed, [who]);
  if (others === null || (others === undefined && deed.upon === 'named' && deed.action !== 'supply_arms')) return acts;
  const inside = ({ source, start: at, mode }: Act): boolean =>
    source === who && at >= (part[0]?.start ?? 0) && at < (part.at(-1)?.end ?? 0) && (mode === 'done' || mode === 'claimed');
  const kept = acts.filter((act) => act === denial || !inside(act));
  return [
    ...kept,
    {
      source: who,
      action: deed.action,
      target: others ?? null,
      mode: 'denied',
      saidBy: who,
      start: part[0]?.start ?? end,
      end: part.at(-1)?.end ?? end,
    },
  ];
}

/** What belongs to an accusation or a denial: up to the next strong mark, background or clause of another; a German infinitive stands behind a comma. */
function reach(words: readonly Word[], from: number, { verbLast }: Policy): readonly Word[] | null {
  let to = from;
  while (to < words.length) {
    const { mark, role } = words[to] as Word;
    if (/[:;?!.–]/.test(mark) && words[to - 1]?.end !== words[to]?.start) break;
    if (/[:;?!.]/.test(mark) || role?.class === 'after' || role?.class === 'despite') break;
    if (mark === ',' && !(verbLast && isInfinitive(words, to + 1))) break;
    to++;
  }
  return to > from ? words.slice(from, to) : null;
}

function isInfinitive(words: readonly Word[], from: number): boolean {
  for (let at = from; at < words.length; at++) {
    const { text, role, mark } = words[at] as Word;
    if (mark === ',' || (isPredicate(role) && role?.form === 'F')) return false;
    if (text === 'zu' || /zu[a-zäöü]+en$/.test(text)) return true;
  }
  return false;
}

/** "denies downing of jets by Pakistan": somebody else did it. */
function isDoneByOther(part: readonly Word[]): boolean {
  return part.some(
    ({ role }, at) => role?.class === 'prep' && role.frame.includes('by') && part.slice(at, at + 3).some(({ naming }) => naming),
  );
}

/** The deed that is named first; null for none. */
function deedIn(part: readonly Word[], { spaced }: Policy, deeds: Deeds): Deed | null {
  const text = part.map((word) => word.text).join(spaced ? ' ' : '');
  let first: Deed | null = null;
  let at = text.length;
  for (const deed of deeds) {
    const found = text.search(deed.words);
    if (found >= 0 && found < at) [first, at] = [deed, found];
  }
  return first;
}

/** Helpers of a state's own rebels help no state. */
const helps: ReadonlySet<Action> = new Set<Action>(['supply_arms', 'support_or_recognise', 'aid']);

/** Who is named as met by a deed; undefined for nobody, null where it is not certain who. */
function namedIn(part: readonly Word[], { action }: Deed, known: readonly (string | null)[]): string | null | undefined {
  const ids = new Set<string>();
  for (const [at, { naming }] of part.entries()) {
    if (naming === null) continue;
    if (naming.ids.length > 1) return null;
    const id = naming.ids[0] as string;
    if (known.includes(id) || id.startsWith('@')) continue;
    if (helps.has(action) && ownsRebels(part, at)) continue;
    if (naming.sort === 'place' && !forceful.has(action) && action !== 'mobilise_or_drill' && action !== 'cyber' && action !== 'restrict')
      continue;
    ids.add(id);
  }
  return ids.size > 1 ? null : ids.values().next().value;
}

/** "Sudan's RSF", "syrische Milizen": theirs are not they. */
function ownsRebels(part: readonly Word[], at: number): boolean {
  const next = part[at + 1];
  if (next?.mark === "'s") return !has(part[at + 2], 'official');
  return part[at]?.naming?.sort === 'adjective' && !has(next, 'official') && !has(part[at - 1], 'official');
}
