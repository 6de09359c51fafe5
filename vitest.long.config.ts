// Measures of quality over whole labelled files, and soaks: `npm run test:long`. Apart from `npm test`, which keeps a small one of each.
import { defineConfig } from 'vitest/config';
import base from './vitest.config.js';

export default defineConfig({
  ...base,
  test: { ...base.test, include: ['test/**/*.long.ts'], testTimeout: 300_000, hookTimeout: 300_000 },
});
