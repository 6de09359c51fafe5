// The pipeline as a picture: what waits before each phase, and how much flowed out of it in the last ten minutes. Across where there is room,
// down on a phone; who does not see it is told the same in words.
import { positionOf, phases as table } from '../../../config/phases.js';
import { type Html, html } from '../../html.js';
import type { PhaseBoard } from './read.js';
import { titleOf } from './verdict.js';

const box = { width: 116, height: 74 };
const gap = { across: 34, down: 30 };

/** Stages of the operator's own take from wherever they are told to: they stand in no line. */
export function picture(all: readonly PhaseBoard[]): Html {
  const phases = all.filter(({ name }) => positionOf(name) > 0);
  return html`<figure class="pipeline"><figcaption>What flows: items that wait in the boxes, items finished in the last 10 min on the arrows</figcaption>
${drawn(phases, 'across')}${drawn(phases, 'down')}</figure>`;
}

function drawn(phases: readonly PhaseBoard[], way: 'across' | 'down'): Html {
  const isAcross = way === 'across';
  const step = isAcross ? box.width + gap.across : box.height + gap.down;
  const length = step * phases.length - (isAcross ? gap.across : gap.down) + 2;
  const said = phases.map(
    ({ name, waiting, ready, velocity }) =>
      `${name}: ${(waiting + ready).toLocaleString('en')} wait, ${flowed(velocity).toLocaleString('en')} finished in 10 min`,
  );
  const nodes = phases.map((phase, place) => {
    const [x, y] = isAcross ? [place * step + 1, 1] : [1, place * step + 1];
    return html`${node(phase, x, y)}${place === phases.length - 1 ? '' : arrow(phase, x, y, isAcross)}`;
  });
  const size = isAcross ? `0 0 ${length} ${box.height + 2}` : `0 0 ${box.width + 100} ${length}`;
  return html`<svg class="${way}" viewBox="${size}" role="img" aria-label="${said.join('; ')}">${nodes}</svg>`;
}

function node(phase: PhaseBoard, x: number, y: number): Html {
  const { name, waiting, waitingMore, ready } = phase;
  const left = waiting + ready;
  return html`<g class="node ${stateOf(phase)}"><rect x="${x}" y="${y}" width="${box.width}" height="${box.height}" rx="8"></rect>
<text class="name" x="${x + 10}" y="${y + 20}">${titleOf(name)}</text>
<text class="amount" x="${x + 10}" y="${y + 44}">${short(left)}${waitingMore ? '+' : ''}</text>
<text x="${x + 10}" y="${y + 63}">${table[name].items[left === 1 ? 0 : 1]}, ${stateWords[stateOf(phase)]}</text></g>`;
}

/** As thick as what flows: each thickness is ten times the one before. */
function arrow({ velocity }: PhaseBoard, x: number, y: number, isAcross: boolean): Html {
  const tenMinutes = flowed(velocity);
  const thick = tenMinutes === 0 ? 1 : Math.min(6, 2 + Math.floor(Math.log10(tenMinutes)));
  const [fromX, fromY] = isAcross ? [x + box.width + 3, y + box.height / 2] : [x + box.width / 2, y + box.height + 3];
  const [toX, toY] = isAcross ? [fromX + gap.across - 12, fromY] : [fromX, fromY + gap.down - 12];
  const head = isAcross ? `${toX},${toY - 6} ${toX + 7},${toY} ${toX},${toY + 6}` : `${toX - 6},${toY} ${toX},${toY + 7} ${toX + 6},${toY}`;
  const [labelX, labelY] = isAcross ? [fromX + (gap.across - 8) / 2, fromY - 10] : [fromX + 14, fromY + 14];
  return html`<g class="flow${tenMinutes === 0 ? ' none' : ''}"><line x1="${fromX}" y1="${fromY}" x2="${toX}" y2="${toY}" stroke-width="${thick}"></line><polygon points="${head}"></polygon>
<text x="${labelX}" y="${labelY}" text-anchor="${isAcross ? 'middle' : 'start'}">${short(tenMinutes)}</text></g>`;
}

/** Items in ten minutes. */
function flowed({ tenMinutes }: PhaseBoard['velocity']): number {
  return Math.round(tenMinutes * 10);
}

const stateWords = { paused: 'paused', work: 'at work', idle: 'idle' } as const;

function stateOf({ paused, workers }: PhaseBoard): keyof typeof stateWords {
  return paused !== null ? 'paused' : workers.length > 0 ? 'work' : 'idle';
}

/** `950`, `12k`, `1.3M`: what fits into a box. */
function short(value: number): string {
  return new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 }).format(value).replace('K', 'k');
}
