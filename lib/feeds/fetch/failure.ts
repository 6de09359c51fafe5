// Errors of Node's sockets, TLS, DNS, HTTP parser and zlib in words: the operator reads what happened and what to do, not ECONNREFUSED.
import { FetchFault, type ProblemKind } from './problem.js';

type Words = readonly [kind: ProblemKind, brief: string, reason: (host: string) => string, toDo: string];

const later = 'It is tried again later by itself.';
const checkName = 'Check the address for a typing mistake; if the site has moved, give its new address.';
const checkNetwork = "Check this machine's network and name server; it is tried again later by itself.";
const checkCertificate = 'The site must renew its certificate; ask its owner, or look for another address of the feed.';

const byCode: Readonly<Record<string, Words>> = {
  ENOTFOUND: ['dns', 'no such host', (host) => `the name ${host} does not exist`, checkName],
  EAI_AGAIN: ['offline', 'name server silent', (host) => `the name server gave no answer about ${host}`, checkNetwork],
  EAI_FAIL: ['dns', 'name server failed', (host) => `the name server failed on ${host}`, later],
  ENETUNREACH: ['offline', 'network unreachable', (host) => `no network leads to ${host}`, checkNetwork],
  ENETDOWN: ['offline', 'network down', () => 'the network is down', checkNetwork],
  EADDRNOTAVAIL: ['offline', 'no local address', (host) => `this machine has no address from which to reach ${host}`, checkNetwork],
  ECONNREFUSED: ['connect', 'connection refused', (host) => `${host} refuses the connection`, later],
  EHOSTUNREACH: ['connect', 'host unreachable', (host) => `${host} cannot be reached`, later],
  ETIMEDOUT: ['connect', 'connection timed out', (host) => `${host} did not take the connection in time`, later],
  ECONNRESET: ['reset', 'connection cut', (host) => `${host} cut the connection before the whole answer had come`, later],
  EPIPE: ['reset', 'connection cut', (host) => `${host} cut the connection`, later],
  ERR_STREAM_PREMATURE_CLOSE: ['reset', 'connection cut', (host) => `${host} cut the connection before the whole answer had come`, later],
  CERT_HAS_EXPIRED: ['tls', 'certificate expired', (host) => `the certificate of ${host} has expired`, checkCertificate],
  CERT_NOT_YET_VALID: [
    'tls',
    'certificate not yet valid',
    (host) => `the certificate of ${host} is not valid yet`,
    "Check this machine's clock.",
  ],
  DEPTH_ZERO_SELF_SIGNED_CERT: [
    'tls',
    'self-signed certificate',
    (host) => `the certificate of ${host} is signed by itself`,
    checkCertificate,
  ],
  SELF_SIGNED_CERT_IN_CHAIN: [
    'tls',
    'unknown certificate issuer',
    (host) => `nobody we trust issued the certificate of ${host}`,
    checkCertificate,
  ],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: [
    'tls',
    'incomplete certificate',
    (host) => `${host} sends only a part of its certificate chain`,
    checkCertificate,
  ],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: [
    'tls',
    'unknown certificate issuer',
    (host) => `nobody we trust issued the certificate of ${host}`,
    checkCertificate,
  ],
  ERR_TLS_CERT_ALTNAME_INVALID: [
    'tls',
    'certificate of another site',
    (host) => `the certificate of ${host} is made out to another name`,
    checkName,
  ],
  EPROTO: ['tls', 'no TLS', (host) => `${host} does not speak TLS that we understand`, 'Try the address with http instead of https.'],
  HPE_HEADER_OVERFLOW: ['protocol', 'headers too long', (host) => `${host} sends more than 16 KiB of headers`, later],
  Z_DATA_ERROR: ['compression', 'broken compression', (host) => `${host} sends a body whose compression is broken`, later],
  Z_BUF_ERROR: ['compression', 'cut compression', (host) => `${host} sends a compressed body that ends too early`, later],
};

const families: readonly (readonly [RegExp, Words])[] = [
  [/^HPE_/, ['protocol', 'not HTTP', (host) => `${host} answers with something that is not HTTP`, 'Check the address and its port.']],
  [/^(ERR_SSL|ERR_TLS|CERT_|UNABLE_TO)/, ['tls', 'TLS failed', (host) => `no secure connection with ${host} came about`, checkCertificate]],
  [/^(Z_|ERR__)/, ['compression', 'broken compression', (host) => `${host} sends a body whose compression is broken`, later]],
];

/**
 * The fault behind an error that came from the network or from decompressing; the error itself is its cause.
 * Null for an error without a code: a mistake of ours, which must be thrown on.
 */
export function faultOf(error: unknown, address: string): FetchFault | null {
  const host = URL.canParse(address) ? new URL(address).host : 'the address';
  if (error instanceof FetchFault) return error;
  const first: unknown = error instanceof AggregateError ? (error.errors[0] ?? error) : error;
  // What a custom lookup throws arrives as it is; what connecting to several addresses throws arrives in an AggregateError.
  if (first instanceof FetchFault) return first;
  if (!(first instanceof Error) || !('code' in first) || typeof first.code !== 'string') return null;
  const { code } = first;
  const words = byCode[code] ?? families.find(([pattern]) => pattern.test(code))?.[1];
  if (!words) return new FetchFault('connect', code, `${host} could not be asked (${first.message})`, { toDo: later, cause: error });
  const [kind, brief, reason, toDo] = words;
  return new FetchFault(kind, brief, reason(host), { toDo, cause: error });
}
