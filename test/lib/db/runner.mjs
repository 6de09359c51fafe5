// The child of these tests: runs a verb of the compiled room and says one line of JSON; after `hold` it stays. So real processes race and
// are killed.

import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

const [compiled, verb, ...given] = process.argv.slice(2);
const room = (name) => import(pathToFileURL(join(compiled, 'lib/db', `${name}.js`)).href);
const say = (value) => process.stdout.write(`${JSON.stringify(value)}\n`);

const verbs = {
  async ensure(home) {
    const { ensureRunning } = await room('embedded');
    say(await ensureRunning({ home }));
  },
  async hold(home) {
    await verbs.ensure(home);
    setInterval(() => {}, 1000);
  },
  async database(home, name) {
    const { ensureRunning, ensureDatabase } = await room('embedded');
    const address = await ensureRunning({ home });
    await ensureDatabase(address, name);
    say(address);
  },
  async stop(home) {
    const { stop } = await room('embedded');
    say(await stop({ home }));
  },
  // Adds one to a number in a file, slowly and without any care, under the lock.
  async count(folder, times) {
    const { withLock } = await room('lock');
    const account = { name: 'me', uid: process.getuid(), gid: process.getgid(), switched: false };
    for (let i = 0; i < Number(times); i++) {
      await withLock(join(folder, 'lock'), account, 30, async () => {
        const before = Number(await readFile(join(folder, 'number'), 'utf8'));
        await appendFile(join(folder, 'entered'), `${process.pid}\n`);
        await delay(1);
        await writeFile(join(folder, 'number'), String(before + 1));
        await appendFile(join(folder, 'left'), `${process.pid}\n`);
      });
    }
  },
};

try {
  await verbs[verb](...given);
} catch (error) {
  say({ failed: error.message });
  process.exitCode = 1;
}
