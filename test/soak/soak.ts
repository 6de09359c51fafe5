// npm run soak [-- --kills N] [--phase NAME] [--seed N]: kills each phase with SIGKILL at N random moments and checks after each
// that running it again with --resume leaves the tables of an undisturbed run. Exit code 1 when one differs.
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { stop } from '../../lib/db/embedded.js';
import { killAndResume, makeStages } from '../support/kill.js';
import { benchHome } from '../support/scratch.js';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '50' },
    phase: { type: 'string' },
    seed: { type: 'string', default: String(Date.now() % 1e6) },
  },
});
const kills = Number(values.kills);
let state = Number(values.seed);
console.log(`seed ${values.seed}: ${kills} kills a phase`);

const stages = await makeStages();
let bad = 0;
for (const stage of stages) {
  if (values.phase && values.phase !== stage.phase) continue;
  let killed = 0;
  for (let kill = 0; kill < kills; kill++) {
    const afterSeconds = random() * stage.seconds;
    const verdict = await killAndResume(stage, { after: 'spawn', seconds: afterSeconds });
    if (verdict.killed) killed++;
    for (const problem of verdict.problems) console.log(`${stage.phase} killed after ${afterSeconds.toFixed(3)} s: ${problem}`);
    if (verdict.problems.length > 0) bad++;
  }
  console.log(`${stage.phase.padEnd(10)} ${kills} tries, ${killed} killed while running, undisturbed run ${stage.seconds.toFixed(2)} s`);
}
for (const stage of stages) await stage.before.drop();
await stop({ home: benchHome });
rmSync(benchHome, { recursive: true, force: true });
console.log(bad === 0 ? 'no item lost or done twice' : `${bad} tries went wrong`);
process.exitCode = bad === 0 ? 0 : 1;

/** A repeatable random number from 0 to 1 (mulberry32). */
function random(): number {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
}
