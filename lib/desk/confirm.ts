// Asks before something is done that costs or cannot be taken back. Without a terminal nobody can answer, so it must be said with --yes.
import { createInterface } from 'node:readline/promises';
import { DeskError, exitCodes } from './end.js';
import type { Screen } from './screen.js';

/** Returns where it is agreed to, at once with `yes`. Throws where it is not; `what` is the sentence of what would be done. */
export async function confirm(what: string, yes: boolean, screen: Screen): Promise<void> {
  if (yes) return;
  if (screen.columns === null || !process.stdin.isTTY)
    throw new DeskError(`${what} Nothing was changed: say --yes to do it, --dry-run to only look.`, exitCodes.wrongConfiguration);
  screen.print(what);
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const said = await lines.question('Do it? [y/N] ');
    if (!/^y(es)?$/i.test(said.trim())) throw new DeskError('Nothing was changed.');
  } finally {
    lines.close();
  }
}
