// The project’s own TypeScript as the walls test reads it: which file imports what, what it exports, how long its functions are. Read by
// the shape the formatter gives every file (one import a line start, a function closed at the depth it opened at), not by a parser.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

export interface SourceFile {
  /** From the root of the project: `lib/work.ts`. */
  file: string;
  text: string;
  imports: readonly Import[];
}

export interface Import {
  /** The file that is imported, from the root of the project. */
  to: string;
  /** As the imported file calls them; `*` for all of it. */
  names: readonly string[];
  /** Nothing of it is there at run time. */
  typesOnly: boolean;
}

/** Every TypeScript file under these folders of the project. */
export function readSources(folders: readonly string[]): SourceFile[] {
  return folders
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      return { file, text, imports: importsOf(file, text) };
    });
}

/** Imports, re-exports, lazy imports and types named in place, and what scripts inside tests import of `build`. */
function importsOf(file: string, text: string): Import[] {
  const to = (from = '') => relative(root, resolve(root, dirname(file), from)).replace(/\.js$/, '.ts');
  const standing = [...text.matchAll(/^(?:import|export) (type )?([^;']*?)\s*(?:from )?'(\.[^']+)';/gm)].map(
    ([, types, what = '', from]) => ({
      to: to(from),
      names: namesIn(what),
      typesOnly: types !== undefined || isTypesOnly(what),
    }),
  );
  const lazy = [...text.matchAll(/(?:(\{[^{}]*\}) = await )?\bimport\('(\.[^']+)'\)(?:\.(\w+))?/g)].map(([, what = '', from, one]) => ({
    to: to(from),
    names: one === undefined ? namesIn(what) : [one],
    typesOnly: one !== undefined,
  }));
  const inScripts = [...text.matchAll(/import (\{[^{}]*\}) from '\$\{projectRoot\}\/build\/([^']+)\.js'/g)].map(([, what = '', from]) => ({
    to: `${from}.ts`,
    names: namesIn(what),
    typesOnly: false,
  }));
  return [...standing, ...lazy, ...inScripts];
}

/** `{ a, type B, c as d }` names a, B and c; anything else names all. */
function namesIn(what: string): string[] {
  const listed = /\{([^}]*)\}/.exec(what)?.[1];
  if (listed === undefined) return ['*'];
  return listed.split(',').flatMap((name) => /^\s*(?:type )?(\w+)/.exec(name)?.[1] ?? []);
}

/** `{ type A, type B }` */
function isTypesOnly(what: string): boolean {
  const names = what.replace(/[{}]/g, '').split(',');
  return what.startsWith('{') && names.every((name) => name.trim() === '' || name.trim().startsWith('type '));
}

/** The names that a file declares and exports. */
export function ownExportsOf(text: string): string[] {
  const own = text.matchAll(/^export (?:abstract |async )*(?:function\*?|const|let|class|interface|type|enum) (\w+)/gm);
  return [...own].map(([, name = '']) => name);
}

/** Functions that a file exports without a doc comment; not a command of the desk, whose help says it, nor one whose type is named and says it. */
export function silentExportsOf(text: string): string[] {
  const silent = text.matchAll(/^(?<!\*\/\n)export (?:async )?(?:function\*? (\w+)|const (\w+) = (?:late\(|(?:async )?(?:<.*>)?\())(.*)/gm);
  return [...silent]
    .filter(([line]) => !/ add\w+\(\w+: Command, screen: Screen\b/.test(line))
    .map(([, name, constant]) => name ?? constant ?? '');
}

/** The names a file exports, its own and those it passes on. */
export function exportsOf(text: string): string[] {
  const passedOn = [...text.matchAll(/^export (?:type )?\{([^}]*)\}/gm)].flatMap(([, listed = '']) => listed.split(','));
  return [...ownExportsOf(text), ...passedOn.flatMap((name) => /(\w+)\s*$/.exec(name)?.[1] ?? [])];
}

/** Functions, methods and closures with a body of their own lines: where each begins (from 1), its first line, how many lines it has. */
export function functionsOf(text: string): { line: number; head: string; lines: number }[] {
  const all = text.split('\n');
  return all.flatMap((opening, at) => {
    const depth = /^ */.exec(opening)?.[0] ?? '';
    if (!opening.endsWith('{')) return [];
    const first = opening.startsWith(`${depth})`) ? lastAtDepth(all, depth, at) : at;
    const head = (all[first] ?? '').slice(depth.length);
    if (!isFunction(head, opening)) return [];
    const last = all.findIndex((line, place) => place > at && line.startsWith(`${depth}}`));
    return [{ line: first + 1, head, lines: last - first + 1 }];
  });
}

/** Of a head that stands over several lines: the line it begins at. */
function lastAtDepth(all: readonly string[], depth: string, before: number): number {
  return all.findLastIndex((line, place) => place < before && line.startsWith(depth) && /\S/.test(line[depth.length] ?? ''));
}

function isFunction(head: string, opening: string): boolean {
  if (/=> \{$/.test(opening) || /\bfunction\b/.test(head)) return true;
  return /\)(: [^=]*)? \{$/.test(opening) && !/^(\} )?(if|else|for|while|switch|catch|with)\b/.test(head);
}
