// The feeds of the site, for feed readers: of the brief, a theater, a watchlist and an outlet, over the last days. The same as `sni publish`
// writes, with addresses of these pages.
import { type FeedPlace, feedKinds, feedOf, feedTypes } from '../desk/syndicate/feed.js';
import { readEdition } from '../edition/read.js';
import { outletsNamed } from '../search/outlets.js';
import { readWatches, type Watch } from '../search/watch.js';
import { href } from './address.js';
import type { Asked } from './page.js';
import { lastDays } from './span.js';

/** `/feeds/brief.rss.xml`, `/feeds/outlet/Harbour%20Post.json`. */
export const feedPaths = ['/feeds/:file', '/feeds/:of/:file'];

const usualDays = 3;
const mostStories = 50;

interface Subject extends Omit<FeedPlace, 'site' | 'family'> {
  theater?: string;
  watch?: Watch;
  outlet?: string;
}

/** Null where there is no such feed. `site` is where these pages are reached, with a slash at its end. */
export async function feedAt(asked: Asked, site: string): Promise<{ type: string; text: string } | null> {
  const kind = feedKinds.find((ending) => asked.part('file').endsWith(`.${ending}`));
  if (kind === undefined) return null;
  const subject = await subjectOf(asked, asked.part('of'), asked.part('file').slice(0, -kind.length - 1));
  if (subject === null) return null;
  const { theater = null, watch, outlet, ...place } = subject;
  const { timeZone, theaters } = asked.config;
  const { since, until } = await lastDays(asked, usualDays, theater);
  const edition = await readEdition(asked.sql, { since, until, theater, watch, outlet, timeZone, theaters, most: mostStories });
  const text = await feedOf(edition, { ...place, site, family: (ef) => href('families', ef) }, kind);
  return { type: feedTypes[kind], text };
}

async function subjectOf({ sql, config }: Asked, of: string, name: string): Promise<Subject | null> {
  const path = href(of === '' ? 'feeds' : `feeds/${of}`, name);
  if (of === '')
    return name === 'brief'
      ? { title: 'SNI brief', about: 'What headlines tell, in whose words, and who is silent', page: '', path }
      : null;
  if (of === 'theater') {
    const theater = Object.hasOwn(config.theaters, name) ? config.theaters[name] : undefined;
    return theater === undefined ? null : { ...about('theater', theater.name), page: href('theaters', name), path, theater: name };
  }
  if (of === 'watchlist') {
    const watch = (await readWatches(sql)).find((one) => one.name === name);
    return watch === undefined ? null : { ...about('watchlist', name), page: href('watchlists', name), path, watch };
  }
  const [outlet] = of === 'outlet' ? await outletsNamed(sql, name) : [];
  return outlet === undefined ? null : { ...about('outlet', outlet), page: href('outlets', outlet), path, outlet };
}

function about(kind: string, name: string): Pick<Subject, 'title' | 'about'> {
  return { title: `SNI: ${name}`, about: `Stories of the ${kind} ${name}` };
}
