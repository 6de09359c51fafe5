// Words of suffering: who dies, and who is hit, was struck only where a blow is told.
import type { Entry } from './lexicon-file.js';
import type { State } from './state.js';

/** 地震致5人死亡: who dies was struck only where a blow is told that he dies in. */
export function isFatal({ policy, pending }: State, { action, written }: Entry): boolean {
  const struck = pending.some(({ act }) => act !== null && act.action === 'attack');
  return (
    policy.prepositionsFirst && action === 'attack' && /^(?:丧生|身亡|遇难|死亡|毙命|丧命|殒命|阵亡|遇害|被.+)$/.test(written) && !struck
  );
}

/** "recibe a las víctimas de la explosión": who meets the victims is none of them. */
export function meetsSufferer({ policy, open }: State): boolean {
  return policy.adjectiveAfter && !policy.idafa && open !== null && !open.noun && !open.filled && !open.passive;
}
