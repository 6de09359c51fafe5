// What only one side tells: acts that only state media of one country tell, families that only outlets of one country tell, and weighty ones that
// only one outlet tells. From what was read, not from what others say of outlets.
import { counted, countryName } from '../desk/words.js';
import { askedTheater } from './address.js';
import { familyTable } from './families.js';
import { theaterField } from './fields.js';
import { type Html, html } from './html.js';
import { type OneSidedView, readOneSided, type SoleAct } from './one-sided/read.js';
import { type Asked, page } from './page.js';
import { daysField, lastDays } from './span.js';
import { familyLink, theaterLink, time } from './words.js';

export const oneSided = page<OneSidedView>({
  path: '/one-sided',
  about: 'What only one side tells: state media of one country, outlets of one country, one outlet.',
  words: ['days', 'theater'],
  read: async (asked) => {
    const theater = askedTheater(asked);
    const span = await lastDays(asked, 7, theater);
    return { span, theater, ...(await readOneSided(asked.sql, span, theater)) };
  },
  title: () => 'Told by one side',
  body: oneSidedBody,
});

function oneSidedBody({ span, theater, acts, countries, outlets }: OneSidedView, asked: Asked): Html {
  return html`<h1>Told by one side</h1>
<p class="quiet">${time(span.since, asked)} to ${time(span.until, asked)}${theater === null ? '' : html`, ${theaterLink(theater, asked)} alone`}</p>
<form action="/one-sided">${theaterField(asked.config.theaters, theater)}${daysField(span.days)}<button>Show</button></form>
<p>Among the outlets that are read here. That others do not tell it makes it neither true nor false.</p>
<h2>By state media of one country alone</h2>
${acts.length === 0 ? html`<p>No act of this time is told by state media of one country alone.</p>` : html`<ul>${acts.map(actItem)}</ul>`}
<h2>By outlets of one country alone</h2>
${byCountry(countries, asked)}
<h2>By one outlet alone</h2>
${outlets.length === 0 ? html`<p>No family of this time is told by one outlet alone.</p>` : familyTable(outlets, asked)}`;
}

function actItem({ family, title, what, country }: SoleAct): Html {
  return html`<li><strong>${what}</strong>, by state media of ${countryName(country)}: ${familyLink(family, title)}</li>
`;
}

function byCountry(families: OneSidedView['countries'], asked: Asked): Html {
  if (families.length === 0)
    return html`<p>No family of this time is told by two outlets or more that are all known to be of one country.</p>`;
  const countries = [...new Set(families.map(({ country }) => country))];
  return html`${countries.map((country) => {
    const own = families.filter((family) => family.country === country);
    return html`<h3>${countryName(country)}: ${counted(own.length, 'family')}</h3>
${familyTable(own, asked)}`;
  })}`;
}
