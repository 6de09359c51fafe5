// One event a line: JSON for machines and files, colour for people at a terminal. Writes synchronously, so that kill -9 keeps
// every line that was logged. Secrets do not get here: no caller hands in settings, addresses are shown without passwords.
import { fstatSync } from 'node:fs';
import { createRequire } from 'node:module';
import pino from 'pino';
import type pretty from 'pino-pretty';

export type Log = pino.Logger;

/** The levels of a log line as the journal of systemd knows them; what is not named here is what it assumes of a line. */
const journalLevels: Record<number, string> = { 10: '<7>', 20: '<7>', 40: '<4>', 50: '<3>', 60: '<2>' };

/** Where lines go: standard error is for commands whose output is their answer, a stream for who runs the program within their own. */
export type LogTo = 'stdout' | 'stderr' | pino.DestinationStream;

/** A logger to there. */
export function makeLog(options: { level: string; name: string; to: LogTo; journalStream?: string | undefined }): Log {
  const stream = typeof options.to === 'object' ? options.to : forProcess(options.to, options.journalStream);
  return pino(
    {
      level: options.level,
      name: options.name,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    stream,
  );
}

function forProcess(to: 'stdout' | 'stderr', journalStream: string | undefined): pino.DestinationStream {
  const fd = to === 'stdout' ? 1 : 2;
  if (process[to].isTTY !== true) return forFile(fd, journalStream);
  return loadPretty()({
    colorize: true,
    sync: true,
    destination: fd,
    ignore: 'pid,hostname,name',
    translateTime: 'SYS:HH:MM:ss',
    messageKey: 'event',
  });
}

/** A log on a full disk, or read by nobody any more, ends no work: it is told once, where there is still somebody to tell. */
function going<Stream extends { on: (event: 'error', told: (error: NodeJS.ErrnoException) => void) => unknown }>(stream: Stream): Stream {
  let told = false;
  stream.on('error', ({ code, message }) => {
    if (told || code === 'EPIPE') return;
    told = true;
    process.stderr.write(`The log cannot be written: ${message}. The work goes on without it; make room, or log elsewhere.\n`);
  });
  return stream;
}

/** Loaded for people only: it costs a script that cron starts a tenth of its empty run. */
function loadPretty(): typeof pretty {
  return createRequire(import.meta.url)('pino-pretty') as typeof pretty;
}

/** Where the lines go to the journal, each begins with the number of its level, which the journal takes off again. */
function forFile(fd: number, journalStream: string | undefined): pino.DestinationStream {
  const file = going(pino.destination({ dest: fd, sync: true }));
  if (!isStream(fd, journalStream)) return file;
  return {
    [Symbol.for('pino.metadata')]: true,
    lastLevel: 30,
    write(line: string) {
      file.write(`${journalLevels[this.lastLevel] ?? ''}${line}`);
    },
  } as pino.DestinationStream & { lastLevel: number };
}

/** As systemd says it in JOURNAL_STREAM: the device and the inode of what it has connected. */
function isStream(fd: number, stream: string | undefined): boolean {
  if (stream === undefined) return false;
  const { dev, ino } = fstatSync(fd, { bigint: true });
  return stream === `${dev}:${ino}`;
}
