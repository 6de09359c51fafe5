// What a run asks the web with, and what it has met there: one for all its feeds, so that pauses between questions to a host count over all.
import type { Sql } from 'postgres';
import type { Config } from '../../lib/config.js';
import { type Fetcher, fetchLimits, makeFetcher } from '../../lib/feeds/fetch/fetcher.js';
import { type Network, watchNetwork } from './outage.js';

interface Web {
  network: Network;
  fetcher: (settings: Config['fetch']) => Fetcher;
}

const webs = new WeakMap<Sql, Web>();

/** That of the run that has this connection to its database. */
export function webOf(sql: Sql): Web {
  const known = webs.get(sql) ?? makeWeb();
  webs.set(sql, known);
  return known;
}

function makeWeb(): Web {
  let fetcher: Fetcher | undefined;
  return {
    network: watchNetwork(),
    fetcher: ({ at_once: atOnce, per_host: perHost, host_spacing: hostSpacingSeconds, deadline: deadlineSeconds }) => {
      fetcher ??= makeFetcher({ ...fetchLimits, atOnce, perHost, hostSpacingSeconds, deadlineSeconds });
      return fetcher;
    },
  };
}
