import { availableParallelism } from 'node:os';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { lateFlags } from './lib/late-compiling.js';
import { computingTests } from './test/support/computing.js';
import { compiled, fromBuild } from './test/support/from-build.js';
import LongestFirst from './test/support/longest-first.js';

/** What all tests run with. */
export const shared = {
  setupFiles: ['test/support/each-file.ts'],
  testTimeout: 60_000,
  hookTimeout: 60_000,
  pool: 'forks' as const,
  server: { deps: { external: [compiled] } },
  // No test changes what a module keeps for its process; loading the modules anew for each file would cost a fifth of the whole.
  isolate: false,
  // Most code runs a few times only: what V8 compiles for speed, as early as it does by itself, is a quarter of the CPU of the tests.
  execArgv: lateFlags(process.versions.v8, 15),
  // What was transformed once is taken from node_modules by the next run: some three CPU-seconds of the tests of six files.
  experimental: { fsModuleCache: true },
};

const computing = computingTests();

/** Files that run beside one another in so many processes; what is of a lower `place` has ended before. */
function together(name: string, place: number, maxWorkers: number, files: object): TestProjectInlineConfiguration {
  return { plugins: [fromBuild()], test: { ...shared, name, maxWorkers, sequence: { groupOrder: place }, ...files } };
}

export default defineConfig({
  test: {
    globalSetup: ['test/support/setup.ts'],
    sequence: { sequencer: LongestFirst },
    projects: [
      // A process a core: each has to put together what it computes with.
      together('computing', 0, Math.min(4, availableParallelism()), { include: computing }),
      // Three times as many as the cores of a small machine: while these wait, others go on.
      together('waiting', 1, 6, { include: ['test/**/*.test.ts'], exclude: computing }),
    ],
  },
});
