// checkpoints/pN.json: where a run stands and the answers it paid for. It saves time and money and never decides what is true:
// delete it and nothing breaks. Written to a temporary file, flushed, renamed, so that a reader sees an old or a new one, whole.
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const paidAnswer = z.object({
  key: z.string(),
  value: z.unknown(),
  madeBy: z.unknown(),
  problems: z.array(z.object({ field: z.string(), reason: z.string() })),
});
export type PaidAnswer = z.infer<typeof paidAnswer>;

const checkpoint = z.object({
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
  answers: z.array(paidAnswer),
});
export type Checkpoint = z.infer<typeof checkpoint>;

/** The file of a phase: `p1.json` for the first. The folder is made when it is missing. */
export function checkpointFile(folder: string, position: number): string {
  mkdirSync(folder, { recursive: true });
  return join(folder, `p${position}.json`);
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
    return checkpoint.parse(JSON.parse(text));
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
