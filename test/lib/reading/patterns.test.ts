// Patterns of headlines, each with the names of several parties: whatever is read of one must be what it tells. A pattern shows a reversal
// that single headlines hide, for nobody wrote it for the names that it is tried with.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readActs } from '../../support/vocabulary.js';

const folder = join(import.meta.dirname, 'patterns');

interface Pattern {
  pattern: string;
  /** "A attack B", "A attack B planned". */
  tells: readonly string[];
}

/** Forms of a party's name by their key: A, a, Ag ... */
type Party = { id: string; forms: readonly string[] };

function readPatterns(file: string): { parties: Party[][]; patterns: Pattern[] } {
  const rows = readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter((row) => row !== '' && !row.startsWith('#'))
    .map((row) => row.split('\t'));
  const parties = rows
    .filter(([first]) => first === 'names')
    .map(([, ...names]) =>
      names.map((name) => {
        const [id = '', ...forms] = name.split('|');
        return { id, forms };
      }),
    );
  const patterns = rows
    .filter(([first]) => first !== 'names')
    .map(([pattern = '', tells = '']) => ({ pattern, tells: tells === '' ? [] : tells.split('; ') }));
  return { parties, patterns };
}

/** "{A}" is the first form of the first party, "{a}" the second, "{A3}" the third. */
function filled(pattern: string, parties: readonly Party[]): string {
  const title = pattern.replace(/\{([A-Ca-c])(\d?)\}/g, (_, letter: string, form: string) => {
    const party = parties['ABC'.indexOf(letter.toUpperCase())];
    const at = form === '' ? (letter === letter.toUpperCase() ? 0 : 1) : Number(form) - 1;
    return party?.forms[at] ?? expect.fail(`${pattern}: no form ${letter}${form}`);
  });
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/** The acts that are read and not told, in words. */
function misread(title: string, lang: string, { tells }: Pattern, parties: readonly Party[]): string[] {
  const idOf = (letter = '') => parties['ABC'.indexOf(letter)]?.id ?? null;
  const told = tells.map((words) => {
    const [source, action, target, mode = 'done'] = words.split(' ');
    return { source: idOf(source), action, target: idOf(target), mode };
  });
  return readActs(title, lang)
    .filter(
      (act) =>
        !told.some(
          ({ source, action, target, mode }) =>
            act.source === source && act.action === action && act.mode === mode && (act.target === null || act.target === target),
        ),
    )
    .map(({ source, action, target, mode }) => `${title}: ${source ?? '-'} ${action} ${target ?? '-'} ${mode}`);
}

describe.each(readdirSync(folder))('%s', (file) => {
  test('nothing is read that a pattern does not tell', () => {
    const { parties, patterns } = readPatterns(file);
    const lang = file.slice(0, 2);
    expect(patterns.flatMap((one) => parties.flatMap((names) => misread(filled(one.pattern, names), lang, one, names)))).toEqual([]);
  });
});
