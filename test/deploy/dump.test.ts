// Backups and what is put back of them, with programs of PostgreSQL that do what the test plans; the real ones are met by
// deploy/test/in-a-box.sh. As root, what is done for the account sni is done for the account nobody.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { projectRoot } from '../../lib/config.js';

const isRoot = userInfo().uid === 0;
const account = isRoot ? 'nobody' : userInfo().username;
const accountId = Number(spawnSync('id', ['-u', account], { encoding: 'utf8' }).stdout);

/** A dump is `PGDMP`, lines, and an end, after which pg_dump 17 writes more into a file; what lacks its end breaks off while it is read, after most of it was written out. */
const programs = {
  pg_dump:
    '[ ! -e "$PLACE/full" ] || { echo "pg_dump: error: No space left on device" >&2; exit 1; }; printf "PGDMP\\nrow of %s\\nend\\n" "$PGDATABASE"; [ -p /dev/fd/1 ] || echo what nothing reads',
  pg_restore: `content=$(cat)
    case "$*" in
      *--list*) printf '1; 2615 2200 SCHEMA - public owner\\n2; 0 0 COMMENT - EXTENSION pg_trgm \\n3; 1259 5 TABLE public titles sni\\n' ;;
      *) for word in "$@"; do case $word in
          --use-list=*) sed 's/^/-- part /' "\${word#*=}" ;;
          --file=-) printf 'SET lock_timeout = 0;\\nSET transaction_timeout = 0;\\nSET client_encoding = utf8;\\n' ;;
        esac; done; printf '%s\\n' "$content"
        case $content in *end) ;; *) echo 'pg_restore: error: could not read from input file: end of file' >&2; exit 1 ;; esac ;;
    esac`,
  psql: 'cat >> "$PLACE/psql"; [ ! -e "$PLACE/refuses" ]',
};

let folder: string;
let backups: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sni-dump-'));
  chmodSync(folder, 0o755);
  backups = join(folder, 'backups');
  for (const path of [backups, join(folder, 'bin'), join(folder, 'said')]) mkdirSync(path);
  for (const path of [backups, join(folder, 'said')]) chownSync(path, accountId, -1);
  // That account may not be allowed into this checkout.
  cpSync(join(projectRoot, 'deploy'), join(folder, 'deploy'), { recursive: true });
  for (const [name, text] of Object.entries(programs)) {
    writeFileSync(join(folder, 'bin', name), `#!/bin/bash\nset -o pipefail\n${text}\n`);
    chmodSync(join(folder, 'bin', name), 0o755);
  }
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a line of bash as an administrator has it, with the places of the test. */
function bash(line: string): { status: number | null; stdout: string; stderr: string } {
  const env = {
    PATH: `${join(folder, 'bin')}:${dirname(process.execPath)}:/usr/sbin:/usr/bin:/sbin:/bin`,
    PLACE: join(folder, 'said'),
    ...{ account, backups, settings: join(folder, 'etc'), DATABASE_URL: 'postgres:///news?host=/nowhere' },
  };
  const { status, stdout, stderr } = spawnSync('bash', ['-c', line], {
    encoding: 'utf8',
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { status, stdout, stderr };
}

const backup = (flags = ''): ReturnType<typeof bash> => bash(`bash ${folder}/deploy/backup.sh ${flags}`);
const putBack = (file: string): ReturnType<typeof bash> =>
  bash(`set -euo pipefail; . ${folder}/deploy/steps.sh; . ${folder}/deploy/dump.sh; put_back "$DATABASE_URL" ${file} || fail 1 refused`);
const sent = (): string => readFileSync(join(folder, 'said/psql'), 'utf8');

function dump(text: string, path = join(folder, 'some.dump')): string {
  writeFileSync(path, text);
  return path;
}

describe('a dump is put back', () => {
  test('in one transaction, which begins before anything goes and ends after the last line', () => {
    expect(putBack(dump('PGDMP\nrows\nend\n'))).toMatchObject({ status: 0 });
    const lines = sent().trimEnd().split('\n');
    expect([lines[0], lines.at(-1)]).toEqual(['begin;', 'commit;']);
    expect(lines.filter((line) => /^(begin|commit|rollback|end);/.test(line))).toEqual(['begin;', 'commit;']);
    expect(lines).toContain('rows');
  });

  test.each([['PGDMP\nrows\nen'], ['PGDMP\nro'], ['PGDMP']])('not at all when it breaks off: %j is never committed', (text) => {
    const { status, stderr } = putBack(dump(text));
    expect(status).not.toBe(0);
    expect(stderr).toContain('end of file');
    expect(sent()).not.toContain('commit');
  });

  test('not at all when the database refuses a statement', () => {
    writeFileSync(join(folder, 'said/refuses'), '');
    expect(putBack(dump('PGDMP\nrows\nend\n')).status).not.toBe(0);
  });

  test('without what only an owner of the whole database may say, nor a setting that an older server does not know', () => {
    putBack(dump('PGDMP\nSET transaction_timeout = 7;\nend\n'));
    expect(sent().match(/-- part .*/g)).toEqual(['-- part 3; 1259 5 TABLE public titles sni']);
    expect(sent().match(/SET transaction_timeout = .*/g)).toEqual(['SET transaction_timeout = 7;']);
  });

  test('also one that only its owner may read, but not a secret that a link leads to', () => {
    const file = dump('PGDMP\nrows\nend\n');
    chmodSync(file, 0o600);
    expect(putBack(file).status).toBe(0);
    symlinkSync(dump('root:secret\nend\n', join(folder, 'shadow')), join(backups, 'sni-20260101T000000Z.dump'));
    expect(putBack(join(backups, 'sni-20260101T000000Z.dump')).status).not.toBe(0);
    expect(sent()).not.toContain('secret');
  });
});

describe('a backup is verified', () => {
  const asked = (): string => readFileSync(join(folder, 'said/asked'), 'utf8');
  beforeEach(() => {
    for (const name of ['createdb', 'dropdb'])
      writeFileSync(join(folder, 'bin', name), `#!/bin/bash\necho ${name} "\${@: -1}" >> "$PLACE/asked"\n`, { mode: 0o755 });
    writeFileSync(
      join(folder, 'bin/psql'),
      '#!/bin/bash\ncase "$*" in *count*) echo "3 titles in $PGDATABASE" ;; *) cat >> "$PLACE/psql"; grep -q commit "$PLACE/psql" ;; esac\n',
    );
  });

  test('by putting the newest into a database of its own, which is counted and dropped', () => {
    dump('PGDMP\nolder\nend\n', join(backups, 'sni-20260101T000000Z.dump'));
    dump('PGDMP\nnewest\nend\n', join(backups, 'sni-20260102T000000Z.dump'));
    const { status, stdout } = backup('--verify');
    expect(stdout).toMatch(/sni-20260102T000000Z\.dump can be put back: 3 titles in sni_verify_\d+\.\n$/);
    expect(status).toBe(0);
    expect(sent()).toContain('newest');
    expect(asked()).toMatch(/^createdb (sni_verify_\d+)\ndropdb \1\n$/);
  });

  test('and one that cannot be put back fails, and leaves no database behind', () => {
    const { status, stderr } = backup(`--verify ${dump('PGDMP\nhalf')}`);
    expect(status).toBe(1);
    expect(stderr).toMatch(/some\.dump could not be put back/);
    expect(asked()).toMatch(/^createdb (sni_verify_\d+)\ndropdb \1\n$/);
  });
});

describe('a backup', () => {
  const there = (): string[] => readdirSync(backups).sort();

  test('is written whole, under the time in UTC, and read again', () => {
    const { status, stdout } = backup();
    expect(status).toBe(0);
    expect(there()).toEqual([expect.stringMatching(/^sni-\d{8}T\d{6}Z\.dump$/)]);
    expect(stdout).toMatch(/backups\/sni-\d{8}T\d{6}Z\.dump, \S+\n$/);
    expect(readFileSync(join(backups, there()[0] ?? ''), 'utf8')).toBe('PGDMP\nrow of news\nend\n');
  });

  test('that fails, for the disk is full or what was written cannot be read, leaves nothing and takes nothing away', () => {
    dump('', join(backups, 'sni-20260101T000000Z.dump'));
    writeFileSync(join(folder, 'said/full'), '');
    expect(backup('--keep 1')).toMatchObject({ status: 1, stderr: expect.stringMatching(/No space left(.|\n)*No file was left\.\n$/) });
    rmSync(join(folder, 'said/full'));
    writeFileSync(join(folder, 'bin/pg_dump'), '#!/bin/sh\nprintf "PGDMP\\nhalf"\n');
    expect(backup('--keep 1')).toMatchObject({ status: 1, stderr: expect.stringMatching(/end of file(.|\n)*cannot be read again/) });
    expect(there()).toEqual(['sni-20260101T000000Z.dump']);
  });

  test('removes the oldest of its own name alone, and what a killed one left a day ago', () => {
    for (const day of ['01', '02', '03']) {
      dump('', join(backups, `sni-202601${day}T000000Z.dump`));
      dump('', join(backups, `before-restore-202601${day}T000000Z.dump`));
    }
    dump('', join(backups, 'mine.dump'));
    dump('', join(backups, '.abcdefgh.dump.part'));
    utimesSync(join(backups, '.abcdefgh.dump.part'), 1e9, 1e9);
    expect(backup('--keep 2').status).toBe(0);
    expect(backup('--keep all --as before-restore').status).toBe(0);
    expect(there().filter((name) => !/^(before-restore|sni)-\d{8}T\d{6}Z.dump$/.test(name))).toEqual(['mine.dump']);
    expect(there().filter((name) => name.startsWith('sni'))).toEqual([expect.anything(), 'sni-20260103T000000Z.dump'].reverse());
    expect(there().filter((name) => name.startsWith('before-restore'))).toHaveLength(4);
  });

  test('never writes through a link that lies where it writes, nor into what a link leads to', () => {
    const precious = join(folder, 'precious');
    writeFileSync(precious, 'as it was');
    mkdirSync(join(folder, 'elsewhere'));
    const now = Date.now();
    for (let second = 0; second < 20; second++) {
      const name = `sni-${new Date(now + second * 1000).toISOString().replace(/[-:]|\.\d+/g, '')}.dump`;
      symlinkSync(precious, join(backups, `${name}.part`));
      symlinkSync(second % 2 === 0 ? precious : join(folder, 'elsewhere'), join(backups, name));
    }
    expect(backup().status).toBe(0);
    expect(readFileSync(precious, 'utf8')).toBe('as it was');
    expect(readdirSync(join(folder, 'elsewhere'))).toEqual([]);
  });

  test('is written by the account whose folder it is, and by root only where nobody else could lay a link', () => {
    const owner = (path: string): string => spawnSync('stat', ['-c', '%U', path], { encoding: 'utf8' }).stdout.trim();
    const ownerOfOneIn = (to: string): string => {
      expect(backup(`--to ${to}`)).toMatchObject({ status: 0, stderr: '' });
      return owner(join(to, readdirSync(to)[0] ?? ''));
    };
    expect(ownerOfOneIn(backups)).toBe(account);
    mkdirSync(join(folder, 'mine'));
    expect(ownerOfOneIn(join(folder, 'mine'))).toBe(userInfo().username);
    mkdirSync(join(backups, 'below'));
    chownSync(join(backups, 'below'), accountId, -1);
    expect(ownerOfOneIn(join(backups, 'below'))).toBe(account);
  });

  test.each([
    ['--keep 0', '--keep takes a whole number'],
    ['--keep', '--keep needs a value'],
    ['--as ../x', '--as takes small letters'],
    ['--to /not/there', '/not/there is no folder'],
  ])('refuses %s with 78', (flags, sentence) => {
    expect(backup(flags)).toMatchObject({ status: 78, stderr: expect.stringContaining(sentence) });
  });

  test('ends with 78 where DATABASE_URL is no address, which is not shown, instead of meeting another database', () => {
    const { status, stderr } = bash(`DATABASE_URL=mysql://sni:secret@db/sni bash ${folder}/deploy/backup.sh`);
    expect(status).not.toBe(0);
    expect(stderr).toContain('DATABASE_URL is no address such as');
    expect(stderr).not.toContain('secret');
    expect(readdirSync(backups)).toEqual([]);
  });
});
