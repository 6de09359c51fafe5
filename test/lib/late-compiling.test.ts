// What phases ask of their engine is what the engine knows: else each run says so on stderr, and cron mails it.
import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { lateFlags } from '../../lib/late-compiling.js';

test('this engine knows every flag that it is given', () => {
  const known = execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8' });
  for (const flag of ['--heap-growing-percent=100', '--semi-space-growth-factor=1', ...lateFlags(process.versions.v8, 8)])
    expect(known).toContain(`${flag.replace(/=.*/, '')} (`);
});

test('the engines of Node 22 and 24 count calls, that of Node 20 what is run through', () => {
  expect(lateFlags('11.3.244.8-node.38', 8)).toEqual(['--interrupt-budget=1056000']);
  for (const v8 of ['12.4.254.21-node.57', '13.6.233.17-node.53'])
    expect(lateFlags(v8, 8)).toEqual(['--invocation-count-for-maglev=3200', '--invocation-count-for-turbofan=24000']);
});
