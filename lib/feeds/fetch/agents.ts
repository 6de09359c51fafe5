// The agents that hold the connections. They judge the very addresses they connect to, so that a name that changes its address between
// check and use gains nothing.
import type { LookupAddress } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { type AddressJudge, checkAddress } from './address.js';

export interface Agents {
  agentFor(url: URL, allowPrivate: boolean): http.Agent;
  /** Cuts every connection, idle or not. */
  close(): void;
}

/** An idle connection is kept this long for the next feed of its host. */
const idleMs = 3000;
/** Node gives each address of a host 250 ms by default, which a far host on a slow line does not make. */
const perAddressMs = 3000;

/**
 * Two sets of connections, for sources that may live in a private network and for those that may not: a connection made for the one
 * is never used for the other. `lookup` resolves names as dns.lookup does.
 */
export function makeAgents(lookup: LookupFunction, judge: AddressJudge): Agents {
  const [guarded, open] = [setOf(false), setOf(true)];
  return {
    agentFor: (url, allowPrivate) => (allowPrivate ? open : guarded)[url.protocol === 'https:' ? 'https:' : 'http:'],
    close() {
      for (const agents of [guarded, open]) {
        agents['http:'].destroy();
        agents['https:'].destroy();
      }
    },
  };

  function setOf(allowPrivate: boolean) {
    const options = {
      keepAlive: true,
      maxFreeSockets: 1,
      timeout: idleMs,
      scheduling: 'lifo' as const,
      autoSelectFamilyAttemptTimeout: perAddressMs,
      lookup: guardedLookup(lookup, allowPrivate, judge),
    };
    return { 'http:': new http.Agent(options), 'https:': new https.Agent(options) };
  }
}

/** Resolves a name and passes on only the addresses that may be asked; an error where there are none. */
function guardedLookup(lookup: LookupFunction, allowPrivate: boolean, judge: AddressJudge): LookupFunction {
  return (host, options, callback) => {
    lookup(host, { ...options, all: true }, (error, found, foundFamily) => {
      if (error) return callback(error, '', 0);
      const all: LookupAddress[] = typeof found === 'string' ? [{ address: found, family: foundFamily ?? 4 }] : found;
      const allowed: LookupAddress[] = [];
      let refusal: unknown = Object.assign(new Error(`no address for ${host}`), { code: 'ENOTFOUND' });
      for (const one of all) {
        try {
          checkAddress(one.address, host, allowPrivate, judge);
          allowed.push(one);
        } catch (fault) {
          refusal = fault;
        }
      }
      const [first] = allowed;
      if (!first) return callback(refusal as NodeJS.ErrnoException, '', 0);
      if (options.all) return callback(null, allowed);
      callback(null, first.address, first.family);
    });
  };
}
