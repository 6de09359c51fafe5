// One event a line: JSON for machines and files, colour for people at a terminal. Writes synchronously, so that kill -9 keeps
// every line that was logged. Secrets do not get here: no caller hands in settings, addresses are shown without passwords.
import { createRequire } from 'node:module';
import pino from 'pino';
import type pretty from 'pino-pretty';

export type Log = pino.Logger;

/** A logger to standard output, or to standard error for commands whose output is their answer. */
export function makeLog(options: { level: string; name: string; to: 'stdout' | 'stderr' }): Log {
  const fd = options.to === 'stdout' ? 1 : 2;
  const person = (options.to === 'stdout' ? process.stdout : process.stderr).isTTY === true;
  const stream = person
    ? loadPretty()({
        colorize: true,
        sync: true,
        destination: fd,
        ignore: 'pid,hostname,name',
        translateTime: 'SYS:HH:MM:ss',
        messageKey: 'event',
      })
    : going(pino.destination({ dest: fd, sync: true }));
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
