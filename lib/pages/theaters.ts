// All theaters with how much is told of each.
import { counted } from '../desk/words.js';
import { html } from './html.js';
import { page } from './page.js';
import { daysField, lastDays, type Span } from './span.js';
import { readTheaters } from './theater/read.js';
import { badge, section, theaterLink } from './words.js';

interface Theaters {
  span: Span;
  /** Those that nothing is told of last. */
  theaters: { theater: string; families: number; heaviest: number }[];
}

export const theaters = page<Theaters>({
  path: '/theaters',
  about: 'All theaters with how much is told of each.',
  words: ['days'],
  read: async (asked) => {
    const span = await lastDays(asked, 7);
    const told = await readTheaters(asked.sql, span);
    const rest = Object.keys(asked.config.theaters).filter((id) => !told.some(({ theater }) => theater === id));
    return { span, theaters: [...told, ...rest.map((theater) => ({ theater, families: 0, heaviest: -1 }))] };
  },
  title: () => 'Theaters',
  body: ({ span, theaters }, asked) => html`<h1>Theaters</h1>
<form action="/theaters">${daysField(span.days)}<button>Show</button></form>
${section(
  `Told of in ${counted(span.days, 'day')}`,
  theaters.map(
    ({ theater, families, heaviest }) =>
      html`${theaterLink(theater, asked)} <span class="quiet">${counted(families, 'family')}</span>${heaviest < 0 ? '' : html`<span class="quiet">, the weightiest ${badge(heaviest)}</span>`}`,
  ),
)}`,
});
