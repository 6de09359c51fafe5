// Which test files only compute: they keep a core busy from their first line to their last, and what they compute with - vocabulary, lexicons,
// tables, and what V8 has compiled by then - takes seconds to put together in each process that runs them. All others wait most of their time, for
// a process, for Postgres, for a time that must pass.
import { readSources, type SourceFile } from './source-files.js';

/** What a test file, or what it takes of test/, imports when it waits. */
const waitsFor = /from '(?:node:(?:child_process|http|net)|postgres)'|import \{[^}]*\binject\b[^}]*\} from 'vitest'/;

/** Their paths from the root of the project. */
export function computingTests(): string[] {
  const files = new Map(readSources(['test']).map((source) => [source.file, source]));
  const known = new Map<string, boolean>();
  const waits = ({ file, text, imports }: SourceFile): boolean => {
    const before = known.get(file);
    if (before !== undefined) return before;
    // Files that import one another in a circle are refused by test/walls.test.ts; until it has said so, this ends.
    known.set(file, false);
    const found = waitsFor.test(text) || imports.some(({ to, typesOnly }) => !typesOnly && waitsAt(to));
    known.set(file, found);
    return found;
  };
  const waitsAt = (path: string): boolean => {
    const source = files.get(path);
    return source !== undefined && waits(source);
  };
  return [...files.values()].filter((source) => source.file.endsWith('.test.ts') && !waits(source)).map(({ file }) => file);
}
