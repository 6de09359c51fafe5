// backup.sh --verify, with programs of PostgreSQL that do what the test plans.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type DumpPlace, makeDumpPlace } from '../support/dump-place.js';

let place: DumpPlace;

beforeEach(() => {
  place = makeDumpPlace();
  for (const name of ['createdb', 'dropdb']) place.plan(name, `echo ${name} "\${@: -1}" >> "$PLACE/asked"`);
  place.plan(
    'psql',
    'case "$*" in *count*) echo "3 titles in $PGDATABASE" ;; *) cat >> "$PLACE/psql"; grep -q commit "$PLACE/psql" ;; esac',
  );
});
afterEach(() => place.remove());

const asked = (): string => readFileSync(join(place.folder, 'said/asked'), 'utf8');

test('the newest backup is put into a database of its own, which is counted and dropped', () => {
  place.dump('PGDMP\nolder\nend\n', join(place.backups, 'sni-20260101T000000Z.dump'));
  place.dump('PGDMP\nnewest\nend\n', join(place.backups, 'sni-20260102T000000Z.dump'));
  const { status, stdout } = place.backup('--verify');
  expect(stdout).toMatch(/sni-20260102T000000Z\.dump can be put back: 3 titles in sni_verify_\d+\.\n$/);
  expect(status).toBe(0);
  expect(place.sent()).toContain('newest');
  expect(asked()).toMatch(/^createdb (sni_verify_\d+)\ndropdb \1\n$/);
});

test('one that cannot be put back fails, and leaves no database behind', () => {
  const { status, stderr } = place.backup(`--verify ${place.dump('PGDMP\nhalf')}`);
  expect(status).toBe(1);
  expect(stderr).toMatch(/some\.dump could not be put back/);
  expect(asked()).toMatch(/^createdb (sni_verify_\d+)\ndropdb \1\n$/);
});

test('without a backup there, or the right to make a database, it says so', () => {
  expect(place.backup('--verify')).toMatchObject({ status: 1, stderr: expect.stringMatching(/There is no backup in .* to verify/) });
  place.plan('createdb', 'echo "createdb: error: permission denied to create database" >&2; exit 1');
  expect(place.backup(`--verify ${place.dump('PGDMP\nend\n')}`)).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/alter role .* createdb/),
  });
});
