// Two hundred feeds, sixteen at once, among them bombs and bodies as large as they may be: memory stays flat and the process ends.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { projectRoot } from '../../../../lib/config.js';
import { startFakeWeb } from '../../../support/web/fake-web.js';
import { whole } from '../../../support/web/faults.js';
import { feedOf, noSocketsOpen } from '../../../support/web/fetching.js';

const web = await startFakeWeb({ host: '0.0.0.0' });
afterAll(() => web.close());

test('two hundred feeds, sixteen at once, peak under 250 MB, and the process ends by itself', async () => {
  web.on('/normal', whole(feedOf(Array.from({ length: 1000 }, (_, at) => `Заголовок номер ${at}: Встреча в Женеве`))));
  web.on('/largest', whole(`${'<title>Женева</title>'.repeat(500_000)}`.slice(0, 8_000_000)));
  web.on('/bomb', whole(gzipSync(Buffer.alloc(40 * 1024 * 1024, ' ')), { 'content-encoding': 'gzip' }));
  const pathOf = (at: number) => (at % 40 === 0 ? '/largest' : at % 20 === 1 ? '/bomb' : '/normal');
  const urls = Array.from({ length: 200 }, (_, at) => web.url(pathOf(at), `127.0.0.${(at % 200) + 1}`));
  const flood = join(projectRoot, 'build', 'test', 'support', 'web', 'flood.js');
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [flood, JSON.stringify(urls)]);
  expect(stderr).toBe('');
  const { kinds, peakMiB } = JSON.parse(stdout) as { kinds: Record<string, number>; peakMiB: number };
  expect(kinds).toEqual({ body: 190, too_large: 10 });
  expect(peakMiB).toBeLessThan(250);
  await noSocketsOpen(web);
});
