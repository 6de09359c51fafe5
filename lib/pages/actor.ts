// An actor: what it does and what is done to it, with whom and over time, as headlines tell it.
import { counted } from '../desk/words.js';
import { type ActorAct, type ActorView, mostActorFamilies, readActor } from './actor/read.js';
import { href } from './address.js';
import { spark } from './charts.js';
import { familyTable } from './families.js';
import { type Html, html } from './html.js';
import { type Asked, page } from './page.js';
import { daysField, lastDays } from './span.js';
import { actorLink, familyLink, section, time } from './words.js';

export const actor = page<ActorView>({
  path: '/actors/:id',
  about: 'What an actor does and what is done to it, with whom and over time.',
  words: ['days'],
  read: async (asked) => readActor(asked.sql, asked.part('id'), await lastDays(asked, 30)),
  missing: ({ part }) => `The vocabulary has no actor ${part('id')}.`,
  title: ({ name }) => name,
  body: actorBody,
});

function actorBody({ id, name, kind, span, families, course, by, upon, others, weightiest }: ActorView, asked: Asked): Html {
  const all = families === mostActorFamilies ? `the latest ${counted(families, 'family')}` : counted(families, 'family');
  return html`<h1 dir="auto">${name}</h1>
<p class="quiet">${kind} · ${id} · ${time(span.since, asked)} to ${time(span.until, asked)} · named in ${all} ${spark(course)}</p>
<form>${daysField(span.days)}<button>Show</button> <a href="${href('/families', undefined, { actor: id })}">All families that name it</a></form>
${section(
  'Acts by it',
  by.map((act) => actItem(act, 'upon', asked)),
)}
${section(
  'Acts upon it',
  upon.map((act) => actItem(act, 'by', asked)),
)}
${
  others.length === 0
    ? ''
    : html`<h2>With whom</h2>
<div class="wide"><table><thead><tr><th scope="col">Actor</th><th scope="col" class="number">Acts upon it</th><th scope="col" class="number">Acts by it</th></tr></thead>
<tbody>${others.map((one) => html`<tr><td>${actorLink(one.id, one.name)}</td><td class="number">${one.by}</td><td class="number">${one.upon}</td></tr>`)}</tbody></table></div>`
}
${weightiest.length === 0 ? html`<p>No family of this time names it.</p>` : html`<h2>The weightiest families that name it</h2>${familyTable(weightiest, asked)}`}`;
}

function actItem(
  { action, mode, other, otherName, outlets, familyId, familyTitle, at }: ActorAct,
  word: 'by' | 'upon',
  asked: Asked,
): Html {
  const how = mode === 'done' ? '' : ` (${mode})`;
  const party = other === null ? '' : html` ${word} ${actorLink(other, otherName ?? other)}`;
  return html`<strong>${action.replaceAll('_', ' ')}</strong>${how}${party}, told by ${counted(outlets, 'outlet')}: ${familyLink(familyId, familyTitle)} <span class="quiet">${time(at, asked)}</span>`;
}
