// Under which names the pages answer. Bound to this machine alone they answer to its own names and to that of notify.pages: a page of others whose
// name was turned to 127.0.0.1 meanwhile (DNS rebinding) reads nothing here.
const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\]|::1)$/;

/** Whether a request with this Host header is answered where the pages are bound to `bound`; `others` are names of a server before them. */
export function isAnswered(header: string | null, bound: string, others: readonly string[]): boolean {
  if (!isLoopback(bound)) return true;
  if (header === null || !URL.canParse(`http://${header}/`)) return false;
  const { hostname, pathname, username } = new URL(`http://${header}/`);
  return pathname === '/' && username === '' && (isLoopback(hostname) || others.includes(hostname));
}

function isLoopback(host: string): boolean {
  return loopback.test(host);
}
