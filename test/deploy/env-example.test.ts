// deploy/sni.env.example names every variable an operator may set, with its default, and is itself a right environment.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { operatorsVariables, readEnvironment } from '../../lib/config/environment.js';
import { projectRoot } from '../../lib/config.js';

const text = readFileSync(join(projectRoot, 'deploy/sni.env.example'), 'utf8');
const given = [...text.matchAll(/^(#?)([A-Z_]+)=(.*)$/gm)].map(([, off, name, value]) => ({
  off: off === '#',
  name: name ?? '',
  value: (value ?? '').replace(/^"(.*)"$/, '$1'),
}));

test('it names every variable of the settings once, and no other', () => {
  expect(given.map(({ name }) => name).sort()).toEqual([...operatorsVariables].sort());
});

test('above each stands what it is, in what measure, and its default', () => {
  const parts = text.split('\n\n').slice(1);
  expect(parts).toHaveLength(given.length);
  for (const part of parts) expect(part).toMatch(/^(# .*\n)*# .*Default: .*\.\n(# .*\n)*#?[A-Z_]+=.*\n?$/);
});

test('what it sets, and what it would set, is allowed', () => {
  for (const all of [given.filter(({ off }) => !off), given]) {
    expect(readEnvironment(Object.fromEntries(all.map(({ name, value }) => [name, value]))).problems).toEqual([]);
  }
});

test('systemd and node read the same of it: nothing that only one of them understands', () => {
  for (const { value } of given) expect(value).not.toMatch(/[#'"`$\\]/);
  for (const { name, value } of given) if (/[?&; ]/.test(value)) expect(text).toContain(`${name}="${value}"`);
});
