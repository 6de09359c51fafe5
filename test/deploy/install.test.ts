// The scripts that install: what an operator edited stays, flags, and that nothing is changed where something stands in the way. The
// installation itself is tested on a real system by deploy/test/in-a-box.sh.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { projectRoot } from '../../lib/config.js';
import { makeFolder } from '../support/folder.js';

let folder: string;

beforeEach(() => {
  folder = makeFolder('install');
  writeFileSync(join(folder, 'from'), 'first\n');
});

/** Runs words of steps.sh with the places of an installation in the scratch folder. */
function steps(words: string, dry = ''): string {
  const script = `set -euo pipefail; program=${folder}/opt settings=${folder}/etc dry='${dry}'; . ${projectRoot}/deploy/steps.sh; ${words}`;
  const { stdout, stderr, status } = spawnSync('bash', ['-c', script], { encoding: 'utf8', cwd: folder });
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  return stdout;
}

describe('a file is put', () => {
  const to = (): string => readFileSync(join(folder, 'to'), 'utf8');

  test('where there is none, with its mode, and again nothing is done', () => {
    expect(steps(`put from ${folder}/to 640`)).toContain('done    put');
    expect(to()).toBe('first\n');
    expect((statSync(join(folder, 'to')).mode & 0o777).toString(8)).toBe('640');
    expect(steps(`put from ${folder}/to 640`)).toContain('already');
  });

  test('over the one that was put before, but never over one that was edited or was there before', () => {
    steps(`put from ${folder}/to 644`);
    writeFileSync(join(folder, 'from'), 'second\n');
    steps(`put from ${folder}/to 644`);
    expect(to()).toBe('second\n');
    writeFileSync(join(folder, 'to'), 'mine\n');
    writeFileSync(join(folder, 'from'), 'third\n');
    expect(steps(`put from ${folder}/to 644`)).toContain('kept');
    expect(to()).toBe('mine\n');
    writeFileSync(join(folder, 'older'), 'there before\n');
    steps(`put from ${folder}/older 644`);
    expect(readFileSync(join(folder, 'older'), 'utf8')).toBe('there before\n');
  });

  test('not at all with --dry-run, which says what it would do', () => {
    expect(steps(`put from ${folder}/to 644`, 'yes')).toContain('would   put');
    expect(readdirSync(folder)).toEqual(['from']);
  });
});

test('a release holds what it needs to run, and not what builds and tests it', () => {
  steps(
    `source_folder=${projectRoot}; . ${projectRoot}/deploy/release.sh; copy_release ${folder}/opt/releases/one; switch_to ${folder}/opt/releases/one`,
  );
  const release = join(folder, 'opt/current');
  expect(Number(spawnSync('du', ['-sm', `${release}/`], { encoding: 'utf8' }).stdout.split('\t')[0])).toBeLessThan(150);
  for (const name of [
    'node_modules/vitest',
    'node_modules/@types',
    'node_modules/.bin',
    'node_modules/.experimental-vitest-cache',
    'dist/test/soak/soak.js',
  ])
    expect([name, existsSync(join(release, name))]).toEqual([name, false]);
  const tables = ['lib', 'phases'].flatMap((room) =>
    readdirSync(join(projectRoot, room), { recursive: true, encoding: 'utf8' }).flatMap((name) =>
      name.endsWith('.tsv') ? [join(room, name)] : [],
    ),
  );
  expect(tables.length).toBeGreaterThan(50);
  expect(tables.filter((name) => !existsSync(join(release, name)))).toEqual([]);
  const { status, stdout } = spawnSync(process.execPath, [join(release, 'dist/lib/desk/sni.js'), '--help'], { encoding: 'utf8' });
  expect({ status, stdout }).toMatchObject({ status: 0, stdout: expect.stringContaining('Usage: sni') });
  const prints = steps(`. ${projectRoot}/deploy/release.sh; fingerprint ${projectRoot}; fingerprint ${release}/`).trim().split('\n');
  expect(new Set(prints).size).toBe(1);
});

test('a release holds no file of an earlier build that stays in dist for what still runs', () => {
  const source = join(folder, 'source');
  for (const part of ['dist/chunks', 'deploy', 'lib/evidence', 'lib/pages/assets', 'lib/reading', 'lib/vocabulary/terms', 'phases', 'sql'])
    mkdirSync(join(source, part), { recursive: true });
  mkdirSync(join(source, 'node_modules/a'), { recursive: true });
  const files = [
    'sni.yaml',
    'package.json',
    'README.md',
    'LICENSE',
    'node_modules/a/index.js',
    'dist/chunks/new-B.js',
    'dist/chunks/old-A.js',
  ];
  for (const name of files) writeFileSync(join(source, name), name);
  writeFileSync(join(source, 'package-lock.json'), '{ "packages": {} }');
  const print = (place: string): string => steps(`. ${projectRoot}/deploy/release.sh; fingerprint ${place}`);
  const chunksCopied = (name: string): string[] => {
    steps(`source_folder=${source}; . ${projectRoot}/deploy/release.sh; copy_release ${folder}/opt/releases/${name}`);
    expect(print(`${folder}/opt/releases/${name}`)).toBe(print(source));
    return readdirSync(join(folder, 'opt/releases', name, 'dist/chunks'));
  };
  expect(chunksCopied('before')).toEqual(['new-B.js', 'old-A.js']);
  writeFileSync(join(source, 'dist/.earlier'), 'dist/chunks/old-A.js\n');
  expect(chunksCopied('now')).toEqual(['new-B.js']);
  const withEarlier = print(source);
  rmSync(join(source, 'dist/chunks/old-A.js'));
  writeFileSync(join(source, 'dist/.earlier'), '');
  expect(print(source)).toBe(withEarlier);
});

test('a release that cannot be copied whole is not there', () => {
  const said = steps(
    `source_folder=${folder}; . ${projectRoot}/deploy/release.sh; copy_release ${folder}/opt/releases/one 2> /dev/null || echo failed`,
  );
  expect(said).toBe('failed\n');
  expect(existsSync(join(folder, 'opt/releases/one'))).toBe(false);
});

test('that a unit has failed is said to the journal as an error, and by mail where there is a way', () => {
  const sendmail = join(folder, 'sendmail');
  writeFileSync(sendmail, `#!/bin/sh\ncat > ${folder}/mail\n`, { mode: 0o755 });
  const { stdout } = spawnSync('bash', [join(projectRoot, 'deploy/tell-failure.sh'), 'sni-p1'], {
    encoding: 'utf8',
    env: { PATH: `${folder}:/usr/bin:/bin`, MAILTO: 'me' },
  });
  expect(stdout).toBe('<3>sni-p1 has failed: journalctl -u sni-p1 says why.\n');
  expect(readFileSync(join(folder, 'mail'), 'utf8')).toMatch(
    /^To: me\nSubject: sni-p1 has failed on .+\n\nsni-p1 has failed: journalctl .*\n$/,
  );
});

test('a file is taken away, and one that was edited is kept in the settings folder', () => {
  steps(`put from ${folder}/to 644; take_away ${folder}/to`);
  expect(existsSync(join(folder, 'to'))).toBe(false);
  steps(`put from ${folder}/to 644`);
  writeFileSync(join(folder, 'to'), 'mine\n');
  steps(`take_away ${folder}/to; take_away ${folder}/to`);
  expect(existsSync(join(folder, 'to'))).toBe(false);
  expect(readFileSync(join(folder, 'etc/kept/to'), 'utf8')).toBe('mine\n');
});

describe('the scripts', () => {
  const run = (script: string, ...flags: string[]) =>
    spawnSync('bash', [join(projectRoot, 'deploy', script), ...flags], {
      encoding: 'utf8',
      env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' },
    });

  test.each([
    'install.sh',
    'uninstall.sh',
    'backup.sh',
    'restore.sh',
    'rollback.sh',
    'p3-worker.sh',
  ])('%s has help, and refuses a wrong flag with 78', (script) => {
    expect(run(script, '--help')).toMatchObject({ status: 0, stdout: expect.stringMatching(/^usage: .*\n/) });
    expect(run(script, '--bogus')).toMatchObject({ status: 78, stderr: expect.stringContaining('--bogus is no flag of it') });
  });

  test('install.sh says everything that stands in the way at once, and changes nothing', () => {
    const root = mkdtempSync(join(folder, 'unbuilt-'));
    mkdirSync(join(root, 'deploy'));
    for (const name of ['install.sh', 'steps.sh'])
      writeFileSync(join(root, 'deploy', name), readFileSync(join(projectRoot, 'deploy', name)));
    const { status, stdout, stderr } = spawnSync('bash', [join(root, 'deploy/install.sh'), '--dry-run'], { encoding: 'utf8' });
    expect({ status, stdout }).toEqual({ status: 78, stdout: 'Checks\n' });
    expect(stderr).toContain('is not built: npm ci && npm run build');
    expect(stderr).toMatch(/Nothing was changed\.\n$/);
  });

  test('restore.sh refuses what is no backup', () => {
    expect(run('restore.sh', join(folder, 'from')).status).toBe(78);
    expect(run('restore.sh').status).toBe(78);
  });
});
