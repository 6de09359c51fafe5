// A password for a user: typed twice at a terminal and not shown, read from a file, or made here and shown once.
import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { passwordFault } from '../users/password.js';
import { DeskError, exitCodes } from './end.js';
import type { Screen } from './screen.js';
import { whyUnreadable } from './unread.js';

export interface PasswordFlags {
  passwordFile?: string;
  generate: boolean;
}

/** Throws a sentence where none comes, or what comes may be none. `shown`: it was made here, and its user must be told. */
export async function askPassword(
  { passwordFile, generate }: PasswordFlags,
  screen: Screen,
): Promise<{ password: string; shown: boolean }> {
  if (generate) return { password: generated(), shown: true };
  const password = passwordFile === undefined ? await typed(screen) : fromFile(passwordFile);
  const fault = passwordFault(password);
  if (fault !== null) throw new DeskError(fault, exitCodes.wrongConfiguration);
  return { password, shown: false };
}

/** No letter that is taken for another: 20 of 31 are 99 bits. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

function generated(): string {
  const groups = Array.from({ length: 4 }, () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join(''));
  return groups.join('-');
}

/** Its first line; `-` is standard input. */
function fromFile(file: string): string {
  try {
    return (readFileSync(file === '-' ? 0 : file, 'utf8').split(/\r?\n/, 1)[0] ?? '').trim();
  } catch (cause) {
    throw new DeskError(whyUnreadable(file, cause), exitCodes.wrongConfiguration);
  }
}

async function typed(screen: Screen): Promise<string> {
  if (screen.columns === null || !process.stdin.isTTY)
    throw new DeskError(
      'Without a terminal nobody can type a password: name a file with --password-file (- is standard input), or say --generate.',
      exitCodes.wrongConfiguration,
    );
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  const ask = (question: string): Promise<string> =>
    new Promise((resolve, reject) => {
      process.stderr.write(question);
      lines.once('SIGINT', () => reject(new DeskError('Nothing was changed.')));
      lines.question('', (answer) => {
        process.stderr.write('\n');
        resolve(answer);
      });
    });
  try {
    const password = await ask('Password: ');
    if ((await ask('Once more: ')) !== password) throw new DeskError('The two are not the same; nothing was changed.');
    return password;
  } finally {
    lines.close();
  }
}
