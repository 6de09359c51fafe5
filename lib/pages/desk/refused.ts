// A refusal in a sentence, as a page or, for a program, as JSON; and what forms say, cleaned.
import type { Context } from 'hono';
import { clean, jsonText } from '../../desk/clean.js';
import { html } from '../html.js';
import { layout } from '../layout.js';

/** As a page, or as JSON to a program (by its token or `format=json`). Never kept by a browser. */
export async function refused(
  context: Context,
  status: 400 | 401 | 403 | 404 | 409 | 413 | 429,
  title: string,
  sentence: string,
): Promise<Response> {
  const headers = { 'Cache-Control': 'no-store' };
  if (context.req.header('Authorization') !== undefined || context.req.query('format') === 'json')
    return context.body(`${jsonText({ error: sentence })}\n`, status, { ...headers, 'Content-Type': 'application/json; charset=utf-8' });
  const body = html`<h1>${title}</h1>
<p>${sentence}</p>
<p><a href="/desk">To the desk</a>${status === 401 ? html` · <a href="/desk/login">Log in</a>` : ''}</p>`;
  return context.body(String(await layout({ title, body, path: '/desk' })), status, {
    ...headers,
    'Content-Type': 'text/html; charset=utf-8',
  });
}

/** A field of a form as one line; undefined where it is not there, empty, or a file. */
export function wordIn(value: unknown): string | undefined {
  return typeof value === 'string' ? clean(value.replace(/\s+/g, ' ')).trim() || undefined : undefined;
}
