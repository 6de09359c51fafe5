// The watchlists: what each looks out for, and whether it notifies.
import { filterInWords } from '../desk/watch.js';
import { readWatches, type Watch } from '../search/watch.js';
import { html } from './html.js';
import { page } from './page.js';
import { told, watchlistLink } from './words.js';

export const watchlists = page<Watch[]>({
  path: '/watchlists',
  about: 'The watchlists with what each looks out for.',
  read: ({ sql }) => readWatches(sql),
  title: () => 'Watchlists',
  body: (watches) => html`<h1>Watchlists</h1>
<p class="quiet">A family is on a list when it fits one of its lines. Lists mark the brief and the families, and have feeds of their own.</p>
${watches.length === 0 ? html`<p>There are none. <code>sni watch add Hormuz --search hormuz</code> makes one.</p>` : ''}
${watches.map(
  ({ name, filters, notifies }) => html`<h2>${watchlistLink(name)}</h2>
<ul>${filters.map((filter) => html`<li>${told(filterInWords(filter))}</li>`)}</ul>
${notifies ? html`<p class="quiet">Of each family that is new on it notifiers are told.</p>` : ''}`,
)}`,
});
