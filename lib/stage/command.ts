// A program of the operator's own: the item as JSON on its standard input, its answer as one JSON object on its standard output. No shell
// reads a word of it, and of the environment it gets what it is given by name.
import { spawn } from 'node:child_process';
import { closeAfterExit, giveInput, lastSaid } from '../child-pipes.js';
import type { Stage } from '../config/stages.js';

/** More than this is no answer. */
const mostBytes = 1_000_000;

type Commanded = Pick<Stage, 'name' | 'timeoutSeconds' | 'folder'> & { command: NonNullable<Stage['command']> };

/** What the program said. Throws a sentence where it cannot be run, fails, takes too long or says no JSON object; the signal's reason where that is aborted. */
export async function runStageCommand(stage: Commanded, input: unknown, signal: AbortSignal): Promise<unknown> {
  signal.throwIfAborted();
  const of = `The program of the stage ${stage.name} (${stage.command.words[0]})`;
  const { code, out, err, late } = await spoken(stage, `${JSON.stringify(input)}\n`, signal, of);
  signal.throwIfAborted();
  if (late) throw new Error(`${of} took longer than ${stage.timeoutSeconds} s and was ended.`);
  if (out.length > mostBytes) throw new Error(`${of} said more than ${mostBytes / 1_000_000} MB; an answer is one JSON object.`);
  if (code !== 0) throw new Error(`${of} ended with ${code}: ${err || 'it did not say why'}.`);
  try {
    return JSON.parse(out);
  } catch (cause) {
    throw new Error(`${of} answered no JSON: ${JSON.stringify(out.slice(0, 200))}.`, { cause });
  }
}

interface Spoken {
  /** The exit code, or the signal that ended it. */
  code: number | NodeJS.Signals | null;
  out: string;
  err: string;
  late: boolean;
}

function spoken({ command, timeoutSeconds, folder }: Commanded, input: string, signal: AbortSignal, of: string): Promise<Spoken> {
  const [program = '', ...words] = command.words;
  return new Promise((resolve, reject) => {
    // A group of its own, so that what it starts ends with it.
    const child = spawn(program, words, { cwd: folder, env: command.environment, shell: false, detached: true, stdio: 'pipe' });
    closeAfterExit(child);
    const said = { out: '', late: false };
    const end = (): void => {
      if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) kill(child.pid);
    };
    const timer = setTimeout(() => {
      said.late = true;
      end();
    }, timeoutSeconds * 1000);
    child.once('exit', () => {
      // In time is what ended in time, whatever it has left in the background.
      clearTimeout(timer);
      if (child.pid !== undefined) kill(child.pid);
    });
    signal.addEventListener('abort', end, { once: true });
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said.out += text;
      if (said.out.length > mostBytes) end();
    });
    const complaint = lastSaid([child.stderr], 500);
    giveInput(child, input);
    const over = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
    };
    child.once('error', (cause) => {
      over();
      reject(Object.assign(new Error(`${of} cannot be run: ${cause.message}. See stages in sni.yaml.`, { cause }), { exitCode: 78 }));
    });
    child.once('close', (code, by) => {
      over();
      resolve({ ...said, code: code ?? by, err: complaint() });
    });
  });
}

/** With all it has started; it may be gone already. */
function kill(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
