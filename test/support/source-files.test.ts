// The walls stand only as long as what reads the source sees it.
import { expect, test } from 'vitest';
import { exportsOf, functionsOf, readSources, silentExportsOf } from './source-files.js';

const text = `export async function first(
  one: string,
): Promise<void> {
  if (one) {
    return;
  }
  const closure = (): void => {
    done();
  };
}

export class Second {
  method(of: string): number {
    return of.length;
  }
}

export const third = { value: 3 };
export { first as fourth };
export type { Fifth, Sixth };
`;

test('functions, methods and closures are found with all their lines, conditions and objects are not', () => {
  expect(functionsOf(text)).toEqual([
    { line: 1, head: 'export async function first(', lines: 10 },
    { line: 7, head: 'const closure = (): void => {', lines: 3 },
    { line: 13, head: 'method(of: string): number {', lines: 3 },
  ]);
});

test('what a file exports is found, also what it passes on', () => {
  expect(exportsOf(text)).toEqual(['first', 'Second', 'third', 'fourth', 'Fifth', 'Sixth']);
});

test('an exported function without a doc comment is found', () => {
  const said = '/** Says it. */\nexport function said(): void {\n}\nexport const named: Said = () => 1;\nexport const value = 3;\n';
  const command = 'export function addStatus(program: Command, screen: Screen): void {\n}\n';
  const silent =
    '// Not one.\nexport async function* first() {\n}\nexport const second = (of: string) => of;\nexport const third = late(() =>\n  1);\n';
  expect(silentExportsOf(said + command + silent)).toEqual(['first', 'second', 'third']);
});

test('every kind of import is found', () => {
  const here = readSources(['test/support', 'test/bench']).find(({ file }) => file === 'test/support/source-files.test.ts');
  expect(here?.imports.map(({ to }) => to)).toContain('test/support/source-files.ts');
  const all = readSources(['lib']).flatMap(({ file, imports }) => imports.map((one) => ({ file, ...one })));
  expect(all.filter(({ file, to }) => file === 'lib/app.ts' && to === 'lib/app/models.ts').flatMap(({ names }) => names)).toContain(
    'openModels',
  );
  expect(all.some(({ typesOnly }) => typesOnly)).toBe(true);
});
