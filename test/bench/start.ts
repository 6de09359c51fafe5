// What starting costs: each phase with nothing to do and `sni status`, with the project's own sni.yaml, beside `node -e 0`. Milliseconds of
// wall time and of CPU, medians of seven starts; the first, which fills the compile cache where Node has one, is not counted.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { phaseNames } from '../../lib/config/phases.js';
import { projectRoot, readConfig } from '../../lib/config.js';
import { makeLog } from '../../lib/log.js';
import { ingest } from '../../phases/ingest.js';
import { makeScratch, type Scratch } from '../support/scratch.js';
import { childrenCpuSeconds } from './cpu.js';

const rounds = 7;

/** `nodeMs`, and for each phase and for status `<name>Ms` and `<name>CpuMs`. */
export async function benchStart(): Promise<Record<string, number>> {
  const scratch = await makeScratch();
  const folder = join(scratch.home, `${scratch.name}-start`);
  try {
    mkdirSync(folder);
    const settings = join(folder, 'sni.yaml');
    writeFileSync(settings, `database: ${scratch.name}\ncheckpoints: checkpoints\n${readFileSync(join(projectRoot, 'sni.yaml'), 'utf8')}`);
    await makeNothingDue(scratch, settings);
    const env = { PATH: process.env['PATH'], SNI_HOME: scratch.home, SNI_CONFIG: settings, NODE_COMPILE_CACHE: join(folder, 'compiled') };
    const commands = {
      node: ['-e', '0'],
      ...Object.fromEntries(phaseNames.map((name) => [name, [join(projectRoot, `dist/phases/${name}.js`)]])),
      status: [join(projectRoot, 'dist/lib/desk/sni.js'), 'status'],
    };
    const figures: Record<string, number> = {};
    for (const [name, words] of Object.entries(commands)) {
      const starts = [];
      for (let round = 0; round <= rounds; round++) starts.push(await start(words, env));
      const counted = starts.slice(1);
      figures[`${name}Ms`] = Math.round(median(counted.map(({ wallMs }) => wallMs)));
      figures[`${name}CpuMs`] = Math.round(median(counted.map(({ cpuMs }) => cpuMs)));
    }
    return figures;
  } finally {
    await scratch.drop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** All feeds of the settings, none of them due. */
async function makeNothingDue({ sql, home }: Scratch, settings: string): Promise<void> {
  const config = readConfig(settings, { SNI_HOME: home });
  await ingest.prepare?.({ config, sql, log: makeLog({ level: 'silent', name: 'bench', to: 'stderr' }) });
  await sql`update feeds set next_fetch_at = now() + interval '1 day'`;
}

/** One start to its end, with what it took of the CPU as the kernel counts it for children. Throws when it fails. */
async function start(words: readonly string[], env: NodeJS.ProcessEnv): Promise<{ wallMs: number; cpuMs: number }> {
  const cpuBefore = childrenCpuSeconds();
  const startedAt = performance.now();
  const [code] = (await once(spawn(process.execPath, words, { env, stdio: ['ignore', 'ignore', 'inherit'] }), 'exit')) as [number | null];
  if (code !== 0) throw new Error(`node ${words.join(' ')} ended with ${code}; run it to see why.`);
  return { wallMs: performance.now() - startedAt, cpuMs: (childrenCpuSeconds() - cpuBefore) * 1000 };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
