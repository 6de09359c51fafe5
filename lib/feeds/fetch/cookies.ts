// Cookies within one chain of redirects, for sites that show a feed only to who brings their cookie back. The jar ends with the fetch; a
// cookie goes only to the site and path that set it (RFC 6265, 5.1 to 5.4), and there to the same port.

interface Cookies {
  /** Keeps what the answer from this address sets; what is malformed or another site's is left out. */
  take: (from: URL, setCookies: readonly string[]) => void;
  /** The value of the Cookie header for this address; '' for none. */
  for: (to: URL) => string;
}

interface Cookie {
  name: string;
  value: string;
  domain: string;
  /** Not to be sent to hosts below the domain. */
  isHostOnly: boolean;
  port: string;
  path: string;
  isSecure: boolean;
}

/** More is a trick, not a login wall. */
const cookiesMost = 50;
const cookieMostChars = 4096;
const headerMostChars = 8192;

/** An empty jar, for one chain of redirects. */
export function makeCookies(): Cookies {
  const jar = new Map<string, Cookie>();
  return {
    take(from, setCookies) {
      for (const text of setCookies) {
        const { cookie, isOver } = readCookie(text, from) ?? {};
        if (!cookie) continue;
        const key = `${cookie.name};${cookie.domain};${cookie.port};${cookie.path}`;
        if (isOver) jar.delete(key);
        else if (jar.has(key) || jar.size < cookiesMost) jar.set(key, cookie);
      }
    },
    for(to) {
      const pairs = [...jar.values()]
        .filter((cookie) => isFor(cookie, to))
        .sort((one, other) => other.path.length - one.path.length)
        .map(({ name, value }) => `${name}=${value}`);
      while (pairs.join('; ').length > headerMostChars) pairs.pop();
      return pairs.join('; ');
    },
  };
}

/** Null for what is no cookie, or not this host's to set. */
function readCookie(text: string, from: URL): { cookie: Cookie; isOver: boolean } | null {
  const [pair = '', ...rest] = text.split(';');
  const at = pair.indexOf('=');
  const [name, value] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
  if (at < 1 || pair.length > cookieMostChars || !/^[!-~]+$/.test(name) || /[^\t\x20-\x7e\x80-\xff]/.test(value)) return null;
  const attributes = new Map(
    rest.map((part) => {
      const [key = '', ...words] = part.split('=');
      return [key.trim().toLowerCase(), words.join('=').trim()];
    }),
  );
  const domain = (attributes.get('domain') ?? '').replace(/^\./, '').toLowerCase();
  if (domain !== '' && domain !== from.hostname && !isSiteOf(domain, from.hostname)) return null;
  const path = attributes.get('path') ?? '';
  const cookie = {
    name,
    value,
    domain: domain || from.hostname,
    isHostOnly: domain === '',
    port: from.port,
    path: path.startsWith('/') ? path : from.pathname.replace(/\/[^/]*$/, '') || '/',
    isSecure: attributes.has('secure'),
  };
  return { cookie, isOver: isOver(attributes) };
}

/** Whether the host stands below the domain, and the domain is one that somebody owns: "example.co.uk", not "co.uk". */
function isSiteOf(domain: string, host: string): boolean {
  return (
    host.endsWith(`.${domain}`) &&
    /[^.]\.[^.]/.test(domain) &&
    !/^(?:[a-z]{1,3}|gouv|info)\.[a-z]{2}$/.test(domain) &&
    !/^[\d.]+$/.test(host)
  );
}

function isOver(attributes: ReadonlyMap<string, string>): boolean {
  const maxAge = attributes.get('max-age');
  if (maxAge !== undefined && /^-?\d+$/.test(maxAge)) return Number(maxAge) <= 0;
  // A moment long past is how a cookie is taken back; no clock is trusted with more.
  return Date.parse(attributes.get('expires') ?? '') < Date.UTC(2000, 0, 1);
}

function isFor({ domain, isHostOnly, port, path, isSecure }: Cookie, to: URL): boolean {
  const isAt = to.port === port && (to.hostname === domain || (!isHostOnly && to.hostname.endsWith(`.${domain}`)));
  const isUnder = to.pathname === path || to.pathname.startsWith(path.endsWith('/') ? path : `${path}/`);
  return isAt && isUnder && (!isSecure || to.protocol === 'https:');
}
