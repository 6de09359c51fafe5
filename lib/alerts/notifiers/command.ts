// Tells a command of the operator's own: the notice as JSON on its standard input, no shell in between.
import { spawn } from 'node:child_process';
import { closeAfterExit } from '../../child-outputs.js';

const deadlineSeconds = 20;

/** Throws a sentence where it cannot be run, ends with another code than 0, or takes too long. */
export function pipeToCommand([program = '', ...words]: readonly string[], input: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { stdio: ['pipe', 'ignore', 'pipe'], timeout: deadlineSeconds * 1000, killSignal: 'SIGKILL' });
    closeAfterExit(child);
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-300);
    });
    // One that reads nothing closes its end.
    child.stdin.on('error', () => undefined);
    child.once('error', (cause) => reject(new Error(`${program} cannot be run: ${cause.message}.`, { cause })));
    child.once('close', (code, signal) => {
      if (code === 0) resolve();
      else
        reject(
          new Error(
            signal
              ? `${program} took longer than ${deadlineSeconds} s.`
              : `${program} ended with ${code}: ${said.trim() || 'it did not say why'}.`,
          ),
        );
    });
    child.stdin.end(`${input}\n`);
  });
}
