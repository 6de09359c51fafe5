// Chinese puts what follows a verb before another verb: whom the first one names does the second, and what 将 brings forward is given.

import type { Action } from './actions.js';
import type { Draft } from './drafts.js';
import { handOver } from './gifts.js';
import type { Entry } from './lexicon-file.js';
import type { Phrase } from './phrase.js';
import type { State } from './state.js';
import { isHelped } from './verb-choice.js';
import type { Word } from './words.js';

/** "谴责以色列扩大攻势": who is condemned does what follows; who is kept from something does not do it. */
export function pivot(s: State, at: number): void {
  const open = pivotOf(s, at);
  if (!open || !s.last) return;
  if (open.action === 'restrict' || open.action === 'reject') s.may = true;
  s.first ??= s.subject;
  s.subject = s.last;
}

/** The act whose object does what the verb at a place tells; null where who acted goes on: "轰炸乌克兰打死三人". */
export function pivotOf({ policy, controlled, open, lastRole, words }: State, at: number): Draft | null {
  if (!policy.prepositionsFirst || controlled || !open || open.noun || lastRole !== 'target') return null;
  // 召见大使抗议: who calls an envoy in does what follows himself.
  if (isSummons(open)) return null;
  // "波兰武装的塞尔维亚袭击": right behind 的 stands who acts.
  const told = words[words.findIndex(({ start }) => start === open.start) + 1]?.text === '的';
  return told || handing.has(open.action) || tellsOfNoun(words, at) ? open : null;
}

/** 要求制裁: the deed is asked of nobody named; 要求放人 asks it of who holds them. */
export function asksNobody({ policy, words }: State, { frame }: Entry, at: number): boolean {
  return (
    policy.prepositionsFirst && !frame.includes('reply') && isHelped(words, at + 1) && !/^(?:放人|释放)/.test(words[at + 1]?.text ?? '')
  );
}

/** An envoy is called in to hear a complaint: a demand that somebody come and answer. */
export const isSummons = ({ action, frame }: Draft): boolean => action === 'demand' && frame.includes('reply');

/** Whom they are done to does what is told behind him. */
const handing: ReadonlySet<Action> = new Set<Action>([
  'demand',
  'restrict',
  'reject',
  'condemn',
  'accuse',
  'aid',
  'coerce',
  'support_or_recognise',
  'threaten',
  'protest',
  'other',
]);

/** "击沉伊朗向胡塞运送武器的船": a verb whose clause is closed by 的 tells of the noun behind that. */
function tellsOfNoun(words: readonly Word[], at: number): boolean {
  for (let next = at + 1; next < words.length && words[next]?.mark === ''; next++) if (words[next]?.text === '的') return true;
  return false;
}

/** "将首批战机交付乌克兰": the goods stand before the verb, who gets them right behind it. True where some do. */
export function bringForward(s: State, giving: Entry): boolean {
  const at = s.policy.prepositionsFirst ? s.pending.findIndex(({ preps, phrase }) => preps.includes('obj') && phrase.goods !== null) : -1;
  if (at < 0) return false;
  const [goods] = s.pending.splice(at, 1);
  s.giving = giving;
  const draft = goods && handOver(s, goods.phrase);
  if (draft) Object.assign(draft, { noun: false, frame: ['obj', 'to', 'for'] });
  return true;
}

/** 欢迎土耳其与叙利亚达成协议: who stands before "with", himself behind a verb, acts with the other. */
export function companion({ policy, open, pending, subject }: State): Phrase | null {
  if (!policy.prepositionsFirst || !open || open.noun || !open.filled) return null;
  const holder = pending.find(({ preps }) => preps.includes('with'))?.holder;
  return holder && holder !== subject ? holder : null;
}

/** "盟军在立陶宛演习": where troops of somebody drill is a place, and its state does not. */
export function isDrilledThere({ policy, words }: State, { act, from, actors }: Phrase): boolean {
  if (!policy.prepositionsFirst || act?.entry.action !== 'mobilise_or_drill' || actors.length === 0) return false;
  const before = words[from - 2];
  return words[from - 1]?.text === '在' && before !== undefined && before.mark === '';
}

/** "歌手遭枪杀": whoever he was, somebody killed him on purpose. */
export const killed = /枪杀|刺杀|暗杀|谋杀/;
/** "法院叫停向以色列出口": what a court keeps from another state is kept from it, and no ruling upon its own. */
export const withheld = /^(?:叫停|禁止)向$/;
