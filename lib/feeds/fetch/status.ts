// HTTP statuses that bring no feed: what each says, and what an operator can do about it.
import { STATUS_CODES } from 'node:http';
import { FetchFault } from './problem.js';

const later = 'It is tried again later by itself.';

const known: Readonly<Record<number, readonly [reason: string, toDo: string]>> = {
  204: ['the server answers that there is nothing (204)', 'Check that the address is that of a feed.'],
  304: ['the server says "unchanged" (304) although it was asked for the whole feed', later],
  400: ['the server does not understand the address (400)', 'Check the address for a typing mistake.'],
  401: ['the server wants a login (401)', 'Put user name and password into the address, or look for an open one.'],
  402: ['the server wants payment (402)', 'Look for an open address of the feed.'],
  403: ['the server refuses to give it to us (403)', 'The site may block feed readers; look for another address of the feed.'],
  404: ['the server has no such page (404)', 'The feed has probably moved; give its new address.'],
  406: ['the server has no form of it that we read (406)', 'Check that the address is that of a feed.'],
  410: ['the server says it is gone for good (410)', 'Take the feed out of the sources, or give its new address.'],
  429: ['the server asks us to slow down (429)', 'It is tried again when the server allows it; read the feed less often if this goes on.'],
  451: ['the server may not give it for legal reasons (451)', 'Look for another address of the feed.'],
  500: ['the server failed (500)', later],
  502: ['the server behind the site failed (502)', later],
  503: ['the server is overloaded or closed for repair (503)', later],
  504: ['the server behind the site did not answer (504)', later],
};

/** `retryAfterSeconds` is what the server asked for, null when it did not. */
export function statusFault(status: number, retryAfterSeconds: number | null): FetchFault {
  const name = STATUS_CODES[status];
  const [reason, toDo] = known[status] ?? [
    `the server answers ${status}${name ? ` (${name.toLowerCase()})` : ''}`,
    status >= 500 ? later : 'Check the address in a browser.',
  ];
  return new FetchFault('status', `HTTP ${status}`, reason, { toDo, status, retryAfterSeconds, permanent: status === 410 });
}
