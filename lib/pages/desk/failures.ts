// What failed, by kind of error: what it is and who says so, what was done about it, and all of a kind tried again by one press.
import { namesOfAll } from '../../config/stages.js';
import { type Failure, type Failures, readFailures } from '../../desk/failures/read.js';
import { actionWords, deciders } from '../../desk/failures/render.js';
import { counted } from '../../desk/words.js';
import { href } from '../address.js';
import { choiceField } from '../fields.js';
import { type Html, html } from '../html.js';
import { time, told } from '../words.js';
import { phaseIn } from './act/acts.js';
import { actButton } from './act/form.js';
import { itemLink } from './items.js';
import { type DeskAsked, deskPage } from './page.js';
import { deskTable } from './table.js';

const mostKinds = 50;

export const failures = deskPage<Failures>({
  path: '/desk/failures',
  about: 'What failed, by kind of error, with what the doctor says of it.',
  read: ({ sql, word }) => readFailures(sql, word('phase') === undefined ? null : phaseIn(word), mostKinds),
  title: () => 'Failures',
  body: failuresBody,
});

function failuresBody({ failures, more, actions, feedsFailing }: Failures, asked: DeskAsked): Html {
  return html`<h1>${failures.length === 0 ? 'Nothing has failed, and nothing waits to be tried again' : `${counted(failures.length + more, 'kind')} of failure`}</h1>
<form action="/desk/failures">${choiceField('phase', 'Phase', [['', 'all'], ...namesOfAll(asked.config).map((name) => [name, name] as const)], asked.word('phase') ?? '')}<button>Show</button></form>
${failures.map((failure) => kind(failure, asked))}
${more > 0 ? html`<p>And ${counted(more, 'other kind')}: <code>sni failures --limit ${failures.length + more}</code> shows all.</p>` : ''}
${feedsFailing > 0 ? html`<p>${counted(feedsFailing, 'feed')} could not be read last time: <a href="/desk/feeds">which and why</a>.</p>` : ''}
${
  actions.length === 0
    ? ''
    : html`<h2>What was done last</h2>
${deskTable(
  ['When', 'Phase', 'Action', { title: 'Items', kind: 'number' }, { title: 'Because', kind: 'text' }],
  actions.map((one) => [
    time(one.at, asked),
    one.phase ?? '',
    actionWords[one.action] ?? one.action,
    one.items === 0 ? '' : counted(one.items, 'item'),
    told(one.sentence),
  ]),
)}`
}`;
}

function kind(
  { phase, key, errorClass, decidedBy, reason, failed, waiting, nextAt, sentence, itemId, lastAt, action }: Failure,
  asked: DeskAsked,
): Html {
  const which = { phase, signature: key };
  const set = (state: string, count: number, words: string): Html =>
    html`<a href="${href('/desk/items', undefined, { ...which, state })}">${counted(count, 'item')} ${words}</a>`;
  return html`<section class="card"><h2>${phase}: ${key ?? 'no doctor saw it'}</h2>
<p><strong>${told(sentence)}</strong></p>
<p>${failed > 0 ? set('failed', failed, 'set aside') : ''}${failed > 0 && waiting > 0 ? ', ' : ''}${waiting > 0 ? set('retried', waiting, 'to be tried again') : ''}${nextAt === null ? '' : html`, next ${time(nextAt, asked)}`}${lastAt === null ? '' : html`; last ${time(lastAt, asked)}`}. One of them: ${itemLink(phase, itemId)}.</p>
<p class="quiet">The doctor: ${errorClass ?? 'of no class'}${decidedBy === null ? '' : `, ${deciders[decidedBy] ?? decidedBy}`}${reason === null ? '' : html`. ${told(reason)}`}${action === null ? '' : html`; ${actionWords[action] ?? action}`}.</p>
${actButton(asked, { act: 'retry', label: `Retry ${key === null || failed + waiting === 1 ? 'this one' : `these ${(failed + waiting).toLocaleString('en')}`}`, fields: key === null ? { phase, ids: itemId } : { phase, signature: key } })}
</section>`;
}
