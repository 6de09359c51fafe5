// The actors that are named most lately, and a search for others.

import { counted } from '../desk/words.js';
import { type ActorHit, findActors } from '../search/actors.js';
import { textField } from './fields.js';
import { type Html, html } from './html.js';
import { type Asked, page } from './page.js';
import { daysField, lastDays, type Span } from './span.js';
import { actorLink, section } from './words.js';

interface Actors {
  /** Null where they were searched for. */
  span: Span | null;
  actors: (ActorHit & { families?: number })[];
}

const most = { actors: 60, families: 5000 };

export const actors = page<Actors>({
  path: '/actors',
  about: 'The actors that are named most lately, or those with a name.',
  words: ['q', 'days'],
  read: readActors,
  title: () => 'Actors',
  body: ({ span, actors }, asked) => html`<h1>Actors</h1>
<form action="/actors">${textField('q', 'Name or id', asked.word('q'))}${daysField(span?.days ?? 7)}<button>Show</button></form>
${actors.length === 0 ? html`<p>There is no such actor.</p>` : section(span === null ? 'With this name' : `Named most in ${counted(span.days, 'day')}`, actors.map(actorItem))}`,
});

async function readActors(asked: Asked): Promise<Actors> {
  const { sql, word } = asked;
  const words = word('q');
  if (words !== undefined) return { span: null, actors: await findActors(sql, words, most.actors) };
  const span = await lastDays(asked, 7);
  const actors = await sql<Actors['actors']>`
    select n.actor as id, coalesce(a.name, n.actor) as name, coalesce(a.kind, '') as kind, count(*)::int as families
    from (
      select actors from family_search
      where status in ('seed', 'active') and last_at >= ${span.since} and last_at < ${span.until}
      order by last_at desc limit ${most.families}
    ) s
    cross join lateral unnest(s.actors) n (actor)
    left join actors a on a.actor_id = n.actor
    group by 1, 2, 3
    order by 4 desc, 1
    limit ${most.actors}`;
  return { span, actors: [...actors] };
}

function actorItem({ id, name, kind, families }: Actors['actors'][number]): Html {
  return html`${actorLink(id, name)} <span class="quiet">${kind}${families === undefined ? '' : `, ${counted(families, 'family')}`}</span>`;
}
