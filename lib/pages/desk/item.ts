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
<div class="wide"><table class="cards"><thead><tr><th scope="col">When</th><th scope="col">What</th><th scope="col">Said</th><th scope="col">By</th></tr></thead>
<tbody>${happenings.map((one) => html`<tr><td>${when(one.at)}</td><td>${one.what}</td><td class="text">${told(one.said)}</td><td>${told(one.byWhom)}</td></tr>\n`)}</tbody></table></div>
${stages.length === 0 ? '' : stagesTable(life, asked)}
${
  calls.length === 0
    ? ''
    : html`<h2>Models: $${costUsd.toFixed(4)} in all</h2>
<div class="wide"><table class="cards"><thead><tr><th scope="col">When</th><th scope="col">Task</th><th scope="col">Model</th><th scope="col">Outcome</th><th scope="col" class="number">Tokens</th><th scope="col" class="number">Cost</th></tr></thead>
<tbody>${calls.map((one) => html`<tr><td>${when(one.at)}</td><td>${one.task}</td><td>${told(one.model)}</td><td>${one.outcome}</td><td class="number">${one.tokens.toLocaleString('en')}</td><td class="number">$${one.costUsd.toFixed(4)}</td></tr>\n`)}</tbody></table></div>`
}`;
}

function stagesTable({ id, stages }: Life, asked: DeskAsked): Html {
  const number = id.split(':')[1] ?? '';
  return html`<h2>In the phases</h2>
<div class="wide"><table class="cards"><thead><tr><th scope="col">Phase</th><th scope="col">State</th><th scope="col" class="number">Tries</th><th scope="col">Since</th><th scope="col">Done</th><th scope="col">Made by</th></tr></thead>
<tbody>${stages.map((one) => html`<tr><td>${one.phase}</td><td>${one.state}${one.error === null ? '' : html`: ${told(one.error)}`}</td><td class="number">${one.attempts}</td><td>${time(one.discoveredAt, asked)}</td><td>${one.finishedAt === null ? '' : time(one.finishedAt, asked)}</td><td>${one.version === null ? '' : told(one.version)}${one.fresh === false ? ' (stale)' : ''}</td></tr>\n`)}</tbody></table></div>
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
