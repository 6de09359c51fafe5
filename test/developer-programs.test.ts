// What developers run beside the product says what it takes, and what is wrong with what it was given.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../lib/config.js';
import { startScript } from './support/world.js';

const programs = { bench: 'test/bench/bench.js', soak: 'test/soak/soak.js', train: 'phases/filter/desk/train.js' };
const ran = (name: keyof typeof programs, ...args: string[]) =>
  startScript(join(projectRoot, 'build', programs[name]), args, {}).ended.then(({ code, stderr, lines }) => ({
    code,
    said: stderr + lines.map((line) => line['text']).join('\n'),
  }));

test('each tells by --help what it takes, with examples', async () => {
  const told = [['bench'], ['soak'], ['train', 'families']] as const;
  for (const [name, ...words] of told) {
    const { code, said } = await ran(name, ...words, '--help');
    expect(code, said).toBe(0);
    expect(said).toMatch(new RegExp(`Examples:\n  npm run ${name}\\b`));
  }
});

test('a name or a number that is none is refused by a sentence, and nothing is begun', async () => {
  const wrong = [
    ['bench', ['desk', '--titles', 'many'], /whole number from 1 to/],
    ['soak', ['--phase', 'sleep'], /ingest, filter/],
    ['train', ['families', '--rows', 'x.jsonl'], /--rows and --set are said together/],
  ] as const;
  for (const [name, words, sentence] of wrong) {
    const { code, said } = await ran(name, ...words);
    expect(code, said).toBe(1);
    expect(said).toMatch(sentence);
    expect(said).not.toMatch(/\n\s+at /);
  }
});
