// What checks found: where a model that looks over a sample differs from what code decided, and what an audit took out.
import type { Sql } from 'postgres';
import { type Discrepancy, readDiscrepancies } from '../../observer/discrepancies.js';
import { textField } from '../fields.js';
import { type Html, html } from '../html.js';
import { time, told } from '../words.js';
import { actButton } from './act/form.js';
import { type DeskAsked, deskPage } from './page.js';
import { deskTable } from './table.js';

interface TakenOut {
  at: Date;
  of: string;
  field: string;
  text: string;
  reason: string;
  byWhom: string;
}

interface Checks {
  /** Those that are open, the newest first. */
  discrepancies: Discrepancy[];
  takenOut: TakenOut[];
}

const most = 30;

export const checks = deskPage<Checks>({
  path: '/desk/checks',
  about: 'Discrepancies that are open, and what an audit took out.',
  read: async ({ sql }) => {
    const [discrepancies, takenOut] = await Promise.all([
      readDiscrepancies(sql, { kind: null, all: false, limit: most }),
      readTakenOut(sql),
    ]);
    return { discrepancies: [...discrepancies], takenOut: [...takenOut] };
  },
  title: () => 'Checks',
  body: checksBody,
});

function readTakenOut(sql: Sql): Promise<TakenOut[]> {
  return sql<TakenOut[]>`
    select at, of, field, text, reason, by_whom as "byWhom" from taken_out order by taken_out_id desc limit ${most}`;
}

function checksBody({ discrepancies, takenOut }: Checks, asked: DeskAsked): Html {
  return html`<h1>Checks</h1>
<h2>Where the observer differs</h2>
${discrepancies.length === 0 ? html`<p>No discrepancy is open. <code>sni observe</code> looks for some.</p>` : discrepancies.map((one) => discrepancy(one, asked))}
<h2>What the audit took out</h2>
${
  takenOut.length === 0
    ? html`<p>Nothing was taken out. <code>sni audit</code> checks all that is stored, <code>sni audit --fix</code> takes out what does not stand.</p>`
    : deskTable(
        ['When', 'Of', { title: 'Sentence', kind: 'text' }, { title: 'Why', kind: 'text' }, 'By'],
        takenOut.map((one) => [time(one.at, asked), told(`${one.of} ${one.field}`), told(one.text), told(one.reason), told(one.byWhom)]),
      )
}`;
}

function discrepancy({ number, at, kind, subject, decided, judged, why, model, headlines }: Discrepancy, asked: DeskAsked): Html {
  return html`<section class="card"><h3>${number}: ${kind} of ${told(subject)}</h3>
<ul>${headlines.slice(0, 5).map(({ text }) => html`<li>${told(text)}</li>`)}</ul>
<dl><dt>Code</dt><dd>${told(decided)}</dd><dt>${told(model)}</dt><dd>${told(judged)}</dd><dt>because</dt><dd>${told(why)}</dd></dl>
<p class="quiet">${time(at, asked)}</p>
${asked.visitor === null ? '' : actButton(asked, { act: 'close', label: `Close ${number}`, fields: { number: String(number) }, more: textField('why', 'What was done, or why nothing', undefined) })}
</section>`;
}
