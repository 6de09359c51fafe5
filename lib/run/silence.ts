// How long the database has said nothing. A connection can hang half-open for hours, and a frozen server accepts what it never answers: neither
// is an error, so a run measures from the last beat that was answered, whatever became of those after it.

/** The database does not answer, neither well nor badly. */
export class DatabaseSilent extends Error {
  override name = 'DatabaseSilent';
}

export interface Silence {
  /** The outcome of a promise, or DatabaseSilent thrown once nothing was heard for so long. */
  unless: <Value>(promise: Promise<Value>) => Promise<Value>;
  heard: () => void;
  stop: () => void;
}

/** How often it is looked at; what passes beyond twice that between two looks was no time to listen: this process was busy or frozen. */
const lookEverySeconds = 0.5;

/** Listens from now on, until `stop`. `onSilent` is told first, and once. */
export function listenForSilence(silenceSeconds: number, onSilent: (error: DatabaseSilent) => void): Silence {
  let silentSeconds = 0;
  let lookedAt = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setInterval(() => {
      const now = performance.now();
      silentSeconds += Math.min((now - lookedAt) / 1000, 2 * lookEverySeconds);
      lookedAt = now;
      if (silentSeconds < silenceSeconds) return;
      clearInterval(timer);
      const error = new DatabaseSilent(
        `The database has not answered for ${silenceSeconds} s. What was under way is given back when its lease runs out; see that the database and the network are up.`,
      );
      onSilent(error);
      reject(error);
    }, lookEverySeconds * 1000);
  });
  // Also where nothing is being waited for.
  tooLong.catch(() => undefined);
  return {
    unless: (promise) => Promise.race([promise, tooLong]),
    heard: () => {
      silentSeconds = 0;
    },
    stop: () => clearInterval(timer),
  };
}
