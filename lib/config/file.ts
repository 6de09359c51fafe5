// Reads a settings file and says all that is wrong with it, with its lines.
import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Document, LineCounter } from 'yaml';
import type { z } from 'zod';
import { type CheckedBy, checkedOr } from './checked.js';
import { unknownIds } from './ids.js';
import { missingPaths } from './paths.js';
import { type Amiss, placeIn, problemsOf, repeatedSources } from './problems.js';
import { type Settings, settings } from './settings.js';
import { readQuickly, yamlWithLines } from './yaml.js';

interface Where {
  path: string;
  /** Another file that holds its text, as it was; undefined: the file itself. */
  textFrom?: string | undefined;
  /** Whether the files and folders of sources are looked for. */
  paths: boolean;
  /** The project's own folder. */
  root: string;
}

/**
 * Most files are right, so a quick parser reads first. What it refuses, and what has a problem to place, is read once more by the one that
 * knows lines.
 */
export function readFile(where: Where, before: CheckedBy): { settings: Settings | null; problems: string[] } {
  const { path } = where;
  const text = textOf(where.textFrom ?? path);
  const quick = text === undefined ? null : checkedOr(before, path, text, () => checkedQuickly(text));
  if (quick !== null && amissAround(quick, where).length === 0) return { settings: quick, problems: [] };
  return readWithLines(where);
}

/** Null where the text is for the other parser, or not right as it stands. */
function checkedQuickly(text: string): Settings | null {
  const value = readQuickly(text);
  if (value === undefined) return null;
  const parsed = settings().safeParse(value ?? {});
  return parsed.success && repeatedSources(value).length === 0 ? parsed.data : null;
}

/** What is wrong with settings of the right shape, as far as their surroundings tell. */
function amissAround(read: Settings, { path, paths, root }: Where): readonly Amiss[] {
  return [...unknownIds(read, root), ...(paths ? missingPaths(read.sources, dirname(path)) : [])];
}

function readWithLines(where: Where): { settings: Settings | null; problems: string[] } {
  const { path } = where;
  const lines = new (yamlWithLines().LineCounter)();
  const read = readYaml(where, lines);
  if ('problems' in read) return { settings: null, ...read };
  const parsed = settings().safeParse(read.value ?? {});
  const placeOf = placeIn(path, read.document, lines);
  const amiss = [...repeatedSources(read.value), ...(parsed.success ? amissAround(parsed.data, where) : [])];
  const problems = [
    ...(parsed.success ? [] : problemsOf(parsed.error as z.ZodError, settings(), path, read.document, lines)),
    ...amiss.map((one) => `${placeOf(one.path)}: found ${one.found}, allowed is ${one.allowed}${one.allowed.endsWith('?') ? '' : '.'}`),
  ];
  return { settings: parsed.success && problems.length === 0 ? parsed.data : null, problems };
}

/** The file's text; undefined where it cannot be read, which the slower way says in words. */
function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}

function readYaml(
  { path, textFrom = path }: Where,
  lines: LineCounter,
): { document: Document.Parsed; value: unknown } | { problems: string[] } {
  try {
    const document = yamlWithLines().parseDocument(readFileSync(textFrom, 'utf8'), { lineCounter: lines });
    const broken = document.errors.map(
      (error) => `${path}:${error.linePos?.[0].line ?? 1}: not valid YAML: ${error.message.split('\n')[0]}`,
    );
    return broken.length > 0 ? { problems: broken } : { document, value: document.toJS() };
  } catch (error) {
    // What the parser finds only when it follows aliases, it throws as a ReferenceError.
    if (error instanceof ReferenceError) return { problems: [`${path}: not valid YAML: ${error.message}`] };
    const reason = existsSync(textFrom) ? `cannot be read: ${error instanceof Error ? error.message : String(error)}` : 'no such file';
    return { problems: [`${path}: ${reason}. Name the settings file in SNI_CONFIG, or start from the project's sni.yaml.`] };
  }
}
