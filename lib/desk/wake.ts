// `sni wake`: sends the sleeping workers of a phase to their next batch. The wish is kept in Postgres until a run starts, so a worker
// that is busy now, or whose database was gone, does not miss it.
import type { Command } from 'commander';
import type { Sql } from 'postgres';
import { type PhaseName, phases, positionOf } from '../config/phases.js';
import type { Asker } from '../operator/log.js';
import { wake } from '../operator/pausing.js';
import { withApp } from './app.js';
import { type Signed, signed } from './asker.js';
import { clean } from './clean.js';
import { DeskError, exitCodes } from './end.js';
import { phaseArgument } from './phase-name.js';
import type { Screen } from './screen.js';
import { type PhaseState, readPhaseState } from './waiting-workers.js';
import { counted } from './words.js';

export function addWake(program: Command, screen: Screen): void {
  signed(program.command('wake'))
    .description('Let the sleeping workers of a phase start their next batch at once instead of after their breather.')
    .addArgument(phaseArgument('<phase>', 'which phase', program))
    .option('--json', 'print one JSON object', false)
    .addHelpText('after', '\nExamples:\n  sni wake generate\n\nExit code 75: the phase is paused; "sni resume" ends that and wakes it too.')
    .action(async (phase: PhaseName, options: { json: boolean } & Signed, command: Command) => {
      await withApp(command, async ({ sql }) => {
        const state = await wakeUp(sql, phase, { byWhom: options.by, why: options.why });
        if (options.json) screen.json({ phase, waitingWorkers: state.waitingWorkers, runs: state.runs });
        else screen.print(wokenInWords(phase, state));
      });
    });
}

/** Throws where the phase is paused: waking alone would do nothing. */
export async function wakeUp(sql: Sql, phase: PhaseName, asker: Asker): Promise<PhaseState> {
  const state = await readPhaseState(sql, phase);
  if (state.paused !== null)
    throw new DeskError(`${phase} is paused: ${clean(state.paused)}. "sni resume ${phase}" ends the pause and wakes it.`, exitCodes.busy);
  await wake(sql, phase, asker);
  return state;
}

/** What becomes of a wake. */
export function wokenInWords(phase: PhaseName, { waitingWorkers, runs }: PhaseState): string {
  if (waitingWorkers > 0)
    return `${counted(waitingWorkers, 'sleeping worker')} of ${phase} ${waitingWorkers === 1 ? 'goes' : 'go'} on at once.`;
  if (runs > 0) return `${counted(runs, 'run')} of ${phase} under way; its worker starts the next batch at once after it.`;
  return phases[phase].hourlyAt === null
    ? `No worker of ${phase} sleeps or runs now: "systemctl start sni-p${positionOf(phase)}-worker" starts it, "sni run ${phase}" runs one batch.`
    : `No worker of ${phase} sleeps: cron or a timer starts it at its time. "sni run ${phase}" runs it now.`;
}
