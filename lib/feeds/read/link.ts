// Links of feeds as absolute http(s) addresses, and in the canonical form under which one article with many tracking parameters is one.
// What is no web address is null: pages show these as links.

/** The link against the bases that apply to it, innermost first; as written where none of them makes it absolute. */
export function resolveLink(link: string, ...bases: readonly string[]): string {
  const written = link.trim().replaceAll('&amp;', '&');
  if (written === '' || /^[a-z][a-z0-9+.-]*:/i.test(written)) return written;
  if (/^www\.[\w-]+\./i.test(written)) return `https://${written}`;
  const base = bases.reduceRight((outer, inner) => (inner === '' ? outer : joined(inner, outer)), '');
  return joined(written, base || (written.startsWith('//') ? 'https://unknown.invalid' : ''));
}

function joined(link: string, base: string): string {
  return base !== '' && URL.canParse(link, base) ? new URL(link, base).href : link;
}

/** What URL would leave as it is: most links of most feeds. */
const plainAddress = /^https?:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\/[\w.~!$()*+,;=:@%-]*)+(?:\?[\w.~!$()*+,;=:@%/?&-]*)?$/;
const dots = /\/\.{1,2}(?:[/?]|$)/;
const longest = 2000;

/** The link to open: http(s), no name and password in it, at most 2,000 characters; else null. */
export function webAddress(link: string | null): string | null {
  if (!link || link.length > longest) return null;
  if (plainAddress.test(link) && !dots.test(link)) return link;
  if (!URL.canParse(link)) return null;
  const url = new URL(link);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  url.username = '';
  url.password = '';
  return url.href.length > longest ? null : url.href;
}

/**
 * The address without tracking parameters, fragment, default port and the slash at a path's end, the host in small letters. Scheme,
 * `www.` and AMP variants stay as they are: to these a publisher may give different content. Takes what `webAddress` leaves.
 */
export function canonicalAddress(address: string): string {
  const fragment = address.indexOf('#');
  const whole = fragment === -1 ? address : address.slice(0, fragment);
  const query = whole.indexOf('?');
  const page = query === -1 ? whole : whole.slice(0, query);
  const kept = query === -1 ? '' : withoutTracking(whole.slice(query));
  const pathStart = page.indexOf('/', 'https://'.length);
  let end = page.length;
  while (end > pathStart + 1 && page.charCodeAt(end - 1) === slash) end--;
  return page.slice(0, end) + kept;
}

const slash = '/'.charCodeAt(0);

/**
 * Names of parameters that say where a reader came from, not what he reads. Sources: the makers' documentation, ClearURLs' and AdGuard's
 * public lists. Names that are an article's number elsewhere (cid, source, from) are not among them: two articles must not become one.
 */
const tracking =
  /^(?:utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|ysclid|twclid|ttclid|li_fat_id|igshid|igsh|mc_\w+|mkt_tok|_hs\w+|hsctatracking|vero_\w+|oly_\w+|oc|ocid|cmpid?|ncid|cvid|icid|ito|at_\w+|xtor|xtcr|ns_\w+|wt[._]\w+|wtrid|mtm_\w+|pk_\w+|piwik_\w+|itm_\w+|sr_share|smid|smtyp|ftag|taid|ref|ref_src|ref_url|referrer|referer|rss|fromrss|traffic_source|guccounter|guce_\w+|_ga|_gl|__twitter_impression|s_cid|soc_src|soc_trk|spm|maca|intlink_from_\w+|emci|wpisrc|srnd|cmp_\w+)$/i;

/** Keeps the other parameters as the publisher wrote them, in their order. */
function withoutTracking(search: string): string {
  const kept = search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !tracking.test(pair.slice(0, pair.indexOf('=') === -1 ? undefined : pair.indexOf('='))));
  return kept.length > 0 ? `?${kept.join('&')}` : '';
}

/** The host of an address without `www.`; null where it is none. */
export function domainOf(address: string | null): string | null {
  if (!address || !URL.canParse(address)) return null;
  const { hostname } = new URL(address);
  return hostname.replace(/^www\d?\./, '') || null;
}
