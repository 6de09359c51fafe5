// The whole life of a title or an event family, as `sni inspect` tells it, and what can be done with it.
import { phases } from '../../config/phases.js';
import { namesOfAll } from '../../config/stages.js';
import { type Life, readLife } from '../../desk/inspect/life.js';
import { readStageLife } from '../../desk/inspect/stage-life.js';
import { href } from '../address.js';
import { type Html, html } from '../html.js';
import { time, told } from '../words.js';
import { actButton } from './act/form.js';
import { type DeskAsked, deskPage } from './page.js';
import { deskTable } from './table.js';

export const item = deskPage<Life>({
  path: '/desk/items/:item{[a-z_][a-z0-9_]*:[0-9]{1,18}}',
  about:
    'The whole life of a title, an event family or an item of a stage: times, tries, versions, model calls, costs and who decided what.',
  read: async ({ sql, part, config }) => {
    const [sort = '', id = ''] = part('item').split(':');
    if (sort === 'title' || sort === 'ef') return readLife(sql, sort, id);
    return config.stages.some(({ name }) => name === sort) ? readStageLife(sql, sort, id) : null;
  },
  missing: ({ part }) => {
    const [sort, id] = part('item').split(':');
    return sort === 'title' || sort === 'ef'
      ? `There is no ${sort === 'ef' ? 'event family' : 'headline'} ${id}.`
      : `No stage knows an item ${sort}:${id}.`;
  },
  title: ({ id }) => id,
  body: itemBody,
});

function itemBody(life: Life, asked: DeskAsked): Html {
  const { id, title, status, happenings, stages, calls, costUsd } = life;
  const [sort, number = ''] = id.split(':');
  const when = (at: Date | null): Html | '' => (at === null ? '' : time(at, asked));
  return html`<h1>${told(title)}</h1>
<p class="quiet">${id}, ${status}${sort === 'title' || sort === 'ef' ? html`: <a href="${href(sort === 'title' ? '/titles' : '/families', number)}">what it says and what is told of it</a>` : ''}</p>
<h2>Its life</h2>
${deskTable(
  ['When', 'What', { title: 'Said', kind: 'text' }, 'By'],
  happenings.map((one) => [when(one.at), one.what, orNothing(one.said), orNothing(one.byWhom)]),
)}
${stages.length === 0 ? '' : stagesTable(life, asked)}
${
  calls.length === 0
    ? ''
    : html`<h2>Models: $${costUsd.toFixed(4)} in all</h2>
${deskTable(
  ['When', 'Task', 'Model', 'Outcome', { title: 'Tokens', kind: 'number' }, { title: 'Cost', kind: 'number' }],
  calls.map((one) => [when(one.at), one.task, told(one.model), one.outcome, one.tokens.toLocaleString('en'), `$${one.costUsd.toFixed(4)}`]),
)}`
}`;
}

function orNothing(text: string): Html | '' {
  return text === '' ? '' : told(text);
}

function stagesTable({ id, stages }: Life, asked: DeskAsked): Html {
  const number = id.split(':')[1] ?? '';
  return html`<h2>In the phases</h2>
${deskTable(
  ['Phase', 'State', { title: 'Tries', kind: 'number' }, 'Since', 'Done', 'Made by'],
  stages.map((one) => [
    one.phase,
    html`${one.state}${one.error === null ? '' : html`: ${told(one.error)}`}`,
    String(one.attempts),
    time(one.discoveredAt, asked),
    one.finishedAt === null ? '' : time(one.finishedAt, asked),
    one.version === null ? '' : html`${told(one.version)}${one.fresh === false ? ' (stale)' : ''}`,
  ]),
)}
<div class="acts">${stages.flatMap(({ phase, state, error }) => {
    const known = namesOfAll(asked.config).find((name) => name === phase);
    if (known === undefined) return [];
    const one = (act: string, label: string): Html =>
      actButton(asked, {
        act,
        label: `${label} in ${known}`,
        fields: { phase: known, ids: `${phases[known].shownAs ?? known}:${number}` },
      });
    const isTrouble = state === 'failed' || (state === 'ready' && error !== null);
    return [...(isTrouble ? [one('retry', 'Retry')] : []), ...(state === 'leased' || isTrouble ? [one('reset', 'Reset')] : [])];
  })}</div>`;
}
