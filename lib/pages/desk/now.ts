// The first page of the desk: how all stands in one line, as a picture and phase by phase; live where a script may run.
import { type Html, html } from '../html.js';
import { told } from '../words.js';
import { cards } from './board/cards.js';
import { picture } from './board/picture.js';
import type { Board } from './board/read.js';
import { verdictOf } from './board/verdict.js';
import { type DeskAsked, deskPage } from './page.js';

const mostAlerts = 5;

export const now = deskPage<Board>({
  path: '/desk',
  about: 'How all stands: a verdict in one line, the pipeline, and each phase with what waits, how fast it goes and who works it.',
  read: ({ board }) => board(),
  title: () => 'Desk',
  body: nowBody,
});

function nowBody(board: Board, asked: DeskAsked): Html {
  const { tone, sentence } = verdictOf(board, asked.config.timeZone);
  const { alerts, budgetUsd, spentTodayUsd } = board;
  const others = alerts.filter(({ what }) => what !== sentence);
  return html`<div id="now" data-live-part>
<h1 class="verdict ${tone}">${sentence}</h1>
${
  others.length === 0
    ? ''
    : html`<ul class="alerts">${others.slice(0, mostAlerts).map(({ what }) => html`<li>${told(what)}</li>`)}${others.length > mostAlerts ? html`<li><a href="/desk/alerts">and ${others.length - mostAlerts} more</a></li>` : ''}</ul>`
}
${board.troubles.map((trouble) => html`<p class="told">${told(trouble)}</p>`)}
${picture(board.phases)}
${budgetUsd === 0 ? '' : html`<p class="quiet">Models cost $${spentTodayUsd.toFixed(2)} today, of $${budgetUsd.toFixed(2)} they may.</p>`}
</div>
<div id="cards" data-live-part>${cards(board, asked)}</div>`;
}
