// An OPML list of feeds as a source, remote or in a file: its feeds become feeds of their own, read from the next run on.
import { Parser } from 'htmlparser2';
import { shownAddress } from '../../../lib/feeds/fetch/problem.js';
import { cutToLength, tidy } from '../../../lib/feeds/read/plain-text.js';
import { type Around, type FeedRow, FeedUnread, type ListedFeed, type SourceReader, type SourceReading } from './kind.js';
import { readText } from './text.js';

export const opml: SourceReader = { address: (source) => source.opml ?? '', read };

async function read(row: FeedRow, around: Around): Promise<SourceReading> {
  const got = await readText(row, around);
  if (got.kind === 'unchanged') return got;
  const { version, freshForSeconds, bytes } = got;
  const list = feedsOfOpml(got.text, row);
  if (list === null)
    throw new FeedUnread(`${shownAddress(row.url)} is no OPML list: it has no <opml> element. Name an OPML file.`, 'no OPML list');
  return { kind: 'list', feeds: list.feeds, version, freshForSeconds, bytes };
}

/** A remote list may bring so many feeds, over all its readings: who writes it is not who pays for them. */
export const listedMost = 10_000;

export interface List {
  /** Each once, in the list's order. */
  feeds: ListedFeed[];
  /** Outlines that name no feed and hold no others, each with its line and why. */
  dropped: { line: number; reason: string }[];
}

/** What a list names; null for a text that is no OPML. What an outline leaves out comes from the list. */
export function feedsOfOpml(text: string, list: { publisher: string; lang: string }): List | null {
  const feeds = new Map<string, ListedFeed>();
  const dropped: List['dropped'] = [];
  const lineAt = lineCounter(text);
  // Whether an outline is a folder shows only once what it holds has begun.
  const open: { line: number; attributes: Record<string, string>; isFolder: boolean }[] = [];
  let isOpml = false;
  const parser: Parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (name === 'opml') isOpml = true;
        if (!isOpml || name !== 'outline') return;
        const outer = open.at(-1);
        if (outer) outer.isFolder = true;
        const feed = feedOf(attributes, list);
        if (feed && !feeds.has(feed.url)) feeds.set(feed.url, feed);
        open.push({ line: lineAt(parser.startIndex), attributes, isFolder: feed !== null });
      },
      onclosetag: (name) => {
        const ended = name === 'outline' ? open.pop() : undefined;
        if (ended && (!ended.isFolder || ended.attributes['xmlurl'] !== undefined) && !isFeed(ended.attributes))
          dropped.push({ line: ended.line, reason: whyNone(ended.attributes) });
      },
    },
    { xmlMode: true, decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(text);
  return isOpml ? { feeds: [...feeds.values()], dropped: dropped.sort((one, other) => one.line - other.line) } : null;
}

/** The number of the line a character stands in; asked for places in their order. */
function lineCounter(text: string): (at: number) => number {
  let line = 1;
  let seen = 0;
  return (at) => {
    for (let next = text.indexOf('\n', seen); next !== -1 && next < at; next = text.indexOf('\n', seen)) {
      line++;
      seen = next + 1;
    }
    return line;
  };
}

function isFeed(attributes: Record<string, string>): boolean {
  const url = attributes['xmlurl']?.trim() ?? '';
  return /^https?:\/\/[^\s\p{Cc}]+$/iu.test(url) && url.length <= 2000 && URL.canParse(url);
}

function whyNone(attributes: Record<string, string>): string {
  const name = cutToLength(tidy(attributes['title'] ?? '') || tidy(attributes['text'] ?? ''), 80);
  const which = name === '' ? 'an outline' : `the outline "${name}"`;
  const url = attributes['xmlurl']?.trim() ?? '';
  return url === ''
    ? `${which} has no address (xmlUrl)`
    : `the address of ${which} is none of http or https: ${shownAddress(tidy(url)).slice(0, 80)}`;
}

/** Null for an outline that names no http(s) feed, such as a folder of others. */
function feedOf(attributes: Record<string, string>, list: { lang: string }): ListedFeed | null {
  if (!isFeed(attributes)) return null;
  const url = attributes['xmlurl']?.trim() ?? '';
  const publisher = tidy(attributes['title'] ?? '') || tidy(attributes['text'] ?? '') || new URL(url).hostname.replace(/^www\./, '');
  const [, language, region] = /^\s*([a-z]{2,3})\b(?:[-_]([a-z]{2,4})\b)?/i.exec(attributes['language'] ?? '') ?? [];
  const lang = language ? `${language.toLowerCase()}${region ? `-${region}` : ''}` : list.lang;
  return { url, publisher: cutToLength(publisher, 500), lang };
}
