// Which addresses a feed may make us ask. None inside the operator's network unless its source says allowPrivate, and the cloud's
// metadata never; redirects and resolved names are judged as the feed's own address is.
import { BlockList, isIP } from 'node:net';
import { FetchFault, shownAddress } from './problem.js';

/** `never` is what no feed can live on, also where allowPrivate is said: metadata, link-local, multicast, unroutable. */
type Verdict = 'public' | 'private' | 'never';
export type AddressJudge = (ip: string) => Verdict;

const privateNets = ['10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '172.16.0.0/12', '192.0.0.0/24', '192.168.0.0/16', '198.18.0.0/15'];
const privateNets6 = ['fc00::/7', 'fec0::/10'];
// 100.100.100.200, 168.63.129.16 and fd00:ec2::254 are the metadata services of Alibaba, Azure and Amazon.
const metadata = ['169.254.0.0/16', '100.100.100.200/32', '168.63.129.16/32'];
const unroutable = ['0.0.0.0/8', '192.0.2.0/24', '192.88.99.0/24', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'];
const metadata6 = ['fd00:ec2::254/128', 'fe80::/10'];
// Among them the ways to wrap an IPv4 address: ::/96, Teredo, 6to4, and the NAT64 of somebody's own network.
const unroutable6 = ['::/96', '64:ff9b:1::/48', '100::/64', '2001::/32', '2001:db8::/32', '2002::/16', 'ff00::/8'];

const loopback6 = blockList([], ['::1/128']);
const privateList = blockList(privateNets, privateNets6);
const neverList = blockList([...metadata, ...unroutable], [...metadata6, ...unroutable6]);

/** Judges an IP address by IANA's special-purpose registries; what is no IP address is `never`. */
export function judgeAddress(ip: string): Verdict {
  const [address = ''] = ip.split('%');
  const version = isIP(address);
  if (version === 0) return 'never';
  const family = version === 4 ? 'ipv4' : 'ipv6';
  if (loopback6.check(address, family)) return 'private';
  if (neverList.check(address, family)) return 'never';
  return privateList.check(address, family) ? 'private' : 'public';
}

/** An IPv4 net is listed also as IPv6 writes it: mapped (::ffff:0:0/96) and behind NAT64 (64:ff9b::/96). */
function blockList(nets: readonly string[], nets6: readonly string[]): BlockList {
  const list = new BlockList();
  for (const net of nets) {
    const [base = '', bits = ''] = net.split('/');
    list.addSubnet(base, Number(bits), 'ipv4');
    for (const prefix of ['::ffff:', '64:ff9b::']) list.addSubnet(`${prefix}${base}`, 96 + Number(bits), 'ipv6');
  }
  for (const net of nets6) {
    const [base = '', bits = ''] = net.split('/');
    list.addSubnet(base, Number(bits), 'ipv6');
  }
  return list;
}

/** Throws a fault for an IP address that may not be asked; `host` is the name it stands for. */
export function checkAddress(ip: string, host: string, allowPrivate: boolean, judge: AddressJudge): void {
  const verdict = judge(ip);
  if (verdict === 'public' || (verdict === 'private' && allowPrivate)) return;
  const which = host === ip ? ip : `${host}, which is ${ip},`;
  if (verdict === 'private') {
    throw new FetchFault('private', 'private address', `${which} is inside a private network`, {
      toDo: 'If the feed really lives there, say allowPrivate: true on its source.',
    });
  }
  throw new FetchFault('private', 'forbidden address', `${which} is an address no feed can have`, {
    toDo: 'Check who names this address: it may be an attempt to reach into this machine.',
  });
}

/**
 * The address parsed, without fragment and without a dot after the host. Odd ways to write an IP address (decimal, octal, hexadecimal,
 * mapped) are resolved by the parser and then judged; a name is judged when it is resolved, in agents.ts.
 * Throws a fault for what is no http(s) address, a port of another service, or a forbidden IP address.
 */
export function checkUrl(text: string, allowPrivate: boolean, judge: AddressJudge, base?: URL): URL {
  if (!URL.canParse(text, base?.href)) {
    throw new FetchFault('address', 'not an address', `"${shownAddress(text)}" is not a web address`, { toDo: 'Correct the address.' });
  }
  const url = new URL(text, base?.href);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    const scheme = url.protocol.slice(0, 20);
    throw new FetchFault('address', 'not http(s)', `${scheme} is not fetched, only http: and https: are`, {
      toDo: 'Give an http(s) address.',
    });
  }
  url.hash = '';
  url.hostname = url.hostname.replace(/\.$/, '');
  const port = Number(url.port || '80');
  if (port < 1024 && port !== 80 && port !== 443 && !allowPrivate) {
    throw new FetchFault('address', `port ${port}`, `port ${port} belongs to another service than the web`, { toDo: 'Correct the port.' });
  }
  const ip = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(ip) !== 0) checkAddress(ip, ip, allowPrivate, judge);
  return url;
}
