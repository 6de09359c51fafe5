// checkpoints/pN.json: where a run stands and the answers it paid for. It saves time and money and never decides what is true:
// delete it and nothing breaks. Written to a temporary file, flushed, renamed, so that a reader sees an old or a new one, whole.
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { late } from './late.js';

const paidAnswer = late(() =>
  z.object({
    key: z.string(),
    value: z.unknown(),
    madeBy: z.unknown(),
    problems: z.array(z.object({ field: z.string(), reason: z.string() })),
  }),
);
export type PaidAnswer = z.infer<ReturnType<typeof paidAnswer>>;

const checkpoint = late(() =>
  z.object({
    runId: z.string(),
    phase: z.string(),
    worker: z.string(),
    pid: z.number().int(),
    host: z.string(),
    startedAt: z.string(),
    writtenAt: z.string(),
    batch: z.number().int(),
    /** The item settled last; for people. What comes next is decided by the database. */
    cursor: z.string().nullable(),
    done: z.number().int(),
    failed: z.number().int(),
    total: z.number().int(),
    leaseTokens: z.array(z.string()),
    /** Answers of paid models whose items are not settled yet. */
    answers: z.array(paidAnswer()),
  }),
);
export type Checkpoint = z.infer<ReturnType<typeof checkpoint>>;

/** The folder cannot hold checkpoints, and will not until somebody changes it or names another. */
class CheckpointFolderError extends Error {
  override name = 'CheckpointFolderError';
  readonly exitCode = 78;
}

/** What a full disk or table says; all else is for an operator to mend. */
const passing = ['ENOSPC', 'EDQUOT', 'EMFILE', 'ENFILE', 'EIO', 'ENOMEM'];

/** The file of a phase, `p1.json` for the first, or of a stage, `stage-NAME.json`. The folder is made when it is missing. Throws a sentence when it cannot be written. */
export function checkpointFile(folder: string, of: number | string): string {
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK | constants.X_OK);
    if (!statSync(folder).isDirectory()) throw Object.assign(new Error('it is no folder'), { code: 'ENOTDIR' });
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    if (passing.includes(code)) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    const writable = ['EACCES', 'EPERM'].includes(code)
      ? `Make it writable (chown ${process.getuid?.() ?? 'ACCOUNT'} ${folder}), or name`
      : 'Name';
    throw new CheckpointFolderError(
      `Checkpoints cannot be written in ${folder}: ${reason}. ${writable} another folder in SNI_CHECKPOINTS.`,
      { cause },
    );
  }
  return join(folder, typeof of === 'number' ? `p${of}.json` : `stage-${of}.json`);
}

/** With the folders above it. Node's own `recursive` goes round for ever where the system lets nobody make a folder, as in /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process was quicker.
    if (!existsSync(folder)) throw error;
  }
}

/**
 * Reads a checkpoint; null when there is none. A damaged one is set aside beside it and named in `warning`.
 */
export function readCheckpoint(file: string): { checkpoint: Checkpoint | null; warning: string | null } {
  if (!existsSync(file)) return { checkpoint: null, warning: null };
  const read = parse(readFileSync(file, 'utf8'));
  if (read) return { checkpoint: read, warning: null };
  const aside = `${file}.damaged`;
  renameSync(file, aside);
  return { checkpoint: null, warning: `The checkpoint ${file} is damaged; it was set aside as ${aside}. Nothing is lost but time.` };
}

function parse(text: string): Checkpoint | null {
  try {
    return checkpoint().parse(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return null;
    throw error;
  }
}

/** Replaces the checkpoint in one step; a crash at any point leaves the one before or this one. */
export function writeCheckpoint(file: string, state: Checkpoint): void {
  const temporary = `${file}.tmp`;
  const handle = openSync(temporary, 'w', 0o640);
  try {
    writeFileSync(handle, `${JSON.stringify(state)}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(temporary, file);
  flushFolder(dirname(file));
}

/** Makes the rename itself survive a power cut. */
function flushFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
