// Chinese puts what follows a verb before another verb: whom the first one names does the second, and what 将 brings forward is given.

import { handOver } from './gifts.js';
import type { Entry } from './lexicon-file.js';
import type { Phrase } from './phrase.js';
import type { State } from './state.js';

/** "谴责以色列扩大攻势": who is condemned does what follows; who is kept from something does not do it. */
export function pivot(s: State): void {
  const { open, last } = s;
  if (!s.policy.prepositionsFirst || s.controlled || !open || open.noun || s.lastRole !== 'target' || !last) return;
  if (open.action === 'restrict' || open.action === 'reject') s.may = true;
  s.first ??= s.subject;
  s.subject = last;
}

/** "将首批战机交付乌克兰": the goods stand before the verb, who gets them right behind it. */
export function broughtForward(s: State, giving: Entry): boolean {
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
