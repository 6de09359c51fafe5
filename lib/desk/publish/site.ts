// An edition as the files of a site that any web server can host: the brief as its first page, a page a family, and the feeds of the brief, of
// theaters, watchlists and outlets. Pure: the same edition makes the same bytes.
import { createHash } from 'node:crypto';
import type { Edition, Story } from '../../edition/edition.js';
import { briefOf } from '../brief/brief.js';
import { type Block, type Places, textRun } from '../brief/document.js';
import { htmlOf } from '../brief/html.js';
import { storyBlocks } from '../brief/story.js';
import { clean } from '../clean.js';
import { type FeedPlace, feedKinds, feedOf, feedTypes } from '../syndicate/feed.js';
import type { SiteFile } from './folder.js';

interface Part {
  title: string;
  about: string;
  /** Without its ending. */
  path: string;
  stories: Story[];
}

/** `site` is where it will stand, with a slash at its end. The first page is the last file, for it leads to all others. */
export function siteOf(edition: Edition, site: string): SiteFile[] {
  const shown = new Set(edition.stories.map(({ ef }) => ef));
  const places = (root: string): Places => ({ family: (ef) => (shown.has(ef) ? `${root}families/${ef}.html` : undefined) });
  const parts = partsOf(edition);
  const alternates = feedKinds.map((kind) => ({
    type: feedTypes[kind].replace(/;.*/, ''),
    title: 'SNI brief',
    href: `feeds/brief.${kind}`,
  }));
  return [
    ...edition.stories.map((story): SiteFile => [`families/${story.ef}.html`, () => familyPage(story, edition, places('../'))]),
    ...parts.flatMap(({ stories, ...part }) => {
      const place: FeedPlace = { ...part, site, page: '', ...places('') };
      return feedKinds.map((kind): SiteFile => [`${part.path}.${kind}`, () => feedOf({ ...edition, stories }, place, kind)]);
    }),
    ['index.html', () => htmlOf([...briefOf(edition, null, places('')), ...feedBlocks(parts)], 'SNI brief', alternates)],
  ];
}

function familyPage(story: Story, edition: Edition, places: Places): string {
  const back: Block = { kind: 'paragraph', runs: [textRun('The brief', { href: '../index.html' })] };
  return htmlOf([back, ...storyBlocks(story, edition, places)], clean(story.title));
}

/** The brief, and whatever has a story in it: theaters, watchlists, outlets. */
function partsOf(edition: Edition): Part[] {
  const { stories } = edition;
  const of = (kind: string, names: (story: Story) => readonly string[], shown: (name: string) => string): Part[] =>
    [...new Set(stories.flatMap(names))].sort().map((name) => ({
      title: `SNI: ${shown(name)}`,
      about: `Stories of the ${kind} ${shown(name)}`,
      path: `feeds/${kind}/${fileName(name)}`,
      stories: stories.filter((story) => names(story).includes(name)),
    }));
  const theaterNames = new Map(stories.map(({ theater, theaterName }) => [theater, theaterName]));
  return [
    { title: 'SNI brief', about: 'What headlines tell, in whose words, and who is silent', path: 'feeds/brief', stories },
    ...of(
      'theater',
      ({ theater }) => [theater],
      (id) => theaterNames.get(id) ?? id,
    ),
    ...of(
      'watchlist',
      ({ watched = [] }) => watched,
      (name) => name,
    ),
    ...of(
      'outlet',
      ({ outlets }) => outlets,
      (name) => name,
    ),
  ];
}

/** A name as that of a file, whatever stands in it: its plain letters, and where they are not all of it what tells it from others. */
export function fileName(name: string): string {
  const plain = name
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return plain === name ? plain : [plain.toLowerCase(), hash].filter((one) => one !== '').join('-');
}

function feedBlocks(parts: readonly Part[]): Block[] {
  return [
    { kind: 'heading', level: 2, runs: [textRun('Feeds')] },
    {
      kind: 'list',
      items: parts.map(({ title, path }) => [
        textRun(`${title}: `),
        ...feedKinds.flatMap((kind, at) => [
          ...(at > 0 ? [textRun(', ')] : []),
          textRun(feedNames[at] ?? kind, { href: `${path}.${kind}` }),
        ]),
      ]),
    },
  ];
}

const feedNames = ['RSS', 'Atom', 'JSON'];
