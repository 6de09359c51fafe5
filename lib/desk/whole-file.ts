// A file that is written whole or not at all: whoever reads it finds the old one or the new one, never half of one.
import { randomBytes } from 'node:crypto';
import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { DeskError } from './end.js';

interface Growing {
  write: (text: string) => void;
}

/** Writes what `fill` gives, and puts it in its place when all is there. `what` begins the sentence of a failure: "The brief". */
export async function writeWhole(file: string, what: string, fill: (growing: Growing) => Promise<void> | void): Promise<void> {
  // Not by the number of this process, which in a container is the same each time: what one left behind would be in the way for ever.
  const unfinished = `${file}.${randomBytes(4).toString('hex')}.new`;
  let descriptor: number | undefined;
  try {
    // "wx" follows no link that somebody has laid there.
    descriptor = doing(file, what, () => openSync(unfinished, 'wx'));
    const open = descriptor;
    await fill({ write: (text) => doing(file, what, () => writeAll(open, Buffer.from(text))) });
    doing(file, what, () => {
      closeSync(open);
      descriptor = undefined;
      renameSync(unfinished, file);
    });
  } catch (error) {
    if (descriptor !== undefined) closeSync(descriptor);
    rmSync(unfinished, { force: true });
    throw error;
  }
}

function writeAll(descriptor: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
}

function doing<T>(file: string, what: string, step: () => T): T {
  try {
    return step();
  } catch (error) {
    throw new DeskError(
      `${what} cannot be written to ${file}: ${error instanceof Error ? error.message : String(error)}. Name another place.`,
    );
  }
}
