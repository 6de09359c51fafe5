// The breakers of a lane: one for its server, under the name '', and one for each of its models. A call passes both.

/** Left alone after failures in a row; see conductor/breaker. */
export interface Breaker {
  opensAt: () => number;
  state: () => 'closed' | 'open' | 'probing';
  started: () => void;
  succeeded: () => void;
  saidNothing: () => void;
  failed: (now: number) => boolean;
}

/** Breakers are made as names come up, each closed at first. */
export function makeBreakers(makeBreaker: () => Breaker) {
  const breakers = new Map<string, Breaker>();
  const breaker = (of: string): Breaker => {
    const made = breakers.get(of) ?? makeBreaker();
    breakers.set(of, made);
    return made;
  };
  const both = (model: string): Breaker[] => [breaker(''), breaker(model)];
  return {
    opensAt: (model: string): number => Math.max(...both(model).map((one) => one.opensAt())),
    started: (model: string): void => {
      for (const one of both(model)) one.started();
    },
    succeeded: (model: string): void => {
      for (const one of both(model)) one.succeeded();
    },
    /** A call ended without saying anything of the lane. */
    saidNothing: (model: string): void => {
      for (const one of both(model)) one.saidNothing();
    },
    /** The server's failure says nothing of its model, nor a model's of its server. Until when it is left alone; null while it stays closed. */
    failed: (of: string, model: string, now: number): number | null => {
      breaker(of === '' ? model : '').saidNothing();
      return breaker(of).failed(now) ? breaker(of).opensAt() : null;
    },
    states: (): Map<string, ReturnType<Breaker['state']>> => new Map([...breakers].map(([of, one]) => [of, one.state()])),
  };
}
