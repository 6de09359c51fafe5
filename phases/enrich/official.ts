// Links of a family's titles that lie on the domain of a state or an international organisation. The host itself must end in an official
// suffix: "gov.ua.example.com" does not.
import { agencies, officialEndings, officialSecondLevel, officialSites } from './official-sites.js';

const national = new RegExp(`(?:^|\\.)(?:${officialSecondLevel.join('|')})\\.[a-z]{2}$`, 'u');

/** Links of the members on official domains, or of official publishers where an aggregator gave the link; each host once, at most two. */
export function officialSources(members: readonly { url: string | null; domain: string | null }[]): string[] {
  const links = new Map<string, string>();
  for (const { url, domain } of members) {
    const host = [hostOf(url), domain?.toLowerCase() ?? null].find((one) => one !== null && isOfficial(one));
    if (url !== null && hostOf(url) !== null && host && !links.has(host)) links.set(host, url);
  }
  return [...links.values()].slice(0, 2);
}

function isOfficial(host: string): boolean {
  if (agencies.some((agency) => host === agency || host.endsWith(`.${agency}`))) return false;
  return national.test(host) || [...officialEndings, ...officialSites].some((ending) => host === ending || host.endsWith(`.${ending}`));
}

/** The host of an http(s) link, lower case; null for anything else. */
function hostOf(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? hostname.toLowerCase() : null;
}
