// What the budget costs a paid call: setting its worst case aside and settling it, one call after another and ten at once.
import { makeBudget } from '../../lib/spending/budget.js';
import { makeScratch } from '../support/scratch.js';

const calls = 2000;
const atOnce = 10;

/** Milliseconds a call, both statements together. */
export async function benchBudget(): Promise<Record<string, number>> {
  const scratch = await makeScratch({ connections: atOnce });
  try {
    const budget = makeBudget(scratch.sql, { phase: 'enrich', timeZone: 'Europe/Berlin', dailyLimitUsd: 1_000_000 });
    const pairs = async (count: number): Promise<void> => {
      for (let done = 0; done < count; done++) {
        const reserved = await budget.reserve(0.01);
        if ('refused' in reserved) throw new Error(reserved.refused);
        await budget.settle(reserved, 0.002);
      }
    };
    await pairs(200);
    return {
      msPerCall: await timed(() => pairs(calls)),
      msPerCallTenAtOnce: await timed(() => Promise.all(Array.from({ length: atOnce }, () => pairs(calls / atOnce)))),
    };
  } finally {
    await scratch.drop();
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return (performance.now() - startedAt) / calls;
}
