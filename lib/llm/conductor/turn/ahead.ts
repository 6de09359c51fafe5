// Who is before us in the line for the local server, in words: for the log, and for the fault of a question that waited in vain.

/** The process at the head of the line. */
export interface ProcessAhead {
  /** host/boot/namespace/pid/start. */
  worker: string;
  /** Null for a command of the desk. */
  phase: string | null;
  /** Whether it has the turn; else it is the next to take it. */
  holds: boolean;
  since: Date;
  /** Since its process was heard of. */
  silentSeconds: number;
  /** Since it took the turn, or was last answered in it. */
  idleSeconds: number;
}

/** Says who is waited for, once of each; nothing where nobody is known. */
export function tellOnce(say: (sentence: string) => void): (ahead: ProcessAhead | null) => void {
  let said = '';
  return (ahead) => {
    if (!ahead) return;
    const who = `${ahead.worker} ${ahead.since.getTime()}`;
    if (who === said) return;
    said = who;
    say(`local waits for its turn: ${words(ahead)}`);
  };
}

/** `failure`: why the turn could not be asked for, where it could not. */
export function reason(ahead: ProcessAhead | null, failure: string): string {
  return ahead
    ? `the turn at the local server is not free: ${words(ahead)}. End that process if it hangs; one that is dead or frozen loses its turn by itself.`
    : `the turn at the local server cannot be asked for: ${failure || 'the database does not answer'}. See that the database runs.`;
}

/** "process 4711 on box (enrich, worker box/...) has had it since 2026-03-10T08:00:12Z, and was last heard of 12 s ago". */
function words({ worker, phase, holds, since, silentSeconds }: ProcessAhead): string {
  const [host = '', , , pid = ''] = worker.split('/');
  const at = `${since.toISOString().slice(0, 19)}Z`;
  const heard = silentSeconds < 5 ? '' : `, and was last heard of ${Math.round(silentSeconds)} s ago`;
  return `process ${pid} on ${host} (${phase ?? 'a command'}, worker ${worker}) ${holds ? 'has had it' : 'is next, and has waited'} since ${at}${heard}`;
}
