// npm run soak: kills each phase with SIGKILL at random moments and checks after each that running it again with --resume leaves the tables of
// an undisturbed run; has three machines share the work of each; then kills as many in a row, and runs with items that kill their process.
// With --calls it puts questions to three model lanes in a weather of every fault. Exit code 1 when something was lost, or quarantined that did
// nothing.
import { rmSync } from 'node:fs';
import { Command, Option } from 'commander';
import { type PhaseName, phaseNames } from '../../lib/config/phases.js';
import { stop } from '../../lib/db/embedded.js';
import { wholeNumber } from '../../lib/whole-number.js';
import { makeStages } from '../support/kill.js';
import { benchHome } from '../support/scratch.js';
import { soakCalls } from './calls.js';
import { type Random, soakAtOnce, soakInARow, soakKillers, soakSingly } from './kills.js';

const program = new Command('npm run soak --')
  .description(
    'Kills each phase again and again and checks that nothing is lost; with --calls puts questions to models in a weather of faults.',
  )
  .option('--kills <n>', 'kill each phase so often', wholeNumber(100_000), 50)
  .addOption(new Option('--phase <name>', 'this phase only').choices(phaseNames))
  .option('--calls <n>', 'put so many questions to three model lanes instead', wholeNumber(1_000_000))
  .option('--at-once <n>', 'so many at once', wholeNumber(64), 1)
  .option('--seed <n>', 'which random moments; one that is said again gives the same', wholeNumber(1_000_000), (Date.now() % 999_999) + 1)
  .addHelpText(
    'after',
    '\nExamples:\n  npm run soak\n  npm run soak -- --phase generate --kills 20 --seed 3\n  npm run soak -- --calls 2000',
  )
  .showHelpAfterError('(--help shows what is allowed)')
  .parse();
const values = program.opts<{ kills: number; phase?: PhaseName; calls?: number; atOnce: number; seed: number }>();
const bad = values.calls === undefined ? await soakKills(values.kills, values.atOnce) : await soakModels(values.calls);
await stop({ home: benchHome });
rmSync(benchHome, { recursive: true, force: true });
process.exitCode = bad === 0 ? 0 : 1;

async function soakModels(calls: number): Promise<number> {
  console.log(`seed ${values.seed}: ${calls} questions in a weather of faults`);
  const { answered, refused, faults, grownMiB, problems } = await soakCalls(calls, values.seed);
  for (const problem of problems) console.log(problem);
  console.log(`${answered} answered, ${refused} answers refused, ${faults} faults met, heap grown by ${grownMiB} MiB`);
  console.log(
    problems.length === 0 ? 'no question lost, asked twice or failed for a server’s fault' : `${problems.length} things went wrong`,
  );
  return problems.length;
}

async function soakKills(kills: number, atOnce: number): Promise<number> {
  console.log(`seed ${values.seed}: ${kills} kills a phase`);
  const stages = await makeStages({ only: values.phase, undisturbed: 'run' });
  const asked = stages.filter(({ phase }) => values.phase === undefined || values.phase === phase);
  const parts = [
    ...(values.phase === undefined ? [(random: Random) => soakInARow(stages, kills * stages.length, random), soakKillers] : []),
    ...asked.map((stage) => (random: Random) => soakSingly(stage, kills, random)),
    ...asked.map((stage) => () => soakAtOnce(stage)),
  ].entries();
  let bad = 0;
  const goOn = async (): Promise<void> => {
    for (const [at, part] of parts) {
      const wrong = await part(randomFrom(values.seed + at));
      bad += wrong;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, goOn));
  for (const stage of stages) await stage.before.drop();
  console.log(bad === 0 ? 'no item lost or done twice, none quarantined that killed nothing' : `${bad} tries went wrong`);
  return bad;
}

/** Repeatable random numbers from 0 to 1 (mulberry32). */
function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
