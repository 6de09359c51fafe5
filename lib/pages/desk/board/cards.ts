// Each phase as a card, in the order their food flows: what waits and since when, how fast it goes, how long it takes, who works it, and what
// can be done about it with one press.
import { phases as table } from '../../../config/phases.js';
import { ago, counted, moment, spanOf } from '../../../desk/words.js';
import { href } from '../../address.js';
import { spark } from '../../charts.js';
import { type Html, html } from '../../html.js';
import { told } from '../../words.js';
import { actButton } from '../act/form.js';
import type { DeskAsked } from '../page.js';
import type { Board, PhaseBoard } from './read.js';
import { titleOf } from './verdict.js';

/** All cards, one for each phase of the board, in its order. */
export function cards(board: Board, asked: DeskAsked): Html {
  return html`<div class="aside phases">${board.phases.map((phase) => card(phase, board, asked))}</div>`;
}

function card(phase: PhaseBoard, board: Board, asked: DeskAsked): Html {
  const { name } = phase;
  return html`<section class="card phase" aria-labelledby="phase-${name}">
<h2 id="phase-${name}"><a href="${href('/desk/phases', name)}">${titleOf(name)}</a></h2>
<p>${phaseStanding(phase, board, asked)}</p>
${share(phase)}
${phaseFigures(phase, board)}
${buttons(phase, asked)}
</section>`;
}

/** How much of all there is to do is done, waits, is at work and is set aside, as parts of one bar; nothing where there is nothing to do. */
export function share({ name, done, waiting, ready, leased, failed }: PhaseBoard): Html | '' {
  const parts = [
    ['done', done, 'done'],
    ['works', leased, 'at work'],
    ['waits', waiting + ready, 'waiting'],
    ['failed', failed, 'set aside'],
  ] as const;
  const all = parts.reduce((sum, [, count]) => sum + count, 0);
  if (all === 0) return '';
  let from = 0;
  const drawn = parts.map(([kind, count]) => {
    // What is there at all is seen.
    const wide = count === 0 ? 0 : Math.max(4, (count / all) * 1000);
    const x = Math.min(from, 1000 - wide);
    from = x + wide;
    return wide === 0 ? '' : html`<rect class="${kind}" x="${x.toFixed(1)}" y="0" width="${wide.toFixed(1)}" height="10"></rect>`;
  });
  const said = parts.map(([, count, words]) => `${count.toLocaleString('en')} ${words}`).join(', ');
  return html`<svg class="share" viewBox="0 0 1000 10" preserveAspectRatio="none" role="img" aria-label="${`${name}: ${said}`}">${drawn}</svg>`;
}

/** Paused, at work or idle, with who and since when. */
export function phaseStanding({ paused, pausedUntil, workers, lastRun }: PhaseBoard, { at }: Board, { config }: DeskAsked): Html {
  const who = workers.map(
    ({ host, pid, done, claimed, heartbeatAt }) =>
      html`${told(host)} (${pid}): ${done.toLocaleString('en')} of ${claimed.toLocaleString('en')} done, heard of ${ago(heartbeatAt, at)}`,
  );
  const work = html`${who.map((one, place) => html`${place === 0 ? '' : '; '}${one}`)}`;
  if (paused !== null)
    return html`<strong class="state fair">Paused ${pausedUntil === null ? 'until it is resumed' : `until ${moment(pausedUntil, config.timeZone)}`}</strong> ${told(paused)}${workers.length === 0 ? '' : html`; ends: ${work}`}`;
  if (workers.length > 0) return html`<strong class="state good">At work</strong> ${work}`;
  if (lastRun === null) return html`<strong class="state">Never ran</strong>`;
  if (lastRun.dead || lastRun.exit === 'died' || lastRun.finishedAt === null)
    return html`<strong class="state bad">Died</strong> ${ago(lastRun.heartbeatAt, at)}`;
  const isBad = lastRun.exit === 'failed' || lastRun.exit === 'outage';
  return html`<strong class="state${isBad ? ' bad' : ''}">Idle</strong> last run ${ago(lastRun.finishedAt, at)}: ${lastRun.exit ?? 'ended'}${lastRun.reason ? html`, ${told(lastRun.reason)}` : ''}`;
}

/** Counts of items by state, pace in items a minute, what an item takes and when all is done; "not known" for what was not measured yet. */
export function phaseFigures(phase: PhaseBoard, { at }: Board): Html {
  const {
    name,
    waiting,
    waitingMore,
    below,
    ready,
    leased,
    failed,
    stale,
    oldest,
    velocity,
    hours,
    secondsAnItem,
    etaMinutes,
    spentTodayUsd,
  } = phase;
  const count = (value: number): string => value.toLocaleString('en');
  const list = (state: string, of: number): Html =>
    of === 0 ? html`0` : html`<a href="${href('/desk/items', undefined, { phase: name, state })}">${count(of)}</a>`;
  const since = oldest === null ? '' : html`, the oldest for ${spanOf((at.getTime() - oldest.since.getTime()) / 1000)}`;
  return html`<dl>
<dt>Waiting</dt><dd>${count(waiting)}${waitingMore ? '+' : ''} new, ${list('ready', ready)} ready, ${list('leased', leased)} at work${since}</dd>
${below === null ? '' : html`<dt>Left out</dt><dd>${counted(below, ...table[name].items)} below the threshold</dd>`}
<dt>A minute</dt><dd>${count(velocity.tenMinutes)} over 10 min, ${count(velocity.hour)} over an hour, ${count(velocity.day)} over a day${hours.some((done) => done > 0) ? html` ${spark(hours)}` : ''}</dd>
<dt>An item</dt><dd>${secondsAnItem === null ? 'not known yet' : `${lasts(secondsAnItem.p50)} (p50), ${lasts(secondsAnItem.p90)} (p90)`}</dd>
<dt>ETA</dt><dd>${etaMinutes === null ? 'not known' : etaMinutes === 0 ? 'nothing waits' : spanOf(etaMinutes * 60)}</dd>
<dt>Set aside</dt><dd>${list('failed', failed)}</dd>
<dt>Stale</dt><dd>${list('stale', stale)}</dd>
${table[name].asks.length === 0 ? '' : html`<dt>Cost today</dt><dd>$${spentTodayUsd.toFixed(2)}</dd>`}
</dl>`;
}

function lasts(seconds: number): string {
  return seconds < 10 ? `${Number(seconds.toPrecision(2))} s` : spanOf(seconds);
}

/** What may be done at once, each with its command; nothing for who may only read. */
export function buttons({ name, paused, failed }: PhaseBoard, asked: DeskAsked): Html {
  const one = (act: string, label: string): Html =>
    actButton(asked, { act, label, fields: { phase: name }, isTerse: asked.visitor === null });
  return html`<div class="acts">
${paused === null ? html`${one('pause', `Pause ${name}`)}${one('wake', `Wake ${name}`)}` : one('resume', `Resume ${name}`)}
${failed > 0 ? one('retry', `Retry ${counted(failed, 'item')}`) : ''}
</div>`;
}
