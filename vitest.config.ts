import { defineConfig } from 'vitest/config';
import { lateFlags } from './lib/late-compiling.js';
import { compiled, fromBuild } from './test/support/from-build.js';
import LongestFirst from './test/support/longest-first.js';

export default defineConfig({
  plugins: [fromBuild()],
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/setup.ts'],
    setupFiles: ['test/support/each-file.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    server: { deps: { external: [compiled] } },
    // No test changes what a module keeps for its process; loading the modules anew for each file would cost a fifth of the whole.
    isolate: false,
    // Most code runs a few times only: what V8 compiles for speed, as early as it does by itself, is a quarter of the CPU of the tests.
    execArgv: lateFlags(process.versions.v8, 15),
    // Twice as many as the cores of a small machine: most tests wait for a process, for Postgres or for a time that must pass.
    maxWorkers: 4,
    sequence: { sequencer: LongestFirst },
    // What was transformed once is taken from node_modules by the next run: some three CPU-seconds of the tests of six files.
    experimental: { fsModuleCache: true },
  },
});
