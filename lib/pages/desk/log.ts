// What operators did, who and why, the newest first.
import { namesOfAll } from '../../config/stages.js';
import { readOperatorActs } from '../../operator/log.js';
import { choiceField } from '../fields.js';
import { type Html, html } from '../html.js';
import { time, told } from '../words.js';
import { phaseIn } from './act/acts.js';
import { type DeskAsked, deskPage } from './page.js';
import { deskTable } from './table.js';

type Acts = Awaited<ReturnType<typeof readOperatorActs>>;

const most = 100;

export const log = deskPage<Acts>({
  path: '/desk/log',
  about: 'What operators did, who and why.',
  read: ({ sql, word }) => readOperatorActs(sql, { phase: word('phase') === undefined ? null : phaseIn(word), limit: most }),
  title: () => 'Log',
  body: logBody,
});

function logBody(acts: Acts, asked: DeskAsked): Html {
  return html`<h1>What operators did</h1>
<form action="/desk/log">${choiceField('phase', 'Phase', [['', 'all, and of none'], ...namesOfAll(asked.config).map((name) => [name, name] as const)], asked.word('phase') ?? '')}<button>Show</button></form>
${
  acts.length === 0
    ? html`<p>No operator has done anything yet that is written down.</p>`
    : deskTable(
        ['When', 'Who', 'What', 'Of', { title: 'Why', kind: 'text' }],
        acts.map((one) => [
          time(one.at, asked),
          told(one.byWhom),
          told(`${one.act} ${one.said}`),
          [one.phase, one.of].filter(Boolean).join(', '),
          one.why === '' ? '' : told(one.why),
        ]),
      )
}`;
}
