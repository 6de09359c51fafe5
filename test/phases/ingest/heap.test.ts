// What P1 asks of its engine is what the engine knows: else each run says so on stderr, and cron mails it.
import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { engineFlags } from '../../../phases/ingest/heap.js';

test('this engine knows every flag that it is given', () => {
  const known = execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8' });
  for (const flag of engineFlags(process.versions.v8)) expect(known).toContain(`${flag.replace(/=.*/, '')} (`);
});

test('the engines of Node 22 and 24 count calls, that of Node 20 what is run through', () => {
  expect(engineFlags('11.3.244.8-node.38')).toContain('--interrupt-budget=2000000');
  for (const v8 of ['12.4.254.21-node.57', '13.6.233.17-node.53']) {
    expect(engineFlags(v8).join(' ')).not.toContain('budget');
    expect(engineFlags(v8)).toContain('--invocation-count-for-turbofan=90000');
  }
});
