// A theater: its weightiest families of a time, who tells of it, and who is named in it.
import { counted } from '../desk/words.js';
import { href } from './address.js';
import { bars } from './charts.js';
import { familyTable } from './families.js';
import { type Html, html } from './html.js';
import { type Asked, page } from './page.js';
import { daysField, lastDays } from './span.js';
import { mostTheaterFamilies, readTheater, type TheaterView } from './theater/read.js';
import { actorLink, outletLink, section, time } from './words.js';

export const theater = page<TheaterView>({
  path: '/theaters/:id',
  about: 'A theater: its weightiest families, who tells of it, and who is named in it.',
  words: ['days'],
  read: async (asked) => {
    const { sql, config, part } = asked;
    const id = part('id');
    const known = Object.hasOwn(config.theaters, id) ? config.theaters[id] : undefined;
    if (known === undefined) return null;
    const span = await lastDays(asked, 7);
    return { theater: id, name: known.name, span, ...(await readTheater(sql, { ...span, theater: id, timeZone: config.timeZone })) };
  },
  missing: ({ part, config }) => `There is no theater ${part('id')}. There are: ${Object.keys(config.theaters).join(', ')}.`,
  title: ({ name }) => name,
  body: theaterBody,
});

function theaterBody({ theater, name, span, families, days, weightiest, outlets, actors }: TheaterView, asked: Asked): Html {
  const all = families === mostTheaterFamilies ? `the latest ${counted(families, 'family')}` : counted(families, 'family');
  return html`<h1>${name}</h1>
<p class="quiet">${theater} · ${time(span.since, asked)} to ${time(span.until, asked)} · ${all}</p>
<form>${daysField(span.days)}<button>Show</button> <a href="${href('/', undefined, { theater })}">Its brief</a> <a href="${href('/families', undefined, { theater })}">All its families</a></form>
${bars(
  'Families by day',
  days.map(({ day, families: value }) => ({ label: day.slice(5), value })),
)}
${weightiest.length === 0 ? html`<p>No family of this theater was told of in this time.</p>` : html`<h2>The weightiest families</h2>${familyTable(weightiest, asked)}`}
${section(
  'Who is named in it',
  actors.map((one) => html`${actorLink(one.id, one.name)} <span class="quiet">${counted(one.families, 'family')}</span>`),
)}
${section(
  'Who tells of it',
  outlets.map((one) => html`${outletLink(one.outlet)} <span class="quiet">${counted(one.families, 'family')}</span>`),
)}`;
}
