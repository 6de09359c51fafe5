// Models and money: which answer what, how their servers stand as the runs saw them last, and what was spent of what may be.
import type { Sql } from 'postgres';
import { phases } from '../../config/phases.js';
import { namesOfAll } from '../../config/stages.js';
import { type Lanes, readLanes } from '../../desk/models/read.js';
import { spentToday } from '../../spending/ledger.js';
import { bars } from '../charts.js';
import { type Html, html } from '../html.js';
import { time, told } from '../words.js';
import { type DeskAsked, deskPage } from './page.js';
import { deskTable } from './table.js';

interface Models extends Lanes {
  /** The first is asked first. */
  roles: { role: string; models: string[] }[];
  /** By day, the oldest first. */
  days: { day: string; usd: number }[];
  spent: { of: string; usd: number; limitUsd: number | null }[];
}

const lookBackDays = 14;

export const models = deskPage<Models>({
  path: '/desk/models',
  about: 'Models and money: which answer what, how their servers stand, what was spent of what may be.',
  read: async ({ sql, config }) => {
    const [lanes, days, today] = await Promise.all([readLanes(sql), readDays(sql, config.timeZone), spentToday(sql, config.timeZone)]);
    const all = [...today.values()].reduce((sum, usd) => sum + usd, 0);
    const asking = namesOfAll(config).filter((name) => phases[name].asks.length > 0);
    return {
      ...lanes,
      roles: Object.entries(config.models.roles).map(([role, given]) => ({
        role,
        models: given.models.map(({ engine, model }) => `${engine}/${model}`),
      })),
      days: [...days],
      spent: [
        { of: 'all phases', usd: all, limitUsd: config.models.dailyCostLimitUsd || null },
        ...asking.map((name) => ({ of: name, usd: today.get(name) ?? 0, limitUsd: config.phases[name]?.dailyCostLimitUsd ?? null })),
      ],
    };
  },
  title: () => 'Models and money',
  body: modelsBody,
});

function readDays(sql: Sql, timeZone: string): Promise<Models['days']> {
  return sql<Models['days']>`
    select to_char(d, 'MM-DD') as day, coalesce(s.usd, 0)::float8 as usd
    from generate_series((now() at time zone ${timeZone})::date - ${lookBackDays - 1}::integer, (now() at time zone ${timeZone})::date, interval '1 day') d
    left join spending s on s.day = d::date
    order by d`;
}

function modelsBody({ at, roles, laneStates, loads, days, spent }: Models, asked: DeskAsked): Html {
  return html`<h1>Models and money</h1>
<h2>Spent today</h2>
${deskTable(
  ['Of', { title: 'Spent', kind: 'number' }, { title: 'May be', kind: 'number' }],
  spent.map(({ of, usd, limitUsd }) => [
    of,
    `$${usd.toFixed(2)}`,
    limitUsd === null ? 'no limit of its own' : `of $${limitUsd.toFixed(2)}`,
  ]),
)}
${bars(
  'US dollars in each of the last 14 days',
  days.map(({ day, usd }) => ({ label: day, value: Math.round(usd * 100) / 100 })),
)}
<h2>Which model answers what</h2>
${roles.length === 0 ? html`<p>No model is configured: every phase answers by its own rules.</p>` : html`<dl>${roles.map(({ role, models }) => html`<dt>${role}</dt><dd>${told(models.join(', then '))}</dd>`)}</dl>`}
<h2>Lanes</h2>
${
  laneStates.length === 0
    ? html`<p>No run has asked a model server yet.</p>`
    : html`<ul>${laneStates.map(({ engine, model, state, until, reason, changedAt }) => {
        const isLeft = state !== 'closed' && (until === null || until > at);
        return html`<li><strong class="state ${isLeft ? 'fair' : 'good'}">${isLeft ? 'left alone' : 'answers'}</strong> ${told(model === '' ? engine : `${engine}/${model}`)}${isLeft && until !== null ? html` until ${time(until, asked)}` : ''}${reason === null || !isLeft ? '' : html`: ${told(reason)}`} <span class="quiet">since ${time(changedAt, asked)}</span></li>`;
      })}</ul>`
}
${loads.length === 0 ? '' : html`<h2>Under way</h2><ul>${loads.map(({ phase, engine, model, waiting, underWay, atOnce }) => html`<li>${phase} at ${told(model === '' ? engine : `${engine}/${model}`)}: ${underWay} under way${atOnce === null ? '' : ` of ${atOnce}`}, ${waiting} in its line</li>`)}</ul>`}`;
}
