// Takes the member titles, leaves at most two links that lie on the domain of a state or an international organisation. Guards
// against look-alikes: the host itself must end in an official suffix ("gov.ua.example.com" does not).

const endings = [
  'gov',
  'mil',
  'int',
  'europa.eu',
  'un.org',
  'unhcr.org',
  'unicef.org',
  'iaea.org',
  'imf.org',
  'worldbank.org',
  'wto.org',
  'osce.org',
  'icrc.org',
  'icj-cij.org',
  'opec.org',
  'au.int',
  'kremlin.ru',
  'government.ru',
  'mid.ru',
  'mil.ru',
  'duma.gov.ru',
  'bund.de',
  'bundesregierung.de',
  'bundestag.de',
  'bundeswehr.de',
  'auswaertiges-amt.de',
  'gouv.fr',
  'elysee.fr',
  'admin.ch',
  'gc.ca',
  'go.jp',
  'go.kr',
  'gob.mx',
  'gob.ar',
  'gob.es',
  'lamoncloa.gob.es',
  'governo.it',
  'gob.ve',
  'gub.uy',
  'parliament.uk',
  'mod.uk',
  'irna.ir',
  'president.ir',
  'mfa.gov.cn',
];
/** Second-level names under a country code: gov.uk, gov.ua, mil.pl, gob.cl, gouv.sn. */
const national = /(?:^|\.)(?:gov|mil|gob|gouv|govt)\.[a-z]{2}$/u;

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
  return national.test(host) || endings.some((ending) => host === ending || host.endsWith(`.${ending}`));
}

/** The host of an http(s) link, lower case; null for anything else. */
function hostOf(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? hostname.toLowerCase() : null;
}
