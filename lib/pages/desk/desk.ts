// The desk in the site: its pages, made anew for each who asks, its live line, the login, and what can be done.
import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { withinSeconds } from '../../deadline.js';
import { clean, jsonText } from '../../desk/clean.js';
import { DeskError } from '../../desk/end.js';
import { takeTold } from '../../users/sessions.js';
import { deskAssets } from '../assets.js';
import { layout } from '../layout.js';
import { NotUnderstood } from '../page.js';
import { addActs } from './act/route.js';
import { deskFrame } from './frame.js';
import { makeWatching } from './live.js';
import { addLogin } from './login.js';
import type { DeskAsked, DeskPage } from './page.js';
import { refused } from './refused.js';
import type { DeskScene } from './scene.js';
import { visitorOf } from './visitor.js';

const longestSeconds = 20;
const mostBytes = 64 * 1024;

/** Returns what ends its live line. */
export function addDesk(site: Hono, scene: DeskScene, pages: readonly DeskPage[]): () => void {
  const watching = makeWatching(scene);
  site.use(
    '/desk/*',
    bodyLimit({ maxSize: mostBytes, onError: (context) => refused(context, 413, 'That is too much', 'A form holds at most 64 KB.') }),
  );
  for (const { path, type, text } of deskAssets)
    site.get(path, (context) => context.body(text, 200, { 'Content-Type': type, 'Cache-Control': 'public, max-age=31536000, immutable' }));
  site.get('/desk/live', watching.answer);
  addLogin(site, scene);
  addActs(site, scene);
  for (const page of pages) site.get(page.path, (context) => withinSeconds(longestSeconds, answered(page, context, scene)));
  return watching.close;
}

async function answered(page: DeskPage, context: Context, scene: DeskScene): Promise<Response> {
  try {
    return await answerOf(page, context, scene);
  } catch (error) {
    // A command's own refusal, such as of ids that are none.
    if (error instanceof DeskError) return refused(context, 400, 'That cannot be understood', error.message);
    throw error;
  }
}

async function answerOf(page: DeskPage, context: Context, scene: DeskScene): Promise<Response> {
  const asked = await askedBy(context, scene);
  const format = asked.word('format') ?? 'html';
  if (format !== 'html' && format !== 'json') throw new NotUnderstood(`There is no format ${format}: allowed are html and json.`);
  const made = await page.make(asked);
  const headers = { 'Cache-Control': 'no-store' };
  const status = made === null ? 404 : 200;
  if (format === 'json') {
    const data = made === null ? { error: page.missing(asked) } : made.data;
    return context.body(`${jsonText(data)}\n`, status, { ...headers, 'Content-Type': 'application/json; charset=utf-8' });
  }
  if (made === null) return refused(context, 404, 'Not found', page.missing(asked));
  const secret = asked.visitor?.secret ?? null;
  // What the script asks for is not looked at as a whole: the sentence waits for a page that is.
  const told = secret === null || context.req.header('X-Live') !== undefined ? null : await takeTold(scene.sql, secret);
  const url = new URL(context.req.url);
  url.searchParams.set('format', 'json');
  const body = deskFrame(made.body(), { asked, path: url.pathname, told });
  const whole = await layout({ title: made.title, body, path: '/desk', json: `${url.pathname}${url.search}` });
  return context.body(String(whole), status, { ...headers, 'Content-Type': 'text/html; charset=utf-8' });
}

async function askedBy(context: Context, { sql, config, boards, closed, trouble }: DeskScene): Promise<DeskAsked> {
  const { pathname, search } = new URL(context.req.url);
  return {
    ...{ sql, config, closed, trouble, now: new Date(), here: pathname + search, board: boards.read },
    visitor: await visitorOf(context, sql),
    word: (name) => clean(context.req.query(name) ?? '') || undefined,
    part: (name) => clean(context.req.param(name) ?? ''),
  };
}
