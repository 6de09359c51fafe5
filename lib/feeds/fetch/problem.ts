// What went wrong with a feed: a kind for code, a sentence and a few words for people. No password of an address is shown in them.
import { withoutSecrets } from '../../addresses.js';

/** For code; each kind's meaning stands where it is thrown. */
export type ProblemKind =
  | 'address'
  | 'private'
  | 'dns'
  | 'offline'
  | 'connect'
  | 'reset'
  | 'tls'
  | 'protocol'
  | 'deadline'
  | 'too_large'
  | 'redirects'
  | 'status'
  | 'resting'
  | 'compression';

export interface FetchProblem {
  kind: ProblemKind;
  /** What failed, with which feed, what to do. */
  sentence: string;
  /** A few words for a table: "HTTP 500", "no such host". */
  brief: string;
  /** The HTTP status; null where no answer came, or another thing than the status was wrong. */
  status: number | null;
  /** How long the server asked us to stay away, at most 24 h; null when it did not. */
  retryAfterSeconds: number | null;
  /** True when the server says that the feed is gone for good (410). */
  permanent: boolean;
}

interface Particulars {
  /** What the operator can do, as a whole sentence. */
  toDo: string;
  status?: number;
  retryAfterSeconds?: number | null;
  permanent?: boolean;
  cause?: unknown;
}

/** Thrown inside the fetcher and caught where it ends. `message` is the reason as a clause, without a full stop. */
export class FetchFault extends Error {
  readonly kind: ProblemKind;
  readonly brief: string;
  readonly particulars: Particulars;

  constructor(kind: ProblemKind, brief: string, reason: string, particulars: Particulars) {
    super(reason, { cause: particulars.cause });
    this.kind = kind;
    this.brief = brief;
    this.particulars = particulars;
  }
}

/** The problem as it is reported; `at` is the address that was being asked, which differs from the feed's after a redirect. */
export function problemOf(fault: FetchFault, feed: string, at: string): FetchProblem {
  const { toDo, status = null, retryAfterSeconds = null, permanent = false } = fault.particulars;
  const where = shownAddress(at) === shownAddress(feed) ? '' : `, redirected to ${shownAddress(at)},`;
  return {
    kind: fault.kind,
    sentence: `The feed ${shownAddress(feed)}${where} cannot be read: ${fault.message}. ${toDo}`,
    brief: fault.brief,
    status,
    retryAfterSeconds,
    permanent,
  };
}

/** An address for people: without its secrets, at most 300 characters. What is no address loses all up to its last @. */
export function shownAddress(address: string): string {
  const login = URL.canParse(address) ? /^([a-z][a-z0-9+.-]*:[\\/]*)[^\\/?#]*@/i : /^([^:]*:[\\/]*).*@/;
  return withoutSecrets(address.trim().replace(login, '$1')).slice(0, 300);
}
