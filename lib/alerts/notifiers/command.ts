// Tells a command of the operator's own: the notice as JSON on its standard input, no shell in between.
import { spawn } from 'node:child_process';
import { closeAfterExit, giveInput, lastSaid } from '../../child-pipes.js';

const deadlineSeconds = 20;

/** Throws a sentence where it cannot be run, ends with another code than 0, or takes too long. */
export function pipeToCommand([program = '', ...words]: readonly string[], input: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { stdio: ['pipe', 'ignore', 'pipe'], timeout: deadlineSeconds * 1000, killSignal: 'SIGKILL' });
    closeAfterExit(child);
    const complaint = lastSaid([child.stderr], 300);
    giveInput(child, `${input}\n`);
    child.once('error', (cause) => reject(new Error(`${program} cannot be run: ${cause.message}.`, { cause })));
    child.once('close', (code, signal) => {
      if (code === 0) resolve();
      else if (signal) reject(new Error(`${program} took longer than ${deadlineSeconds} s.`));
      else reject(new Error(`${program} ended with ${code}: ${complaint() || 'it did not say why'}.`));
    });
  });
}
