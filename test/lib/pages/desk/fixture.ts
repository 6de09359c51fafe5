// The desk over a test's world, asked in process as a browser with a cookie asks it; and a store where everything that comes from outside, or
// from whoever types, tries to act.
import { pino } from 'pino';
import type { Sql } from 'postgres';
import { readConfig } from '../../../../lib/config.js';
import { pages } from '../../../../lib/pages/pages.js';
import { makeSite } from '../../../../lib/pages/site.js';
import { addUser } from '../../../../lib/users/users.js';
import { cheaplyStored } from '../../../support/cheap-password.js';
import type { World } from '../../../support/world.js';
import { evil } from '../fixture.js';

export const password = 'a long enough one';

export interface Asking {
  get: (path: string, headers?: Record<string, string>) => Promise<Answer>;
  post: (path: string, form: Record<string, string>, headers?: Record<string, string>) => Promise<Answer>;
  /** What the browser keeps; empty for none. */
  cookie: () => string;
}

interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** The token of the first form in it that has one; empty for none. */
  token: string;
}

/** The site of the world. `lines` is what it logs. */
export function openDesk(
  { sql, settings, home }: World,
  closed: string | null = null,
): { browser: (cookie?: string) => Asking; lines: string[] } {
  const config = readConfig(settings, { SNI_HOME: home });
  const lines: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) });
  const site = makeSite({ sql, config, log }, pages, closed);
  const browser = (given = ''): Asking => {
    let cookie = given;
    const ask = async (path: string, init: RequestInit): Promise<Answer> => {
      const headers = { Host: 'desk.test', ...(cookie === '' ? {} : { Cookie: cookie }), ...(init.headers as Record<string, string>) };
      const response = await site.fetch(new Request(`http://desk.test${path}`, { ...init, headers }));
      const set = response.headers.get('set-cookie');
      if (set !== null) cookie = /Max-Age=0/.test(set) ? '' : (set.split(';')[0] ?? '');
      const text = await response.text();
      return { status: response.status, headers: response.headers, text, token: /name="token" value="([^"]+)"/.exec(text)?.[1] ?? '' };
    };
    return {
      cookie: () => cookie,
      get: (path, headers = {}) => ask(path, { headers }),
      post: (path, form, headers = {}) =>
        ask(path, {
          method: 'POST',
          headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
          body: new URLSearchParams(form).toString(),
        }),
    };
  };
  return { browser, lines };
}

export async function addAnna(sql: Sql): Promise<void> {
  await addUser(sql, 'anna', cheaplyStored(password), { byWhom: 'test', why: '' });
}

/** A browser in which anna has logged in, with the token of its forms. */
export async function loggedIn(browser: Asking): Promise<{ browser: Asking; token: string }> {
  const { status } = await browser.post('/desk/login', { name: 'anna', password });
  if (status !== 303) throw new Error(`The login was answered with ${status}.`);
  const { token } = await browser.get('/desk');
  return { browser, token };
}

/** Work in every state, runs of every end, failures, alerts, lanes and checks, each with words that would act. */
export async function furnishDesk(sql: Sql): Promise<void> {
  await sql`
    insert into work (phase, item_id, state, attempts, error_class, error, error_signature, version, finished_at, not_before)
    select 'enrich', i, case when i <= 5 then 'failed' else 'done' end, 3, case when i <= 5 then 'item_specific' end, case when i <= 5 then ${evil}::text end,
      case when i <= 3 then ${evil}::text when i <= 5 then 'another kind' end, case when i > 5 then ${evil}::text end, case when i > 5 then now() end, now()
    from generate_series(1, 9) i`;
  await sql`
    insert into work (phase, item_id, state, discovered_at, error, error_class, error_signature)
    values ('generate', 1, 'ready', now() - interval '40 minutes', null, null, null), ('generate', 2, 'ready', now(), ${evil}, 'transient', 'third kind')`;
  await sql`
    insert into work (phase, item_id, state, lease_token, worker, lease_expires_at) values ('narrate', 2, 'leased', gen_random_uuid(), ${evil}, now() + interval '1 hour')`;
  await sql`insert into diagnoses (signature, example, error_class, decided_by, reason) values (${evil}, ${evil}, 'item_specific', 'model', ${evil})`;
  await sql`insert into doctor_actions (phase, signature, error_class, action, items, sentence) values ('enrich', ${evil}, 'item_specific', 'fail_item', 3, ${evil})`;
  await sql`
    insert into runs (run_id, phase, worker, host, pid, batch, started_at, heartbeat_at, finished_at, claimed, done, failed, total, exit, reason)
    select gen_random_uuid(), phase, ${evil}, ${evil}, 7, 10, now() - ago::interval, now() - interval '1 second', case when exit is not null then now() - interval '1 second' end, 9, 8, 1, 20, exit, ${evil}
    from (values ('ingest', '2 hours', 'outage'), ('filter', '1 hour', 'died'), ('enrich', '3 hours', 'failed'), ('narrate', '5 minutes', null)) v (phase, ago, exit)`;
  await sql`insert into paces (phase, minute, done, seconds) values ('enrich', now() - interval '3 hours', 40, '{1,2}'), ('enrich', now() - interval '9 hours', 7, '{1}')`;
  await sql`insert into spending (day, usd) values ((now() at time zone 'UTC')::date - 3, 2.5) on conflict do nothing`;
  await sql`insert into lanes (engine, model, state, paused_until, reason) values ('gemini', ${evil}, 'paused', now() + interval '1 hour', ${evil})`;
  await sql`insert into alerts (name, subject, severity, what, todo) values ('paused', ${evil}, 'warning', ${evil}, ${evil}), ('disk', '', 'critical', ${evil}, ${evil})`;
  await sql`insert into taken_out (of, field, text, reason, by_whom) values ('ef:2', 'context', ${evil}, ${evil}, ${evil})`;
  await sql`insert into operator_log (act, phase, said, by_whom, why) values ('pause', 'enrich', ${evil}, ${evil}, ${evil})`;
  await sql`update feeds set last_error = ${evil}, failing_since = now(), last_problem = ${evil} where feed_id = 1`;
  const put = { headlines: [{ id: '1', publisher: evil, lang: 'en', text: evil }], statements: [], decided: evil };
  await sql`
    with o as (
      insert into observations (day, kind, subject, put, state, agreed, made_by) values (current_date, 'gate', ${evil}, ${sql.json(put)}, 'judged', false, '{"engine":"ollama","model":"m"}') returning observation_id
    ) insert into discrepancies (observation_id, judged, why, lacking) select observation_id, ${evil}, ${evil}, '[]' from o`;
}

export const everyDeskPage = [
  ...[
    '/desk',
    '/desk/phases/enrich',
    '/desk/phases/narrate',
    '/desk/items?phase=enrich',
    '/desk/items?phase=enrich&state=done',
    '/desk/items?phase=narrate&state=leased',
    '/desk/items?phase=enrich&state=stale',
  ],
  ...[
    '/desk/items?phase=generate&state=retried',
    '/desk/items/ef:2',
    '/desk/items/title:2',
    '/desk/failures',
    '/desk/reprocess?phase=enrich&which=all',
  ],
  ...['/desk/runs', '/desk/runs?hours=168', '/desk/feeds', '/desk/models', '/desk/checks', '/desk/alerts', '/desk/log', '/desk/login'],
] as const;
