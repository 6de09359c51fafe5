import { defineConfig } from 'vitest/config';
import LongestFirst from './test/support/longest-first.js';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // No test changes what a module keeps for its process; loading the modules anew for each file would cost a fifth of the whole.
    isolate: false,
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
  },
});
