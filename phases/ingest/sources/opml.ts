// An OPML list of feeds as a source, remote or in a file: its feeds become feeds of their own, read from the next run on.
import { Parser } from 'htmlparser2';
import { shown } from '../fetch/problem.js';
import { cut, tidy } from '../read/plaintext.js';
import { type Around, type FeedRow, FeedUnread, type Kind, type ListedFeed, type SourceReading } from './kind.js';
import { readText } from './text.js';

export const opml: Kind = { address: (source) => source.opml ?? '', read };

async function read(row: FeedRow, around: Around): Promise<SourceReading> {
  const got = await readText(row, around);
  if (got.kind === 'unchanged') return got;
  const { version, freshForSeconds, bytes } = got;
  const feeds = feedsOfOpml(got.text, row);
  if (feeds === null)
    throw new FeedUnread(`${shown(row.url)} is no OPML list: it has no <opml> element. Name an OPML file.`, 'no OPML list');
  return { kind: 'list', feeds, version, freshForSeconds, bytes };
}

/** The feeds a list names, each once, in its order; null for a text that is no OPML. What an outline leaves out comes from the list. */
export function feedsOfOpml(text: string, list: { publisher: string; lang: string }): ListedFeed[] | null {
  const feeds = new Map<string, ListedFeed>();
  let isOpml = false;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (name === 'opml') isOpml = true;
        const feed = isOpml && name === 'outline' ? feedOf(attributes, list) : null;
        if (feed && !feeds.has(feed.url)) feeds.set(feed.url, feed);
      },
    },
    { xmlMode: true, decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(text);
  return isOpml ? [...feeds.values()] : null;
}

/** Null for an outline that names no http(s) feed, such as a folder of others. */
function feedOf(attributes: Record<string, string>, list: { lang: string }): ListedFeed | null {
  const url = attributes['xmlurl']?.trim() ?? '';
  if (!/^https?:\/\/[^\s\p{Cc}]+$/iu.test(url) || url.length > 2000 || !URL.canParse(url)) return null;
  const publisher = tidy(attributes['title'] ?? '') || tidy(attributes['text'] ?? '') || new URL(url).hostname.replace(/^www\./, '');
  const [, language, region] = /^\s*([a-z]{2,3})\b(?:[-_]([a-z]{2,4})\b)?/i.exec(attributes['language'] ?? '') ?? [];
  const lang = language ? `${language.toLowerCase()}${region ? `-${region}` : ''}` : list.lang;
  return { url, publisher: cut(publisher, 500), lang };
}
