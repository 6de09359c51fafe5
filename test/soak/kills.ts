// Kills by SIGKILL at random moments: one a run, after which the tables must be those of an undisturbed run; one run after another until
// nothing is left to do, after which no item may be quarantined; and with items that kill their process, which must be, and they alone.
import { join } from 'node:path';
import { projectRoot } from '../../lib/config.js';
import { setFates } from '../support/fated-phase.js';
import { killer } from '../support/fated-world.js';
import { killAndResume, killSettings, runAtOnce, type Stage } from '../support/kill.js';
import { makeWorld, type Running, startScript, type World } from '../support/world.js';

/** A number from 0 to 1. */
export type Random = () => number;

/** As many as may die with an item alone, and some before that. */
const triesInARow = 8;
const flags = ['--batch', '100000', '--resume'];

/** Kills one run of the phase so often, each in a world of its own; says what it did and returns how many went wrong. */
export async function soakSingly(stage: Stage, kills: number, random: Random): Promise<number> {
  let killed = 0;
  let bad = 0;
  for (let kill = 0; kill < kills; kill++) {
    const afterSeconds = random() * stage.seconds;
    const verdict = await killAndResume(stage, { after: 'spawn', seconds: afterSeconds }, 'run');
    if (verdict.killed) killed++;
    for (const problem of verdict.problems) console.log(`${stage.phase} killed after ${afterSeconds.toFixed(3)} s: ${problem}`);
    if (verdict.problems.length > 0) bad++;
  }
  console.log(`${stage.phase.padEnd(10)} ${kills} tries, ${killed} killed while running, undisturbed run ${stage.seconds.toFixed(2)} s`);
  return bad;
}

/** Runs the phase at once on three machines, as processes; returns 1 where that went wrong, else 0. */
export async function soakAtOnce(stage: Stage): Promise<number> {
  const { problems, done } = await runAtOnce(stage, { processes: 3, here: 0 });
  for (const problem of problems) console.log(`${stage.phase} on three machines: ${problem}`);
  console.log(`${stage.phase.padEnd(10)} on three machines at once, which did ${done.join(', ')} items`);
  return problems.length > 0 ? 1 : 0;
}

/** Runs the phases to their end in one world after another, several runs killed before each end, until so many were; returns how much went wrong. */
export async function soakInARow(stages: readonly Stage[], kills: number, random: Random): Promise<number> {
  const [first] = stages;
  if (!first) return 0;
  let killed = 0;
  let worlds = 0;
  let bad = 0;
  let innocents = 0;
  while (killed < kills) {
    const world = await makeWorld({ settings: killSettings(), source: first.before.name });
    try {
      for (const { phase, seconds } of stages) {
        for (let tries = 0; tries < triesInARow && killed < kills; tries++)
          if (await wasKilled(world.start(phase, flags), random() * seconds)) killed++;
        const { code, stderr } = await world.run(phase, flags);
        if (code !== 0) {
          console.log(`${phase} ended with ${code} after its kills: ${stderr}`);
          bad++;
        }
      }
      const left = await leftIn(world);
      innocents += left.quarantined.length;
      bad += left.quarantined.length + left.unfinished;
      if (left.unfinished > 0) console.log(`${left.unfinished} items are left unfinished`);
    } finally {
      await world.drop();
    }
    worlds++;
  }
  console.log(`in a row   ${killed} kills in ${worlds} worlds, ${innocents} items quarantined that killed nothing`);
  return bad;
}

/** Among 300 items three that kill their process, and processes killed from outside besides; returns how many items ended wrongly. */
export async function soakKillers(random: Random): Promise<number> {
  const world = await makeWorld();
  try {
    const culprits = new Set(Array.from({ length: 3 }, () => 1 + Math.floor(random() * 300)));
    await setFates(
      world.sql,
      Array.from({ length: 300 }, (_, index) => (culprits.has(index + 1) ? killer : null)),
    );
    const script = join(projectRoot, 'build/test/support/fated-phase.js');
    let outside = 0;
    let runs = 0;
    // One that is killed before it has found anything leaves nothing unfinished.
    for (; runs < 150 && (runs === outside || (await leftIn(world)).unfinished > 0); runs++) {
      const running = startScript(script, ['--resume'], { SNI_HOME: world.home, SNI_CONFIG: world.settings });
      const ends = random() < 0.3 ? 0.3 + random() / 2 : 60;
      if (ends < 60) outside++;
      await wasKilled(running, ends);
    }
    const { quarantined, unfinished } = await leftIn(world);
    const innocents = quarantined.filter((item) => !culprits.has(item)).length;
    const missed = [...culprits].filter((item) => !quarantined.includes(item)).length;
    console.log(
      `killers    ${culprits.size} among 300 items, ${runs} runs of which ${outside} were to be killed from outside: ${innocents} quarantined that killed nothing, ${missed} killers not, ${unfinished} unfinished`,
    );
    return innocents + missed + unfinished;
  } finally {
    await world.drop();
  }
}

/** Whether the process was still running when it was killed. */
async function wasKilled(running: Running, afterSeconds: number): Promise<boolean> {
  const timer = setTimeout(() => running.process.kill('SIGKILL'), afterSeconds * 1000);
  const ended = await running.ended;
  clearTimeout(timer);
  return ended.signal === 'SIGKILL';
}

async function leftIn({ sql }: World): Promise<{ quarantined: number[]; unfinished: number }> {
  const rows = await sql<{ item: number; state: string }[]>`select item_id::int as item, state from work where state <> 'done'`;
  const quarantined = rows.filter(({ state }) => state === 'failed').map(({ item }) => item);
  return { quarantined, unfinished: rows.length - quarantined.length };
}
