// An edition as feeds: RSS 2.0, Atom 1.0 and JSON Feed, each story an entry whose id is the address of its family, so that a story that goes on
// is the same entry anew. The library writes what it is given, control characters too: all text is cleaned before.
import type { Feed } from 'feed';
import type { Edition, Story } from '../../edition/edition.js';
import type { Places } from '../brief/document.js';
import { escaped, htmlBody } from '../brief/html.js';
import { storyBlocks } from '../brief/story.js';
import { clean, jsonText } from '../clean.js';

export const feedKinds = ['rss.xml', 'atom.xml', 'json'] as const;
type FeedKind = (typeof feedKinds)[number];

export const feedTypes: Readonly<Record<FeedKind, string>> = {
  'rss.xml': 'application/rss+xml; charset=utf-8',
  'atom.xml': 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
};

export interface FeedPlace {
  /** "SNI: Ukraine". */
  title: string;
  /** What stands in it, in a sentence. */
  about: string;
  /** Where the site stands, with a slash at its end. */
  site: string;
  /** From there: the page that shows the same, and this feed without its ending. */
  page: string;
  path: string;
  /** From there: the page of a family; undefined where it has none. */
  family?: (ef: string) => string | undefined;
}

const mostEntries = 50;

/** The latest stories first. The same edition makes the same bytes. */
export async function feedOf(edition: Edition, place: FeedPlace, kind: FeedKind): Promise<string> {
  const { Feed: Made } = await import('feed');
  const { title, about, site, page, path } = place;
  const stories = [...edition.stories]
    .sort((a, b) => b.lastAt.localeCompare(a.lastAt) || Number(b.ef) - Number(a.ef))
    .slice(0, mostEntries);
  const text = kind === 'json' ? plain : marked;
  const address = (relative: string) => new URL(relative, site).href;
  const feed: Feed = new Made({
    id: address(page),
    // Atom's and RSS's own titles are plain text.
    title: xmlPlain(title),
    description: xmlPlain(about),
    link: address(page),
    updated: new Date(stories[0]?.lastAt ?? edition.until),
    feedLinks: { [kind.replace('.xml', '')]: address(`${path}.${kind}`) },
    author: { name: 'SNI' },
    language: 'en',
    generator: 'SNI',
  });
  for (const story of stories) {
    const link = address(place.family?.(story.ef) ?? `#ef-${story.ef}`);
    feed.addItem({
      ...{ id: link, link, title: text(story.title), description: text(summaryOf(story)), content: contentOf(story, edition, place) },
      ...{ date: new Date(story.lastAt), published: new Date(story.firstAt), author: [{ name: 'SNI' }] },
      category: [{ name: xmlPlain(story.theaterName) }, { name: xmlPlain(story.eventType) }],
    });
  }
  // The same text, and no tag even to what takes the file for a page.
  if (kind === 'json') return `${jsonText(JSON.parse(feed.json1()), 1).replaceAll('<', '\\u003c')}\n`;
  return `${kind === 'rss.xml' ? feed.rss2() : feed.atom1()}\n`;
}

function summaryOf({ acts, outlets, titles, state }: Story): string {
  const told = acts.slice(0, 3).map(({ text, basis }) => `${text} (${basis})`);
  return [
    ...told,
    `${state}, told by ${outlets.length === 1 ? 'one outlet' : `${outlets.length} outlets`} in ${titles === 1 ? 'one headline' : `${titles} headlines`}`,
  ].join('; ');
}

/** What a story says in the brief, without its heading. */
function contentOf(story: Story, edition: Edition, { site, family }: FeedPlace): string {
  const places: Places = {
    family: (ef) => {
      const path = family?.(ef);
      return path === undefined ? undefined : new URL(path, site).href;
    },
  };
  return written(htmlBody(storyBlocks(story, edition, places).slice(1)));
}

/** Text where markup is understood. */
function marked(text: string): string {
  return escaped(plain(text)).replaceAll('&#39;', "'").replaceAll('&#34;', '"');
}

function plain(text: string): string {
  return written(clean(text));
}

/** Text where XML is written without a section of its own: the library leaves a reference that stands there as one. */
function xmlPlain(text: string): string {
  return plain(text).replaceAll('<', '‹').replaceAll('>', '›');
}

/** Without the few characters that are none to XML. */
function written(text: string): string {
  return text.replace(/[\ufffe\uffff]/gu, '').replaceAll(']]>', ']] >');
}
