// Runs as a timeline, phase by phase, and the newest of them with what they did.
import type { Sql } from 'postgres';
import { namesOfAll } from '../../config/stages.js';
import { moment, spanOf } from '../../desk/words.js';
import { choiceField } from '../fields.js';
import { type Html, html } from '../html.js';
import { NotUnderstood } from '../page.js';
import { time, told } from '../words.js';
import { type DeskAsked, deskPage } from './page.js';
import { deskTable } from './table.js';

interface Run {
  phase: string;
  host: string;
  pid: number;
  startedAt: Date;
  /** When it ended, or was heard of last. */
  until: Date;
  isOpen: boolean;
  exit: string | null;
  reason: string | null;
  done: number;
  failed: number;
  made: number;
}

interface Runs {
  at: Date;
  hours: number;
  /** The newest first. */
  runs: Run[];
}

const spans = [1, 6, 24, 168];
const [mostRuns, mostListed] = [2000, 40];

export const runs = deskPage<Runs>({
  path: '/desk/runs',
  about: 'Runs of the phases as a timeline, and the newest with what they did.',
  read: async ({ sql, word }) => {
    const hours = Number(word('hours') ?? 24);
    if (!spans.includes(hours)) throw new NotUnderstood(`"hours" is "${word('hours')}": allowed are ${spans.join(', ')}.`);
    const [clock] = await sql<{ at: Date }[]>`select now() as at`;
    return { at: clock?.at ?? new Date(), hours, runs: [...(await readRuns(sql, hours))] };
  },
  title: () => 'Runs',
  body: runsBody,
});

function readRuns(sql: Sql, hours: number): Promise<Run[]> {
  return sql<Run[]>`
    select r.* from phases p
    cross join lateral (
      select phase, host, pid, started_at as "startedAt", coalesce(finished_at, heartbeat_at) as until, finished_at is null as "isOpen", exit, reason, done, failed, made
      from runs where phase = p.name and started_at > now() - make_interval(hours => ${hours}) - interval '1 day'
        and coalesce(finished_at, heartbeat_at) > now() - make_interval(hours => ${hours})
      order by started_at desc limit ${mostRuns}
    ) r
    order by "startedAt" desc`;
}

function runsBody({ at, hours, runs }: Runs, asked: DeskAsked): Html {
  const { timeZone } = asked.config;
  const since = new Date(at.getTime() - hours * 3_600_000);
  const clock = (when: Date): string => (hours > 24 ? moment(when, timeZone) : moment(when, timeZone).slice(-5));
  const shown = runs.slice(0, mostListed);
  return html`<h1>Runs</h1>
<form action="/desk/runs">${choiceField(
    'hours',
    'Looking back',
    spans.map((one) => [String(one), one === 168 ? 'a week' : one === 1 ? 'an hour' : `${one} hours`] as const),
    String(hours),
  )}<button>Show</button></form>
<div class="timeline">
${namesOfAll(asked.config).map((name) =>
  lane(
    name,
    runs.filter(({ phase }) => phase === name),
    since,
    at,
  ),
)}
<p class="hours quiet"><span>${clock(since)}</span><span>${clock(new Date((since.getTime() + at.getTime()) / 2))}</span><span>${clock(at)}</span></p>
</div>
<h2>The newest</h2>
${
  shown.length === 0
    ? html`<p>None ran in this time.</p>`
    : deskTable(
        ['Began', 'Phase', { title: 'Took', kind: 'number' }, { title: 'Ended', kind: 'text' }, 'Did', 'Where'],
        shown.map((run) => [
          time(run.startedAt, asked),
          run.phase,
          spanOf((run.until.getTime() - run.startedAt.getTime()) / 1000),
          html`${endOf(run)}${run.reason === null ? '' : html`: ${told(run.reason)}`}`,
          `${run.done.toLocaleString('en')} done${run.failed === 0 ? '' : `, ${run.failed.toLocaleString('en')} failed`}${run.made === 0 ? '' : `, ${run.made.toLocaleString('en')} made`}`,
          html`${told(run.host)} (${run.pid})`,
        ]),
      )
}`;
}

/** Bars of one phase over the whole width; what cannot be told apart at this width is one bar. */
function lane(name: string, runs: readonly Run[], since: Date, at: Date): Html {
  const width = 1000;
  const place = (when: Date): number => Math.max(0, ((when.getTime() - since.getTime()) / (at.getTime() - since.getTime())) * width);
  const drawn = new Map<string, Html>();
  for (const run of runs) {
    const from = Math.round(place(run.startedAt));
    const wide = Math.max(2, Math.round(place(run.until)) - from);
    const tone = toneOf(run);
    drawn.set(
      `${from} ${wide} ${tone}`,
      html`<rect class="${tone}" x="${from}" y="2" width="${wide}" height="20"><title>${endOf(run)}</title></rect>`,
    );
  }
  const bad = runs.filter((run) => toneOf(run) === 'bad').length;
  return html`<h2>${name}</h2><svg viewBox="0 0 ${width} 24" preserveAspectRatio="none" role="img" aria-label="${`${name}: ${runs.length} runs, ${bad} of them failed or died`}"><line x1="0" y1="23" x2="${width}" y2="23"></line>${[...drawn.values()]}</svg>`;
}

function toneOf({ exit, isOpen }: Run): 'good' | 'fair' | 'bad' {
  if (exit === 'failed' || exit === 'died') return 'bad';
  return !isOpen && (exit === 'outage' || exit === 'paused' || exit === 'stopped') ? 'fair' : 'good';
}

function endOf({ exit, isOpen }: Run): string {
  return isOpen ? 'goes on' : (exit ?? 'ended');
}
