// Acts upon states and by them, as a map and as a table, and the theaters.
import { counted } from '../desk/words.js';
import { askedTheater, href } from './address.js';
import { theaterField } from './fields.js';
import { type Html, html } from './html.js';
import { mostMapFamilies, readStatesOnMap, type StateOnMap } from './map/read.js';
import { isOnMap, worldMap } from './map/world.js';
import { type Asked, page } from './page.js';
import { daysField, lastDays, type Span } from './span.js';
import { readTheaters } from './theater/read.js';
import { actorLink, section, theaterLink, time } from './words.js';

interface MapView {
  span: Span;
  theater: string | null;
  states: StateOnMap[];
  theaters: { theater: string; families: number }[];
}

export const map = page<MapView>({
  path: '/map',
  about: 'Acts upon states and by them, on a map and in a table.',
  words: ['days', 'theater'],
  read: async (asked) => {
    const theater = askedTheater(asked);
    const span = await lastDays(asked, 7, theater);
    const [states, theaters] = await Promise.all([readStatesOnMap(asked.sql, span, theater), readTheaters(asked.sql, span)]);
    return { span, theater, states, theaters };
  },
  title: () => 'Map',
  body: mapBody,
});

function mapBody({ span, theater, states, theaters }: MapView, asked: Asked): Html {
  const shaded = states.flatMap(({ id, name, upon }) =>
    upon === 0
      ? []
      : [{ id, name, value: upon, said: counted(upon, 'family'), href: href('/families', undefined, { actor: id, theater }) }],
  );
  const away = shaded.filter(({ id }) => !isOnMap(id)).length;
  return html`<h1>Acts upon states</h1>
<p class="quiet">${time(span.since, asked)} to ${time(span.until, asked)}${theater === null ? '' : html`, ${theaterLink(theater, asked)} alone`}</p>
<form action="/map">${theaterField(asked.config.theaters, theater)}${daysField(span.days)}<button>Show</button></form>
${states.length === 0 ? html`<p>No act that names a state was told of in this time.</p>` : mapPart(shaded, states, theater)}
${away > 0 ? html`<p class="quiet">${counted(away, 'state')} of the table the map does not have.</p>` : ''}
${section(
  'Theaters',
  theaters.map((one) => html`${theaterLink(one.theater, asked)} <span class="quiet">${counted(one.families, 'family')}</span>`),
)}`;
}

function mapPart(shaded: Parameters<typeof worldMap>[0], states: readonly StateOnMap[], theater: string | null): Html {
  return html`<figure>${worldMap(shaded)}
<figcaption>States by the families that tell an act upon them, of the latest ${mostMapFamilies.toLocaleString('en')} families at most: the stronger the colour, the more. What is only threatened, planned or demanded does not count. A headline seldom names the town: a state stands for all that is done to it, wherever. The table has the same numbers.</figcaption></figure>
<div class="wide"><table>
<thead><tr><th scope="col">State</th><th scope="col" class="number">Acts upon it</th><th scope="col" class="number">Acts by it</th><th scope="col" class="number">Families</th></tr></thead>
<tbody>${states.map(
    ({
      id,
      name,
      upon,
      by,
      families,
    }) => html`<tr><td>${actorLink(id, name)}</td><td class="number">${upon}</td><td class="number">${by}</td><td class="number"><a href="${href('/families', undefined, { actor: id, theater })}">${families}<span class="unseen"> ${families === 1 ? 'family' : 'families'} of ${name}</span></a></td></tr>
`,
  )}</tbody>
</table></div>`;
}
