// The site as one function from a request to an answer: the table of pages behind the headers that let a browser load nothing of others and
// run nothing that stands in a page. Errors end here as pages with a sentence.
import { type Context, Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { App } from '../app.js';
import { withinSeconds } from '../deadline.js';
import { clean, jsonText } from '../desk/clean.js';
import { chainOf } from '../errors/error-facts.js';
import { SearchError } from '../search/filter.js';
import { keeper, type PageAnswer, pageAnswer } from './answers.js';
import { assets } from './assets.js';
import { makeBoards } from './desk/board/read.js';
import { addDesk } from './desk/desk.js';
import { deskPages } from './desk/pages.js';
import { feedAt, feedPaths } from './feeds.js';
import { html } from './html.js';
import { layout } from './layout.js';
import { makeLive } from './live.js';
import { openApiOf } from './openapi.js';
import { encodingFor, packedBody, tagFor } from './packed.js';
import { type Asked, type Made, NotUnderstood, type Page } from './page.js';
import { addProbes } from './probes.js';

const htmlType = 'text/html; charset=utf-8';
const jsonType = 'application/json; charset=utf-8';
/** A page that takes longer is given up. */
const longestSeconds = 20;
const none = "'none'";
const own = "'self'";

export interface WebSite {
  fetch: Hono['fetch'];
  /** Ends what would go on of itself. */
  close: () => void;
}

/**
 * `closed`: why nobody may act through the desk, in a sentence; null where those who log in may. `trouble`: what every page of the desk
 * says of the settings; null for nothing.
 */
export function makeSite(
  { sql, config, log }: Pick<App, 'sql' | 'config' | 'log'>,
  pages: readonly Page[],
  closed: string | null = null,
  trouble: string | null = null,
): WebSite {
  const site = new Hono();
  const live = makeLive({ sql, log });
  const kept = keeper();
  /** What all who waited for a page were told of once. */
  const logged = new WeakSet<Error>();
  /** It ends: what is still under way may lose the database. */
  let isEnding = false;
  // So that a browser says where a form comes from; elsewhere it says nothing.
  site.use('/desk/*', async (context, next) => {
    await next();
    context.header('Referrer-Policy', 'same-origin');
  });
  site.use(
    secureHeaders({
      contentSecurityPolicy: {
        ...{ defaultSrc: [none], baseUri: [none], frameAncestors: [none], objectSrc: [none] },
        ...{ styleSrc: [own], scriptSrc: [own], imgSrc: [own], connectSrc: [own], formAction: [own] },
      },
      crossOriginResourcePolicy: 'same-origin',
      referrerPolicy: 'no-referrer',
      strictTransportSecurity: false,
      xFrameOptions: 'DENY',
    }),
  );
  const closeDesk = addDesk(site, { sql, config, log, boards: makeBoards(sql, config), closed, trouble }, deskPages);
  site.use(async (context, next) => {
    if (['GET', 'HEAD'].includes(context.req.method)) return await next();
    context.header('Allow', 'GET, HEAD');
    return refused(context, 405, 'Only reading is possible here', 'The pages take GET and HEAD.');
  });
  for (const { path, type, text } of assets) {
    const asset = pageAnswer(200, type, text);
    site.get(path, (context) => sent(context, asset, 'public, max-age=31536000, immutable'));
  }
  site.get('/live', live.answer);
  const description = pageAnswer(200, jsonType, jsonLine(openApiOf(pages)));
  site.get('/openapi.json', (context) => sent(context, description));
  addProbes(site, { sql, config, log });
  for (const path of feedPaths)
    site.get(path, async (context) => {
      const { origin, pathname, search } = new URL(context.req.url);
      const at = config.notify.pages ?? `${origin}/`;
      const answer = await kept(`${at} ${pathname}${search}`, () =>
        withinSeconds(longestSeconds, feedAnswer(askedBy(context, { sql, config }), at)),
      );
      return answer.status === 200 ? sent(context, answer) : refused(context, 404, 'There is no such feed', noFeed);
    });
  for (const page of pages)
    site.get(page.path, async (context) => {
      const { pathname, search } = new URL(context.req.url);
      const answer = await kept(pathname + search, () => withinSeconds(longestSeconds, answered(page, context, { sql, config })));
      return sent(context, answer);
    });
  site.notFound((context) => refused(context, 404, 'There is no such page', 'The brief and the list of families lead to all there is.'));
  site.onError((error, context) => {
    if (error instanceof NotUnderstood || error instanceof SearchError)
      return refused(context, 400, 'That cannot be understood', error.message);
    if (isEnding) log.info({ event: 'page_given_up', path: clean(context.req.path) }, 'the server ended before this page was made');
    else if (!logged.has(error)) log.error({ event: 'page_failed', path: clean(context.req.path), err: error }, 'a page could not be made');
    logged.add(error);
    context.header('Retry-After', '10');
    return refused(context, 503, 'This page could not be made', isDamage(error) ? damaged : notMade);
  });
  return {
    fetch: site.fetch,
    close: () => {
      isEnding = true;
      live.close();
      closeDesk();
    },
  };
}

/** A table or column that is not there, or files that are damaged: trying again does not help. */
function isDamage(error: unknown): boolean {
  return chainOf(error).some((one) => 'code' in one && /^(42P01|42703|XX00[012])$/.test(String(one.code)));
}

const damaged =
  'The database is not as it should be: something of it is missing or damaged. On its machine "sni diagnose" says what is wrong and what to do.';
const notMade = 'The database did not answer as it should; what it said stands in the log of the server. Try again in a moment.';

const noFeed = 'There are feeds of the brief, of theaters, watchlists and outlets, each as .rss.xml, .atom.xml and .json.';

function askedBy(context: Context, app: Pick<Asked, 'sql' | 'config'>): Asked {
  const word = (name: string): string | undefined => clean(context.req.query(name) ?? '') || undefined;
  return { ...app, now: new Date(), word, part: (name) => clean(context.req.param(name) ?? '') };
}

async function feedAnswer(asked: Asked, site: string): Promise<PageAnswer> {
  const feed = await feedAt(asked, site);
  return feed === null ? pageAnswer(404, htmlType, '') : pageAnswer(200, feed.type, feed.text);
}

async function answered(page: Page, context: Context, app: Pick<Asked, 'sql' | 'config'>): Promise<PageAnswer> {
  const asked = askedBy(context, app);
  const format = asked.word('format') ?? 'html';
  if (format !== 'html' && format !== 'json') throw new NotUnderstood(`There is no format ${format}: allowed are html and json.`);
  const made = await page.make(asked);
  if (format === 'json')
    return pageAnswer(made === null ? 404 : 200, jsonType, jsonLine(made === null ? { error: page.missing(asked) } : made.data));
  const whole = made === null ? sentencePage('Not found', page.missing(asked)) : framed(made, context.req.url, asked);
  return pageAnswer(made === null ? 404 : 200, htmlType, String(await whole));
}

function jsonLine(data: unknown): string {
  return `${jsonText(data)}\n`;
}

/** A sentence on what is not possible, in the format that was asked for. */
async function refused(context: Context, status: 400 | 404 | 405 | 503, title: string, sentence: string): Promise<Response> {
  const asJson = context.req.query('format') === 'json';
  const body = asJson ? jsonLine({ error: sentence }) : String(await sentencePage(title, sentence));
  return context.body(body, status, { 'Content-Type': asJson ? jsonType : htmlType, 'Cache-Control': 'no-store' });
}

function framed({ title, body }: Made, address: string, asked: Asked) {
  const url = new URL(address);
  url.searchParams.set('format', 'json');
  return layout({ title, body: body(), path: url.pathname, query: asked.word('q'), json: `${url.pathname}${url.search}` });
}

function sentencePage(title: string, sentence: string) {
  return layout({
    title,
    body: html`<h1>${title}</h1>
<p>${sentence}</p>
<p><a href="/">The brief</a> · <a href="/families">Families</a> · <a href="/search">Search</a></p>`,
    path: '',
  });
}

/** Nothing but the headers where the reader has it already. */
async function sent(context: Context, answer: PageAnswer, keeping = 'no-cache'): Promise<Response> {
  const { status, type } = answer;
  const encoding = encodingFor(answer, context.req.header('Accept-Encoding') ?? '');
  const etag = tagFor(answer, encoding);
  const headers = { ETag: etag, 'Cache-Control': keeping, Vary: 'Accept-Encoding' };
  const known = (context.req.header('If-None-Match') ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  if (status === 200 && (known.includes(etag) || known.includes('*'))) return context.body(null, 304, headers);
  const packing = encoding === null ? {} : { 'Content-Encoding': encoding };
  return context.body(await packedBody(answer, encoding), status, { ...headers, 'Content-Type': type, ...packing });
}
