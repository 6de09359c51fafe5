// Who published a headline. "BBC", "BBC News" and bbc.co.uk are one publisher, and its name at a title's end is no part of the headline.
import { remembered } from '../../bounded-memo.js';
import { domainOf } from './link.js';
import { cutToLength, plainTitle, tidy } from './plain-text.js';

/** What is configured of a feed's publisher. */
export interface PublisherSource {
  publisher: string;
  domain?: string | undefined;
}

export interface Publisher {
  name: string;
  domain: string | null;
}

/** The publisher that is named for an item; `url` is the publisher's. `asGiven`: not by an aggregator, but by who wrote the item down. */
export type GivenPublisher = { name: string; url: string | null; asGiven?: boolean };

/**
 * Tells the publisher of each item of a feed: the one an aggregator names for it, else the feed's own. Where the named one is the feed's
 * own or one of `known`, under another edition's name or address, it goes by the configured name - but not where it was given by hand.
 */
export function publisherTeller(
  source: PublisherSource,
  known: readonly PublisherSource[] = [],
): (named: GivenPublisher | null) => Publisher {
  const own = { name: source.publisher, domain: source.domain ?? null };
  const all = [source, ...known];
  const told = new Map<string, Publisher>();
  return (named) => {
    if (!named) return own;
    const key = `${named.asGiven ? 'given' : ''} ${named.url ?? ''} ${named.name}`;
    let publisher = told.get(key);
    if (!publisher) {
      publisher = publisherOf(named, all) ?? own;
      told.set(key, publisher);
    }
    return publisher;
  };
}

function publisherOf(named: GivenPublisher, all: readonly PublisherSource[]): Publisher | null {
  const domain = domainOf(named.url);
  if (named.asGiven && tidy(named.name) !== '') return { name: tidy(named.name), domain };
  const name = cutToLength(plainTitle(named.name), 200) || domain;
  if (!name) return null;
  const at = all.find((one) => isAt(one, domain));
  if (at) return { name: at.publisher, domain: at.domain ?? null };
  const same = all.find((one) => houseOf(one.publisher) === houseOf(name));
  return same ? { name: same.publisher, domain: domain ?? same.domain ?? null } : { name, domain };
}

/** Whether one of the two domains is the other's, or part of it. */
function isAt(one: PublisherSource, domain: string | null): boolean {
  if (!one.domain || !domain) return false;
  return domain === one.domain || domain.endsWith(`.${one.domain}`) || one.domain.endsWith(`.${domain}`);
}

/** So many names of publishers are remembered; then all are forgotten. */
const mostHouses = 5000;

/** For identity: the name in small letters without article, domain ending and edition: "The BBC News (UK)" and "bbc.com" are "bbc". */
export const houseOf = remembered(mostHouses, (name) => {
  let house = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}.]+/gu, ' ')
    .trim()
    .replace(/^www\d?\./, '')
    .replace(domainEnd, '')
    .replace(/\./g, ' ')
    .replace(/^the (?=\S)/, '');
  while (edition.test(house)) house = house.replace(edition, '');
  return house.replace(/\s+/g, ' ').trim();
});

const domainEnd = /\.(?:com|org|net|info|news|tv|int|eu|(?:co|com|org|net)\.[a-z]{2}|[a-z]{2})$/;
const edition = /(?<=[\p{L}\p{N}]{2}) (?:news|online|english|international|edition|uk|us|usa)$/u;

/** " - ", " | ", " – " and their like; without blanks where East Asian titles have none. */
const separators =
  /\s+(?:[-–—―|·•»:]|::|\/\/)\s+|\s*[|｜_]\s*|(?<=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])[-–—](?=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])/gu;

/**
 * The title without its publisher at the end, though it stand there twice; a title that is nothing but the publisher stays. `alias` is
 * the name an aggregator used.
 */
export function withoutPublisher(title: string, publisher: Publisher, alias?: string): string {
  let rest = title;
  for (let times = 0; times < 2 && mayEnd.test(rest); times++) {
    const from = Math.max(0, rest.length - tailMost);
    const cuts = [...rest.slice(from).matchAll(separators)].slice(-3).reverse();
    const found = cuts.find(({ index, 0: mark }) => from + index > 0 && isName(rest.slice(from + index + mark.length), publisher, alias));
    if (!found) break;
    rest = rest.slice(0, from + found.index).trimEnd();
  }
  return rest;
}

/** No publisher's name is longer, with the separator before it. */
const tailMost = 120;
const mayEnd = /[|｜_\u3040-\u9fff]|\s[-–—―·•»:/]/;

function isName(tail: string, { name, domain }: Publisher, alias?: string): boolean {
  if (tail === name || tail === alias) return true;
  if (tail.length > name.length + 40) return false;
  const said = houseOf(tail);
  if (said === '') return false;
  if (said === houseOf(name) || (alias && said === houseOf(alias))) return true;
  return (domain !== null && (said === houseOf(domain) || tail.toLowerCase() === domain)) || isInitials(tail, name);
}

/** "NYT" for The New York Times, "SCMP" for the South China Morning Post. */
function isInitials(tail: string, name: string): boolean {
  if (!/^\p{Lu}{2,6}$/u.test(tail)) return false;
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const initials = words.map((word) => word.charAt(0).toUpperCase()).join('');
  return tail === initials || (/^the$/i.test(words[0] ?? '') && tail === initials.slice(1));
}
