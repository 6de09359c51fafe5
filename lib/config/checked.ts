// What was made of a settings file is kept from one start to the next, for reading and checking it is a tenth of a start and it is mostly the
// same. It stands where Node keeps what it has compiled, a file for each settings file and program, and counts only for the same text.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Kept<Made> {
  /** Of which text. */
  of: string;
  made: Made;
}

/** Where things are kept: `folder` is undefined where nothing is; `program` names the code that makes them, another name for other code. */
export interface CheckedBy {
  folder: string | undefined;
  program: string | null;
}

/**
 * What `make` makes of the text of the file at `path`, which must be of JSON's kinds: made now, or kept from an earlier start. Null is not kept. A folder
 * of somebody else's, who might lay anything there, is left alone; one that cannot be written only costs the time again.
 */
export function checkedOr<Made>({ folder, program }: CheckedBy, path: string, text: string, make: () => Made | null): Made | null {
  if (folder === undefined || program === null) return make();
  const begin = `settings-${hashOf(path)}-`;
  const file = join(folder, `${begin}${hashOf(program)}.json`);
  const of = hashOf(text);
  const kept = read<Made>(folder, file);
  if (kept?.of === of) return kept.made;
  const made = make();
  if (made !== null) write(folder, begin, file, { of, made });
  return made;
}

/** The program by the address of one of its modules: the bundle names its files by a hash of what is in them. Null where a name says nothing. */
export function programOf(moduleUrl: string): string | null {
  return /\/chunks\/[\w.]+-[A-Z0-9]{8}\.js$/.test(moduleUrl) ? moduleUrl : null;
}

function read<Made>(folder: string, file: string): Kept<Made> | null {
  try {
    return isOwn(folder) ? (JSON.parse(readFileSync(file, 'utf8')) as Kept<Made>) : null;
  } catch (error) {
    // Nothing is kept yet, or what was written is no JSON: it is made anew and written over.
    if (error instanceof SyntaxError || isOfFiles(error)) return null;
    throw error;
  }
}

/** What is older is of a program before this one, or is made again. */
const oldMs = 24 * 3_600_000;

/** In one step, for others may read it meanwhile; for its owner alone, as addresses of feeds may hold a key. Removes what is old of the same settings. */
function write(folder: string, begin: string, file: string, kept: Kept<unknown>): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!isOwn(folder)) return;
    const unfinished = `${file}.${process.pid}`;
    writeFileSync(unfinished, JSON.stringify(kept), { mode: 0o600 });
    renameSync(unfinished, file);
    for (const name of readdirSync(folder)) {
      const other = join(folder, name);
      if (name.startsWith(begin) && Date.now() - statSync(other).mtimeMs > oldMs) rmSync(other);
    }
  } catch (error) {
    if (!isOfFiles(error)) throw error;
  }
}

function isOwn(folder: string): boolean {
  return statSync(folder).uid === process.getuid?.();
}

function isOfFiles(error: unknown): boolean {
  return error instanceof Error && 'code' in error;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
