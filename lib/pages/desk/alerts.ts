// Alerts that stand and those that are over: what, since when, what to do.
import { type Alert, readAlerts } from '../../alerts/round.js';
import { type Html, html } from '../html.js';
import { time, told } from '../words.js';
import { type DeskAsked, deskPage } from './page.js';

const most = 100;

export const alerts = deskPage<Alert[]>({
  path: '/desk/alerts',
  about: 'Alerts that stand, and those that are over.',
  read: async ({ sql }) => [...(await readAlerts(sql, true, most))],
  title: () => 'Alerts',
  body: alertsBody,
});

function alertsBody(found: readonly Alert[], asked: DeskAsked): Html {
  const open = found.filter(({ clearedAt }) => clearedAt === null);
  const over = found.filter(({ clearedAt }) => clearedAt !== null);
  return html`<h1>${open.length === 0 ? 'No alert stands' : `${open.length.toLocaleString('en')} ${open.length === 1 ? 'alert stands' : 'alerts stand'}`}</h1>
<p class="quiet">The watchdog looks every other minute: <code>sni watchdog</code>.</p>
${open.map(
  ({ severity, what, todo, since }) =>
    html`<section class="card"><p><strong class="state ${severity === 'critical' ? 'bad' : 'fair'}">${severity}</strong> ${told(what)}</p><p>${told(todo)}</p><p class="quiet">since ${time(since, asked)}</p></section>`,
)}
${over.length === 0 ? '' : html`<h2>Over</h2><ul>${over.map(({ what, since, clearedAt }) => html`<li>${told(what)} <span class="quiet">${time(since, asked)} to ${clearedAt === null ? '' : time(clearedAt, asked)}</span></li>`)}</ul>`}`;
}
