// One lane as the conductor sees it: what is under way, which of its models may be asked when, and why not. Time is handed in, milliseconds
// since 1970. After trouble it begins with one call at once and doubles with each success.
import type { Fault, FaultKind } from '../fault.js';
import type { Server } from '../server.js';
import type { Standstill } from './turn.js';

/** Left alone after failures in a row; see guard/breaker. */
interface Breaker {
  opensAt: () => number;
  state: () => 'closed' | 'open' | 'probing';
  started: () => void;
  succeeded: () => void;
  saidNothing: () => void;
  failed: (now: number) => boolean;
}

/** How a lane's model, or its server where model is '', stands; for the record that other processes read. */
export interface LaneState {
  engine: Server['engine'];
  model: string;
  state: 'closed' | 'open' | 'paused';
  until: Date | null;
  reason: string | null;
}

/** Why a model cannot be asked now. */
interface Trouble {
  since: number;
  /** When it may be asked again; infinity while that is being tried. */
  until: number;
  fault: Fault;
}

interface LaneOptions {
  name: 'local' | 'cloud';
  server: Server;
  atOnce: number;
  /** Why nothing begins here at all, and since when; null where calls may. */
  standstill: (now: number) => Standstill | null;
  makeBreaker: () => Breaker;
  random: () => number;
  /** Told of each change, and in which words; null where it is nothing to others: each process asks for its own money. */
  changed: (standing: LaneState | null, words: string) => void;
}

/** What a call is taken to last before any was measured. */
const firstGuessMs = { local: 5000, cloud: 2000 };
const pauseKinds: Partial<Record<FaultKind, { firstMs: number; mostMs: number }>> = {
  rate_limited: { firstMs: 15_000, mostMs: 10 * 60_000 },
  busy: { firstMs: 1000, mostMs: 60_000 },
  quota: { firstMs: 3_600_000, mostMs: 24 * 3_600_000 },
  over_budget: { firstMs: 500, mostMs: 24 * 3_600_000 },
};
/** How much newer measurements count. */
const fresh = 0.2;

export type Lane = ReturnType<typeof makeLane>;

export function makeLane({ name, server, atOnce, standstill, makeBreaker, random, changed }: LaneOptions) {
  const breakers = new Map<string, Breaker>();
  const troubles = new Map<string, Trouble>();
  const wrong = new Map<string, Fault>();
  const underWay = new Map<string, number>();
  /** Others had trouble there, which is over for all we know. */
  const healing = new Set<string>();
  let cap = atOnce;
  let pausesInARow = 0;
  let callMs = firstGuessMs[name];
  let measured = false;
  let loadMs = 0;

  const breaker = (key: string): Breaker => {
    const made = breakers.get(key) ?? makeBreaker();
    breakers.set(key, made);
    return made;
  };
  const both = (model: string): Breaker[] => [breaker(''), breaker(model)];
  const count = (): number => [...underWay.values()].reduce((sum, calls) => sum + calls, 0);
  const troubleOf = (model: string): Trouble | undefined =>
    ['', model].flatMap((of) => troubles.get(of) ?? []).sort((a, b) => b.until - a.until)[0];
  const mayAt = (model: string): number => {
    if (wrong.has('') || wrong.has(model)) return Number.POSITIVE_INFINITY;
    const pausedUntil = Math.max(troubles.get('')?.until ?? 0, troubles.get(model)?.until ?? 0);
    return Math.max(pausedUntil, ...both(model).map((one) => one.opensAt()));
  };
  const key = (model: string, fault: Fault): string => (fault.ofTheServer ? '' : model);

  /** Waits as told, else longer each time, with a jitter; returns until when. */
  const pause = (model: string, fault: Fault, now: number): void => {
    const { firstMs, mostMs } = pauseKinds[fault.kind] ?? { firstMs: 0, mostMs: 0 };
    const told =
      fault.details.until?.getTime() ??
      (fault.details.retryAfterSeconds === undefined ? undefined : now + fault.details.retryAfterSeconds * 1000);
    const grown = now + Math.min(firstMs * 2 ** pausesInARow, mostMs) * (0.75 + random() / 2);
    // Who says "at once" each time is believed less and less; what others set aside does come back at once.
    const leastMs = fault.kind === 'over_budget' ? 50 : Math.min(50 * 2 ** pausesInARow, 10_000);
    const until = Math.min(Math.max(told ?? grown, now + leastMs), now + mostMs + 60_000);
    const before = troubles.get(key(model, fault));
    // Calls that were under way hear the same a moment later.
    if (before && before.until > now && (told === undefined || until <= before.until + 1000)) return;
    if (!before || before.until <= now) pausesInARow++;
    troubles.set(key(model, fault), { since: before?.since ?? now, until, fault });
    cap = 1;
    const seconds = Math.round((until - now) / 1000);
    tell(
      key(model, fault),
      'paused',
      until,
      fault,
      `${name} paused: ${words(fault.kind)}, ${seconds < 3600 ? `${seconds} s` : `${Math.round(seconds / 3600)} h`}`,
    );
  };
  const tell = (of: string, state: LaneState['state'], until: number | null, fault: Fault | null, said: string): void =>
    changed(
      fault?.kind === 'over_budget'
        ? null
        : { engine: server.engine, model: of, state, until: until === null ? null : new Date(until), reason: fault?.message ?? null },
      said,
    );

  return {
    name,
    server,
    atOnce,
    underWay: count,
    underWayOf: (model: string): number => underWay.get(model) ?? 0,
    hasRoom: (): boolean => count() < cap,
    /** When the model may be asked: not after `now` where it may be at once, infinity where nothing but an operator or a probe helps. */
    mayAt,
    /** What only an operator mends. */
    wrongWith: (model: string): Fault | undefined => wrong.get('') ?? wrong.get(model),
    troubleOf,
    standstill,
    callMs: (): number => callMs,
    /** What a change of model and a call take. */
    changeMs: (): number => callMs + loadMs,
    /** How long until `calls` more would be done here. */
    needsMs: (calls: number, model: string, now: number): number =>
      (standstill(now)?.waitedMs ?? 0) + Math.max(0, mayAt(model) - now) + Math.ceil((calls + count()) / Math.max(cap, 1)) * callMs,
    /** Another process had trouble until then; where that is over, an answer is told of all the same. */
    heard: (model: string, until: number, fault: Fault, now: number): void => {
      if (until > now) troubles.set(model, { since: now, until, fault });
      else healing.add(model);
    },
    started: (model: string): void => {
      underWay.set(model, (underWay.get(model) ?? 0) + 1);
      for (const one of both(model)) one.started();
    },
    ended: (model: string): void => {
      underWay.set(model, (underWay.get(model) ?? 1) - 1);
    },
    /** It ended without saying anything of the lane: the asker left. */
    saidNothing: (model: string): void => {
      for (const one of both(model)) one.saidNothing();
    },
    succeeded: (model: string, latencyMs: number, loadedMs: number): void => {
      for (const one of both(model)) one.succeeded();
      callMs += (Math.max(1, latencyMs - loadedMs) - callMs) * (measured ? fresh : 1);
      measured = true;
      if (loadedMs >= 500) loadMs = loadedMs;
      pausesInARow = 0;
      cap = Math.min(atOnce, cap * 2);
      const healed = ['', model].filter((of) => healing.delete(of) || (troubles.get(of)?.until ?? 0) > 0);
      for (const of of ['', model]) troubles.delete(of);
      for (const of of healed) tell(of, 'closed', null, null, `${name}${of === '' ? '' : ` ${of}`} answers again`);
    },
    faulted: (model: string, fault: Fault, now: number): void => {
      if (fault.misconfigured) {
        wrong.set(key(model, fault), fault);
        for (const one of both(model)) one.saidNothing();
        tell(key(model, fault), 'open', null, fault, `${name} ${model} left out: ${words(fault.kind)}`);
        return;
      }
      if (fault.ofTheQuestion) {
        // What is refused may never have left this process; what is withheld came from the server.
        for (const one of both(model)) fault.kind === 'blocked' ? one.succeeded() : one.saidNothing();
        return;
      }
      if (pauseKinds[fault.kind]) {
        for (const one of both(model)) one.saidNothing();
        pause(model, fault, now);
        return;
      }
      const failing = key(model, fault);
      if (failing !== '') breaker('').saidNothing();
      else breaker(model).saidNothing();
      const opened = breaker(failing).failed(now);
      const until = opened ? breaker(failing).opensAt() : (troubles.get(failing)?.until ?? 0);
      troubles.set(failing, { since: troubles.get(failing)?.since ?? now, until, fault });
      if (!opened) return;
      cap = 1;
      tell(
        failing,
        'open',
        until,
        fault,
        `${name} ${failing === '' ? 'server' : failing} left alone: ${words(fault.kind)}, ${Math.ceil((until - now) / 1000)} s`,
      );
    },
    states: (): Map<string, 'closed' | 'open' | 'probing'> => new Map([...breakers].map(([of, one]) => [of, one.state()])),
  };
}

function words(kind: FaultKind): string {
  return kind === 'rate_limited' ? 'rate limit' : kind.replaceAll('_', ' ');
}
