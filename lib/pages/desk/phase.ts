// One phase: how it stands, hour by hour, what made what is stale, and all that can be done about it.
import { type PhaseName, phases as table } from '../../config/phases.js';
import { namesOfAll } from '../../config/stages.js';
import { counted } from '../../desk/words.js';
import { readStale, type Stale } from '../../operator/stale.js';
import { href } from '../address.js';
import { bars } from '../charts.js';
import { choiceField, textField } from '../fields.js';
import { type Html, html } from '../html.js';
import { told } from '../words.js';
import { spans } from './act/acts.js';
import { actButton } from './act/form.js';
import { buttons, phaseFigures, phaseStanding, share } from './board/cards.js';
import type { Board, PhaseBoard } from './board/read.js';
import { titleOf } from './board/verdict.js';
import { type DeskAsked, deskPage } from './page.js';

interface PhaseView {
  board: Board;
  phase: PhaseBoard;
  stale: Stale | null;
}

export const phase = deskPage<PhaseView>({
  path: '/desk/phases/:name{[a-z_][a-z0-9_]*}',
  about: 'One phase: how it stands, hour by hour, what is stale and why, and what can be done about it.',
  read: async ({ sql, board, part }) => {
    const whole = await board();
    const phase = whole.phases.find(({ name }) => name === part('name'));
    return phase === undefined ? null : { board: whole, phase, stale: (await readStale(sql, phase.name))[0] ?? null };
  },
  missing: ({ part, config }) => `There is no phase ${part('name')}. There are: ${namesOfAll(config).join(', ')}.`,
  title: ({ phase: { name } }) => titleOf(name),
  body: phaseBody,
});

function phaseBody({ board, phase, stale }: PhaseView, asked: DeskAsked): Html {
  const { name, hours } = phase;
  return html`<h1>${titleOf(name)}</h1>
<p class="quiet">${table[name].about}.</p>
<div id="phase" data-live-part>
<p>${phaseStanding(phase, board, asked)}</p>
${share(phase)}
${phaseFigures(phase, board)}
${bars(
  'Finished in each of the last 24 hours',
  hours.map((value, at) => ({ label: at === 23 ? 'now' : `-${23 - at} h`, value })),
)}
${buttons(phase, asked)}
</div>
${phase.paused === null ? pauseForm(name, asked) : ''}
${staleSection(stale)}
${reprocessForm(name)}
<p><a href="${href('/desk/items', undefined, { phase: name })}">Its items</a> · <a href="${href('/desk/failures', undefined, { phase: name })}">Its failures</a> · <a href="${href('/desk/log', undefined, { phase: name })}">What was done about it</a></p>`;
}

function pauseForm(name: PhaseName, asked: DeskAsked): Html {
  const more = html`${choiceField('retry-in', 'For', [['', 'until it is resumed'], ...Object.keys(spans).map((span) => [span, span] as const)], '')}${textField('why', 'Why', undefined, 'for whoever looks')}`;
  return html`<h2>Pause it for a while</h2>
${actButton(asked, { act: 'pause', label: 'Pause', fields: { phase: name }, more })}`;
}

function staleSection(stale: Stale | null): Html | '' {
  if (stale === null || stale.stale === 0) return '';
  return html`<h2>Stale: ${counted(stale.stale, 'item')} of ${stale.done.toLocaleString('en')}</h2>
<ul>${stale.made.map(
    ({ version, items, before, instead }) =>
      html`<li>${counted(items, 'item')} by ${version === null ? 'nobody knows what' : told(version)}${before.length + instead.length === 0 ? '' : html`: ${told(before.join(', ') || 'nothing')} then, ${told(instead.join(', ') || 'nothing')} now`}</li>`,
  )}</ul>`;
}

/** Leads to a page that says how much it is and what it costs; nothing is done by it. */
function reprocessForm(name: PhaseName): Html {
  const choices = [
    ['stale', 'what is stale'],
    ['since', 'what was done since the day'],
    ['ids', 'the items named'],
    ['all', 'all that is done'],
  ] as const;
  return html`<h2>Do it again</h2>
<form action="/desk/reprocess"><input type="hidden" name="phase" value="${name}"><div class="fields">
${choiceField('which', 'What', choices, 'stale')}${textField('since', 'Since the day', undefined, '2026-03-10')}${textField('ids', 'Items', undefined, '34, ef:12')}
</div><button>Show how much it is and what it costs</button></form>`;
}
