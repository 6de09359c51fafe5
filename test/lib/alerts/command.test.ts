// A notifier of the operator's own: what it is told, and that it holds up no round of alerts.
import { expect, test } from 'vitest';
import { pipeToCommand } from '../../../lib/alerts/notifiers/command.js';
import { patience } from '../../support/patience.js';

const told = (script: string): Promise<void> => pipeToCommand(['sh', '-c', script], '{"what":"P1 is behind"}');

test('one that ended well and left something in the background is not waited for', async () => {
  const began = performance.now();
  await told('sleep 15 & exit 0');
  expect(performance.now() - began).toBeLessThan(patience(10) * 1000);
});

test('one that fails says why, whatever it has left', async () => {
  await expect(told('cat >&2; sleep 15 & exit 3')).rejects.toThrow('sh ended with 3: {"what":"P1 is behind"}.');
});
