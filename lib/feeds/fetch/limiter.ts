// How many fetches may be under way, over all hosts and at each, and how long between two at one host. A host that asked us to stay away
// is left alone by all the feeds it serves.
import { performance } from 'node:perf_hooks';

export interface HostLimits {
  /** Fetches inside at once, over all hosts. */
  atOnce: number;
  /** Fetches inside at once for one host. */
  perHost: number;
  /** Seconds between the starts of two fetches at one host; 0 for none. */
  hostSpacingSeconds: number;
}

export interface Limiter {
  /** Resolves, in the order they came, when the host may be asked; what it gives must be called once to leave. Rejects with the signal's reason. */
  enter(host: string, signal: AbortSignal): Promise<() => void>;
  /** Notes that the host wants no request for so long. A shorter wish does not shorten a longer one. */
  rest(host: string, seconds: number): void;
  /** Seconds the host still wants to be left alone; 0 when it does not. */
  restsForSeconds(host: string): number;
}

interface Host {
  inside: number;
  nextStartMs: number;
  restUntilMs: number;
}

interface WaitingRequest {
  host: Host;
  admit: () => void;
}

/** One place covers both limits, so that nobody holds one while waiting for the other, and a busy host holds up no other host. */
export function makeLimiter(limits: HostLimits): Limiter {
  const hosts = new Map<string, Host>();
  const queue: WaitingRequest[] = [];
  let inside = 0;
  let timer: NodeJS.Timeout | undefined;

  return {
    enter(name, signal) {
      return new Promise((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason);
        const host = hostOf(name);
        const leaveQueue = () => {
          queue.splice(queue.indexOf(waiting), 1);
          reject(signal.reason);
        };
        const waiting: WaitingRequest = {
          host,
          admit: () => {
            signal.removeEventListener('abort', leaveQueue);
            resolve(() => leave(host));
          },
        };
        signal.addEventListener('abort', leaveQueue, { once: true });
        queue.push(waiting);
        admitAll();
      });
    },
    rest(name, seconds) {
      const host = hostOf(name);
      host.restUntilMs = Math.max(host.restUntilMs, performance.now() + seconds * 1000);
    },
    restsForSeconds: (name) => Math.max(0, (hostOf(name).restUntilMs - performance.now()) / 1000),
  };

  function admitAll(): void {
    clearTimeout(timer);
    const nowMs = performance.now();
    let soonestMs = Number.POSITIVE_INFINITY;
    for (let place = 0; place < queue.length && inside < limits.atOnce; ) {
      const waiting = queue[place] as WaitingRequest;
      const { host } = waiting;
      if (host.inside < limits.perHost && host.nextStartMs <= nowMs) {
        queue.splice(place, 1);
        inside++;
        host.inside++;
        host.nextStartMs = nowMs + limits.hostSpacingSeconds * 1000;
        waiting.admit();
      } else {
        if (host.inside < limits.perHost) soonestMs = Math.min(soonestMs, host.nextStartMs);
        place++;
      }
    }
    if (soonestMs < Number.POSITIVE_INFINITY) timer = setTimeout(admitAll, Math.ceil(soonestMs - nowMs));
  }

  function leave(host: Host): void {
    inside--;
    host.inside--;
    admitAll();
  }

  function hostOf(name: string): Host {
    const host = hosts.get(name) ?? { inside: 0, nextStartMs: 0, restUntilMs: 0 };
    hosts.set(name, host);
    return host;
  }
}
