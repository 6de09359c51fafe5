// Follows redirects. Each step is held to the same rules as the first: its address is checked, its host is entered by the limiter, a login
// goes to no other site than its own, and cookies set on the way end with it.
import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { type AddressJudge, checkUrl } from './address.js';
import type { Agents } from './agents.js';
import { ask } from './ask.js';
import { makeCookies } from './cookies.js';
import type { Deadline } from './deadline.js';
import type { Limiter } from './limiter.js';
import { FetchFault, shownAddress } from './problem.js';

interface Roads {
  agents: Agents;
  limiter: Limiter;
  judge: AddressJudge;
  maxRedirects: number;
}

export interface Journey {
  headers: OutgoingHttpHeaders;
  allowPrivate: boolean;
  deadline: Deadline;
  /** The address being asked; kept up to date, for whoever reports a failure. */
  at: string;
  /** The start, or where permanent redirects alone have led from it; a step from https down to http is taken but not remembered. */
  lasting: string;
}

const redirects = new Set([301, 302, 303, 307, 308]);
const permanent = new Set([301, 308]);

/** Goes from `journey.at` to the first answer that is no redirect and gives what `arrive` makes of it. Throws faults and Node's errors. */
export async function follow<T>(roads: Roads, journey: Journey, arrive: (answer: IncomingMessage, host: string) => Promise<T>): Promise<T> {
  const { agents, limiter, judge, maxRedirects } = roads;
  const { allowPrivate, deadline } = journey;
  const cookies = makeCookies();
  const seen = new Set<string>();
  let url = checkUrl(journey.at, allowPrivate, judge);
  let isLasting = true;
  let host = '';
  let leave: (() => void) | undefined;
  try {
    for (;;) {
      const cookie = cookies.for(url);
      seen.add(`${url.href} ${cookie}`);
      if (url.host !== host) {
        leave?.();
        leave = undefined;
        host = url.host;
        leave = await deadline.except(limiter.enter(host, deadline.signal));
      }
      const restSeconds = Math.ceil(limiter.restsForSeconds(host));
      if (restSeconds > 0) throw resting(host, restSeconds);
      const answer = await ask(
        url,
        cookie ? { ...journey.headers, cookie } : journey.headers,
        agents.agentFor(url, allowPrivate),
        deadline.signal,
      );
      const status = answer.statusCode ?? 0;
      if (!redirects.has(status)) return await arrive(answer, host);
      // Its body is of no use; reading it to keep the connection could take for ever.
      answer.destroy();
      const next = nextUrl(answer.headers.location, url, allowPrivate, judge);
      cookies.take(url, answer.headers['set-cookie'] ?? []);
      // The same address with a cookie that it had not got before is another question.
      if (seen.has(`${next.href} ${cookies.for(next)}`))
        throw misled('redirect loop', `it leads in a circle, back to ${shownAddress(next.href)}`);
      if (seen.size > maxRedirects) throw misled('too many redirects', `it is redirected more than ${maxRedirects} times`);
      // Where a cookie leads to is not where the feed has moved to.
      isLasting &&= cookie === '' && permanent.has(status) && !(url.protocol === 'https:' && next.protocol === 'http:');
      if (isLasting) journey.lasting = next.href;
      journey.at = next.href;
      url = next;
    }
  } finally {
    leave?.();
  }
}

/** A login in the redirect itself is the redirecting server's word, not the operator's, and is dropped; ours stays within its origin. */
function nextUrl(location: string | undefined, from: URL, allowPrivate: boolean, judge: AddressJudge): URL {
  if (!location) throw misled('redirect to nowhere', 'it is redirected without being told where to');
  // Node gives header bytes as Latin-1; an address with letters beyond ASCII was sent as UTF-8.
  const next = checkUrl(Buffer.from(location, 'latin1').toString('utf8'), allowPrivate, judge, from);
  const isSameOrigin = next.origin === from.origin;
  next.username = isSameOrigin ? from.username : '';
  next.password = isSameOrigin ? from.password : '';
  return next;
}

function misled(brief: string, reason: string): FetchFault {
  return new FetchFault('redirects', brief, reason, { toDo: 'Open the address in a browser and give the one where the feed really is.' });
}

function resting(host: string, seconds: number): FetchFault {
  return new FetchFault(
    'resting',
    'its site asked us to wait',
    `${host} has asked, for another of its feeds, not to be asked for ${seconds} s`,
    {
      toDo: 'It is read when that time is over.',
      retryAfterSeconds: seconds,
    },
  );
}
