// Each phase killed with SIGKILL at two moments of its run, then run again with --resume: the tables must equal those of
// a run that nobody disturbed. `npm run test:long` does the same over all of the sample, `npm run soak` at fifty a phase.
import { afterAll, describe, expect, inject, test } from 'vitest';
import { type PhaseName, phaseNames } from '../lib/config/phases.js';
import { killAndResume, makeStages, runAtOnce, shortFeeds } from './support/kill.js';

const home = inject('home');
const stages = await makeStages({ home, feeds: shortFeeds, undisturbed: 'here' });
afterAll(async () => {
  for (const stage of stages) await stage.before.drop();
});

let killed = 0;
const shares = [0.1, 0.4];

describe.each(phaseNames)('%s killed and run again loses nothing and does nothing twice', (phase) => {
  test.each(shares)('at %f of its work', async (share) => {
    const stage = stages.find((known) => known.phase === phase);
    if (!stage) throw new Error(`There is no stage of ${phase}.`);
    const verdict = await killAndResume(stage, { after: 'started', seconds: share * stage.workSeconds }, 'here', home);
    if (verdict.killed) killed++;
    expect(verdict.problems).toEqual([]);
  });
});

test('most of them were killed while they ran', () => {
  expect(killed).toBeGreaterThan((phaseNames.length * shares.length) / 2);
});

/** P1 has read the sample's files before another could begin beside a process; one of P3 stands by for another, which a process tells best. */
const machines: Partial<Record<PhaseName, { processes: number; here: number }>> = {
  ingest: { processes: 2, here: 0 },
  generate: { processes: 1, here: 1 },
};

test.each(phaseNames)('two machines share the items of %s and do none twice', async (phase) => {
  const stage = stages.find((known) => known.phase === phase);
  if (!stage) throw new Error(`There is no stage of ${phase}.`);
  let shared = false;
  for (let runs = 0; runs < 4 && !shared; runs++) {
    const { problems, done } = await runAtOnce(stage, machines[phase] ?? { processes: 0, here: 2 }, home);
    expect(problems).toEqual([]);
    // On a busy machine one may have done all before the other has begun.
    shared = Math.min(...done) > 0;
  }
  expect(shared).toBe(true);
});
