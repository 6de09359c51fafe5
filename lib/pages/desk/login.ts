// Logging in and out. A login always begins a session with a secret of its own making, and ends the one the browser came with, so that nobody
// can lay a session under another. What was typed is never logged.
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, Hono } from 'hono';
import { endSession, logIn } from '../../users/sessions.js';
import { type Html, html } from '../html.js';
import { layout } from '../layout.js';
import { backOf } from './act/route.js';
import { deskFrame } from './frame.js';
import { refused, wordIn } from './refused.js';
import type { DeskScene } from './scene.js';
import { giveCookie, isFromElsewhere, isOwnForm, secretOf, takeCookie, visitorOf } from './visitor.js';

const [wrong, tooMany] = [
  'The name or the password is wrong.',
  'There were too many wrong tries. Wait a quarter of an hour; "sni user password NAME" on the machine itself gives another password.',
];

/** Puts `/desk/login` and `/desk/logout` on the site; where nobody can act (`closed` says why) the login answers 403. */
export function addLogin(site: Hono, { sql, config, log, closed }: DeskScene): void {
  site.get('/desk/login', async (context) => {
    if (closed !== null) return refused(context, 403, 'Nobody can log in here', closed);
    return formPage(context, 200, null, backOf(context.req.query('back')));
  });
  site.post('/desk/login', async (context) => {
    if (closed !== null) return refused(context, 403, 'Nobody can log in here', closed);
    if (isFromElsewhere(context, config.notify.pages))
      return refused(context, 403, 'This comes from elsewhere', 'Another site’s page sent this. Log in at the pages of the desk.');
    const form = await context.req.parseBody();
    const [name, password] = [wordIn(form['name']) ?? '', form['password']];
    const back = backOf(wordIn(form['back']));
    const address = addressOf(context, config.notify.pages?.startsWith('https:') ?? false);
    const begun = await logIn(sql, { name, password: typeof password === 'string' ? password : '', address });
    if ('refused' in begun) {
      log.warn({ event: 'login_refused', address, reason: begun.refused }, 'a login was refused');
      return begun.refused === 'wrong' ? formPage(context, 401, wrong, back) : formPage(context, 429, tooMany, back);
    }
    const before = secretOf(context);
    if (before !== null) await endSession(sql, before);
    log.info({ event: 'logged_in', user: name, address }, 'a user has logged in');
    giveCookie(context, begun.secret);
    return context.redirect(back, 303);
  });
  site.post('/desk/logout', async (context) => {
    const visitor = await visitorOf(context, sql);
    const form = await context.req.parseBody();
    if (visitor !== null && (isFromElsewhere(context, config.notify.pages) || !isOwnForm(visitor, wordIn(form['token']) ?? '')))
      return refused(context, 403, 'This form is not yours', 'The form is of another session. Load the page anew and try again.');
    const secret = secretOf(context);
    if (secret !== null) await endSession(sql, secret);
    takeCookie(context);
    return context.redirect('/desk', 303);
  });
}

/** Behind a proxy the proxy says who asks, last; from elsewhere anybody could say anything. */
function addressOf(context: Context, behindProxy: boolean): string {
  const direct =
    context.env !== undefined && context.env !== null && 'incoming' in context.env
      ? (getConnInfo(context).remote.address ?? '')
      : 'unknown';
  const isLocal = direct === '::1' || /^(?:::ffff:)?127\./.test(direct);
  const named = context.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim();
  return (behindProxy && isLocal && named !== undefined ? named : direct).slice(0, 100);
}

async function formPage(context: Context, status: 200 | 401 | 429, fault: string | null, back: string): Promise<Response> {
  const whole = await layout({ title: 'Log in', path: '/desk', body: deskFrame(loginBody(fault, back), null) });
  return context.body(String(whole), status, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
}

function loginBody(fault: string | null, back: string): Html {
  return html`<h1>Log in</h1>
${fault === null ? '' : html`<p class="verdict bad" role="alert">${fault}</p>`}
<form class="login" method="post" action="/desk/login">
<input type="hidden" name="back" value="${back}">
<div><label for="name">Name</label><input id="name" name="name" autocomplete="username" maxlength="64" required autofocus></div>
<div><label for="password">Password</label><input id="password" name="password" type="password" autocomplete="current-password" maxlength="512" required></div>
<button>Log in</button>
</form>
<p class="quiet">Reading needs no login. <code>sni user add NAME</code> on the machine lets somebody act.</p>`;
}
