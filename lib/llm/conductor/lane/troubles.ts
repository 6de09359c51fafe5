// Which models of a lane may not be asked now, until when and why: what only an operator mends, what the server asked to wait for, what
// failed several times in a row. What concerns the server and not a model stands under the name ''.
import type { Fault, FaultKind } from '../../fault.js';
import type { Server } from '../../server.js';
import { type Breaker, makeBreakers } from './breakers.js';
import { isWaitedOut, pauseEnd } from './pause.js';

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

export interface TroublesOptions {
  name: string;
  server: Server;
  makeBreaker: () => Breaker;
  random: () => number;
  /** Told of each change, and in which words; null where it is nothing to others: each process asks for its own money. */
  changed: (state: LaneState | null, words: string) => void;
}

/** No model is in trouble at first. `changed` hears of each change, in words. */
export function makeTroubles({ name, server, makeBreaker, random, changed }: TroublesOptions) {
  const breakers = makeBreakers(makeBreaker);
  const troubles = new Map<string, Trouble>();
  const wrong = new Map<string, Fault>();
  /** Others had trouble there, which is over for all we know. */
  const healing = new Set<string>();
  let pausesInARow = 0;

  const endOf = (of: string): number => troubles.get(of)?.until ?? 0;
  const tell = (of: string, state: LaneState['state'], until: number | null, fault: Fault | null, said: string): void => {
    const changedTo = {
      engine: server.engine,
      model: of,
      state,
      until: until === null ? null : new Date(until),
      reason: fault?.message ?? null,
    };
    changed(fault?.kind === 'over_budget' ? null : changedTo, said);
  };

  /** False where it is known already: calls that were under way hear the same a moment later. */
  const pause = (of: string, fault: Fault, now: number): boolean => {
    const { until, isTold } = pauseEnd(fault, pausesInARow, random, now);
    const before = troubles.get(of);
    if (before && before.until > now && (!isTold || until <= before.until + 1000)) return false;
    if (!before || before.until <= now) pausesInARow++;
    troubles.set(of, { since: before?.since ?? now, until, fault });
    tell(of, 'paused', until, fault, `${name} paused: ${words(fault.kind)}, ${span(until - now)}`);
    return true;
  };
  /** False while the breaker stays closed. */
  const fail = (of: string, model: string, fault: Fault, now: number): boolean => {
    const opensAt = breakers.failed(of, model, now);
    troubles.set(of, { since: troubles.get(of)?.since ?? now, until: opensAt ?? endOf(of), fault });
    if (opensAt === null) return false;
    const seconds = Math.ceil((opensAt - now) / 1000);
    tell(of, 'open', opensAt, fault, `${name} ${of === '' ? 'server' : of} left alone: ${words(fault.kind)}, ${seconds} s`);
    return true;
  };

  return {
    /** When the model may be asked: not after `now` where it may be at once, infinity where nothing but an operator or a probe helps. */
    mayAt: (model: string): number => {
      if (wrong.has('') || wrong.has(model)) return Number.POSITIVE_INFINITY;
      return Math.max(endOf(''), endOf(model), breakers.opensAt(model));
    },
    /** What only an operator mends. */
    wrongWith: (model: string): Fault | undefined => wrong.get('') ?? wrong.get(model),
    troubleOf: (model: string): Trouble | undefined =>
      ['', model].flatMap((of) => troubles.get(of) ?? []).sort((a, b) => b.until - a.until)[0],
    /** Another process had trouble until then; where that is over, an answer is told of all the same. */
    heard: (model: string, until: number, fault: Fault, now: number): void => {
      if (until > now) troubles.set(model, { since: now, until, fault });
      else healing.add(model);
    },
    started: breakers.started,
    saidNothing: breakers.saidNothing,
    succeeded: (model: string): void => {
      breakers.succeeded(model);
      pausesInARow = 0;
      const healed = ['', model].filter((of) => healing.delete(of) || endOf(of) > 0);
      for (const of of ['', model]) troubles.delete(of);
      for (const of of healed) tell(of, 'closed', null, null, `${name}${of === '' ? '' : ` ${of}`} answers again`);
    },
    /** Whether the lane is left alone because of it. */
    faulted: (model: string, fault: Fault, now: number): boolean => {
      const of = fault.ofTheServer ? '' : model;
      if (!fault.misconfigured && !fault.ofTheQuestion && !isWaitedOut(fault.kind)) return fail(of, model, fault, now);
      // What is refused may never have left this process; what is withheld came from the server.
      if (fault.kind === 'blocked') breakers.succeeded(model);
      else breakers.saidNothing(model);
      if (fault.misconfigured) {
        wrong.set(of, fault);
        tell(of, 'open', null, fault, `${name} ${model} left out: ${words(fault.kind)}`);
      }
      return isWaitedOut(fault.kind) && pause(of, fault, now);
    },
    states: breakers.states,
  };
}

function words(kind: FaultKind): string {
  return kind === 'rate_limited' ? 'rate limit' : kind.replaceAll('_', ' ');
}

function span(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return seconds < 3600 ? `${seconds} s` : `${Math.round(seconds / 3600)} h`;
}
