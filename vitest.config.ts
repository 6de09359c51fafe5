import { availableParallelism } from 'node:os';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { lateFlags } from './lib/late-compiling.js';
import { computingTests } from './test/support/computing.js';
import { compiled, fromBuild } from './test/support/from-build.js';
import { lane, seats } from './test/support/lanes.js';
import LongestFirst from './test/support/longest-first.js';

/** What all tests run with. */
export const shared = {
  setupFiles: ['test/support/each-file.ts'],
  // For what hangs: what waits for an event says so by itself, and a busy machine takes ten times as long as a quiet one.
  testTimeout: 300_000,
  hookTimeout: 300_000,
  // What must come to be comes later on a machine that is busy; how soon it has to come, a test says that asks for it.
  expect: { poll: { timeout: 20_000 } },
  pool: 'forks' as const,
  server: { deps: { external: [compiled] } },
  // No test changes what a module keeps for its process; loading the modules anew for each file would cost a fifth of the whole.
  isolate: false,
  // Most code runs a few times only: what V8 compiles for speed, as early as it does by itself, is a quarter of the CPU of the tests. And what is
  // made for one test is soon garbage: with room for it a worker costs a twentieth less, in 50 MB more.
  execArgv: [
    ...lateFlags(process.versions.v8, 15),
    ...['--min-semi-space-size=16', '--max-semi-space-size=64', '--initial-old-space-size=256'],
  ],
  // What was transformed once is taken from node_modules by the next run: some three CPU-seconds of the tests of six files.
  experimental: { fsModuleCache: true },
};

const computing = computingTests();

/** Files that are run by so many processes, beside those of the other lane. */
function inLane(name: string, processes: number, settings: object): TestProjectInlineConfiguration {
  return { plugins: [fromBuild()], test: { ...shared, pool: lane(name, processes), maxWorkers: seats, name, ...settings } };
}

export default defineConfig({
  test: {
    globalSetup: ['test/support/setup.ts'],
    sequence: { sequencer: LongestFirst },
    projects: [
      // Three times as many as the cores of a small machine: while these wait, others go on.
      inLane('waiting', 6, { include: ['test/**/*.test.ts'], exclude: computing }),
      // A process a core: each has to put together what it computes with. They take the time that nobody else wants.
      inLane('computing', Math.min(4, availableParallelism()), {
        include: computing,
        setupFiles: [...shared.setupFiles, 'test/support/gently.ts'],
      }),
    ],
  },
});
