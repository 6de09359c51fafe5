// deploy/libpq.mjs: what the programs of PostgreSQL read from the environment, out of the one address that the phases know.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../lib/config.js';

const variables = (address: string): Record<string, string> => {
  const { stdout } = spawnSync(process.execPath, [join(projectRoot, 'deploy/libpq.mjs')], {
    encoding: 'utf8',
    env: { DATABASE_URL: address },
  });
  return Object.fromEntries(
    stdout.split('\0').flatMap((pair) => [pair.match(/^(\w+)=((?:.|\n)*)$/)?.slice(1) ?? []].filter((of) => of.length > 0)),
  );
};

test.each([
  ['postgres:///sni?host=/var/run/postgresql&port=5433', { PGHOST: '/var/run/postgresql', PGPORT: '5433', PGDATABASE: 'sni' }],
  ['postgres://sni@/sni?host=/run/pg', { PGHOST: '/run/pg', PGUSER: 'sni', PGDATABASE: 'sni' }],
  [
    'postgresql://a%40b:p%0Ax@db:6432/n?sslmode=require&prepare=false',
    { PGHOST: 'db', PGPORT: '6432', PGUSER: 'a@b', PGPASSWORD: 'p\nx', PGDATABASE: 'n', PGSSLMODE: 'require' },
  ],
  ['postgres://sni@[::1]:5432/sni', { PGHOST: '::1', PGPORT: '5432', PGUSER: 'sni', PGDATABASE: 'sni' }],
])('%s is understood as the phases do', (address, expected) => {
  expect(variables(address)).toEqual(expected);
});
