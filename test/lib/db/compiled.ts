// lib/db as it was compiled, in a temporary folder, and children that run it as root or as `nobody`. No server, process or folder of a
// test stays behind.

import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const project = resolve(here, '../../..');
const runner = join(here, 'runner.mjs');

export const nobody = { uid: 65534, gid: 65534 };

/** A folder under /tmp that everybody may enter: short enough for a socket, reachable for an unprivileged account. */
export async function openFolder(): Promise<string> {
  const folder = await mkdtemp('/tmp/sni-db-test-');
  await chmod(folder, 0o755);
  return folder;
}

/** Puts lib/db into the folder as setup.ts had it compiled; it then finds the packages of the project. */
export async function copyInto(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await symlink(join(project, 'node_modules'), join(folder, 'node_modules'));
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  for (const part of ['db', 'child-pipes.js']) await cp(join(project, 'build/lib', part), join(folder, 'lib', part), { recursive: true });
}

/** A copy of the compiled room in a folder of its own that finds the package `postgres` and no other yet; gives its node_modules. */
export async function copyWithoutPackages(compiled: string, folder: string): Promise<string> {
  const packages = join(folder, 'node_modules');
  await mkdir(packages, { recursive: true });
  await cp(join(compiled, 'lib'), join(folder, 'lib'), { recursive: true });
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  await symlink(join(project, 'node_modules/postgres'), join(packages, 'postgres'));
  return packages;
}

export type Who = { uid: number; gid: number } | undefined;

/** Starts a child that runs a verb of runner.mjs. */
export function begin(compiled: string, verb: string, given: string[], who?: Who): ChildProcess {
  return spawn(process.execPath, [runner, compiled, verb, ...given], { cwd: '/', stdio: ['ignore', 'pipe', 'inherit'], ...who });
}

/** Runs a verb to its end, which comes only when nobody holds the child's output any more; gives the JSON it said. */
export async function say(compiled: string, verb: string, given: string[], who?: Who): Promise<Record<string, unknown>> {
  const child = begin(compiled, verb, given, who);
  let text = '';
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  await new Promise((done) => child.on('close', done));
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

/** Ids of the postmasters whose data folder lies in `folder` (children of a postmaster have no `-D`). */
export async function postmastersIn(folder: string): Promise<number[]> {
  const found: number[] = [];
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const words = (await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '')).split('\0');
    if (words[0]?.endsWith('/postgres') && words[words.indexOf('-D') + 1]?.startsWith(`${folder}/`)) found.push(Number(name));
  }
  return found;
}

/** Waits until the condition holds, ten seconds at most. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 10_000; !(await condition()); await delay(5)) {
    if (Date.now() > end) throw new Error('the condition did not come true within 10 s');
  }
}

/** Ends the servers below the folders at once and removes the folders. */
export async function clear(folders: string[]): Promise<void> {
  for (const folder of folders) {
    for (const pid of await postmastersIn(folder)) process.kill(pid, 'SIGQUIT');
    await until(async () => (await postmastersIn(folder)).length === 0);
    await rm(folder, { recursive: true, force: true, maxRetries: 10 });
  }
}
