// What is made when it is first asked for.
import { expect, it } from 'vitest';
import { late } from '../../lib/late.js';
import { readSources } from '../support/source-files.js';

it('is made by the first who asks, and the same for all', () => {
  let made = 0;
  const list = late(() => [++made]);
  expect(made).toBe(0);
  expect([list(), list()]).toEqual([[1], [1]]);
  expect(list()).toBe(list());
});

it('is made anew where making it failed', () => {
  let tries = 0;
  const list = late(() => {
    if (++tries === 1) throw new Error('not yet');
    return [tries];
  });
  expect(list).toThrow('not yet');
  expect(list()).toEqual([2]);
});

it('is every shape of zod: none is made as a file is loaded, for most starts need none', () => {
  const early = readSources(['lib', 'phases']).flatMap(({ file, text }) =>
    [...text.matchAll(/^(?:export )?const (\w+)(?:: [^=\n]+)? = z\b/gm)].map(([, name]) => `${file}: ${name}`),
  );
  expect(early).toEqual([]);
});
