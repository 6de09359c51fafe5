// Measures of quality over whole labelled files, and soaks: `npm run test:long`. Apart from `npm test`, which keeps a small one of each.
import { defineConfig } from 'vitest/config';
import { fromBuild } from './test/support/from-build.js';
import { shared } from './vitest.config.js';

export default defineConfig({
  plugins: [fromBuild()],
  test: {
    ...shared,
    globalSetup: ['test/support/setup.ts'],
    maxWorkers: 4,
    include: ['test/**/*.long.ts'],
  },
});
