import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { lastSaid } from '../../lib/child-pipes.js';

test('the last words of a program are whole letters, also where one came in two pieces, and no more of them than asked for', async () => {
  const [out, err] = [new PassThrough(), new PassThrough()];
  const said = lastSaid([out, err], 12);
  const letter = Buffer.from('ü');
  out.write(' ready ');
  err.write(Buffer.concat([Buffer.from('T'), letter.subarray(0, 1)]));
  err.write(Buffer.concat([letter.subarray(1), Buffer.from('r fehlt\n')]));
  await new Promise(setImmediate);
  expect(said()).toBe('y Tür fehlt');
});
