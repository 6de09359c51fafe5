// Backups and what is put back of them, with programs of PostgreSQL that do what the test plans.
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { account, accountId, type DumpPlace, makeDumpPlace } from '../support/dump-place.js';

let place: DumpPlace;
let folder: string;
let backups: string;

beforeEach(() => {
  place = makeDumpPlace();
  ({ folder, backups } = place);
});
afterEach(() => place.remove());

const bash = (line: string) => place.bash(line);
const backup = (flags = '') => place.backup(flags);
const sent = () => place.sent();
const dump = (text: string, path?: string) => place.dump(text, path);
const putBack = (file: string) =>
  bash(`set -euo pipefail; . ${folder}/deploy/steps.sh; . ${folder}/deploy/dump.sh; put_back "$DATABASE_URL" ${file} || fail 1 refused`);

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
