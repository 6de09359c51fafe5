import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sni } from '../../../lib/desk/fixture.js';
import { makeFolder } from '../../../support/folder.js';

const titles = [{ id: '1', text: 'Iran denies it sent missiles to Russia', outlet: 'Post', lang: 'en' }];
const rows = [
  { titles, sentence: 'Tehran denies having sent missiles to Moscow.', supported: true, kind: 'metonym' },
  { titles, sentence: 'Iran sent missiles to Russia.', supported: false, kind: 'negation' },
  { titles, sentence: 'Russia denies it sent missiles to Iran.', supported: false, kind: 'reversed' },
];
const env = { SNI_CONFIG: 'deploy/sample/sni.yaml' };

function fileOf(lines: readonly unknown[]): string {
  const file = join(makeFolder('evidence'), 'labelled.jsonl');
  writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'));
  return file;
}

describe('sni eval evidence', () => {
  test('counts truths and lies, and which of them are refused, by kind', async () => {
    const { code, stdout } = await sni(['eval', 'evidence', fileOf(rows), '--json'], env);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      ...{ truths: 1, truthsRefused: 0, lies: 2, liesRefused: 2 },
      byKind: {
        metonym: { supported: true, n: 1, refused: 0 },
        negation: { supported: false, n: 1, refused: 1 },
        reversed: { supported: false, n: 1, refused: 1 },
      },
    });
  });

  test('names the lines that could not be used', async () => {
    const { code, stdout, stderr } = await sni(['eval', 'evidence', fileOf([...rows, { titles, sentence: 'x' }])], env);
    expect(code).not.toBe(0);
    expect(stdout).toContain('2 of 2 refused');
    expect(stderr).toMatch(/"supported" is .*must be true or false/);
  });
});
