// A stage's program that has ended holds nothing up by what it left in the background, and ends that with it.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { runStageCommand } from '../../../lib/stage/command.js';
import { patience } from '../../support/patience.js';

const folder = mkdtempSync(join(tmpdir(), 'sni-stage-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const stageOf = (script: string) => ({
  name: 'measure',
  timeoutSeconds: 15,
  folder,
  command: { words: ['sh', '-c', script], environment: { PATH: process.env['PATH'] ?? '' } },
});
const answer = (script: string): Promise<unknown> => runStageCommand(stageOf(script), {}, new AbortController().signal);

test('what it starts ends with it', async () => {
  expect(await answer(`(until [ -e over ]; do sleep 0.1; done; touch late) & echo '{"length":1}'`)).toEqual({ length: 1 });
  writeFileSync(join(folder, 'over'), '');
  await setTimeout(1_000);
  expect(existsSync(join(folder, 'late'))).toBe(false);
});

test('what has left its group and holds its outputs open is not waited for', async () => {
  const began = performance.now();
  expect(await answer(`setsid sleep 20 & echo '{"length":2}'`)).toEqual({ length: 2 });
  expect(performance.now() - began).toBeLessThan(patience(10) * 1000);
});
