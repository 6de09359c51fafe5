// What a posted form does: who posts it is looked at, then what, then it is done and the browser sent back to where it came from, so that
// going back and loading anew post nothing again. A program is answered in JSON.
import type { Hono } from 'hono';
import { DeskError } from '../../../desk/end.js';
import { leaveSentence } from '../../../users/sessions.js';
import { NotUnderstood } from '../../page.js';
import { refused, wordIn } from '../refused.js';
import type { DeskScene } from '../scene.js';
import { isFromElsewhere, isOwnForm, visitorOf } from '../visitor.js';
import { acts } from './acts.js';

/** Puts `/desk/act` on the site. A refused act changes nothing and is answered 400, 401, 403 or 409 with a sentence. */
export function addActs(site: Hono, scene: DeskScene): void {
  const { sql, config, log, boards, closed } = scene;
  site.post('/desk/act', async (context) => {
    if (closed !== null) return refused(context, 403, 'Nobody can act here', closed);
    if (isFromElsewhere(context, config.notify.pages))
      return refused(context, 403, 'This comes from elsewhere', 'Another site’s page sent this. Act from the pages of the desk.');
    const visitor = await visitorOf(context, sql);
    if (visitor === null)
      return refused(context, 401, 'Nobody is logged in', 'Acting needs a login at /desk/login or a token; a session ends after a while.');
    const form = await context.req.parseBody();
    const said = (name: string): string | undefined => wordIn(form[name]);
    if (!isOwnForm(visitor, said('token') ?? ''))
      return refused(context, 403, 'This form is not yours', 'The form is of another session. Load the page anew and try again.');
    const name = said('act') ?? '';
    const act = Object.hasOwn(acts, name) ? acts[name] : undefined;
    if (act === undefined)
      return refused(context, 400, 'That cannot be understood', `There is no act "${name}". There are: ${Object.keys(acts).join(', ')}.`);
    try {
      const command = act.command(said);
      const did = await act.run({ sql, config }, said, { byWhom: visitor.name, why: said('why') ?? '' });
      boards.forget();
      log.info({ event: 'acted', user: visitor.name, command }, did);
      if (visitor.secret === null) return context.json({ did, command }, 200, { 'Cache-Control': 'no-store' });
      await leaveSentence(sql, visitor.secret, did);
      return context.redirect(backOf(said('back')), 303);
    } catch (error) {
      if (error instanceof DeskError || error instanceof NotUnderstood) return refused(context, 409, 'Nothing was changed', error.message);
      throw error;
    }
  });
}

/** An address of the desk, whatever the form says. */
export function backOf(back: string | undefined): string {
  const url = back !== undefined && URL.canParse(back, 'http://desk/') ? new URL(back, 'http://desk/') : null;
  const isOurs = url !== null && url.host === 'desk' && url.protocol === 'http:' && /^\/desk(\/|$)/.test(url.pathname);
  return isOurs && !/^\/desk\/(act|login|logout|live)/.test(url.pathname) ? `${url.pathname}${url.search}` : '/desk';
}
