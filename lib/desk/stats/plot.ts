// The days as a drawing: one row of bars for each number, on a scale of its own. Plain SVG, readable in light and dark.
import type { StatsDay } from './read.js';

const width = 960;
const row = { height: 92, gap: 34 };
const left = 12;
const top = 40;

const series = [
  { title: 'Titles that came in', of: (day: StatsDay) => day.in, shown: whole, colour: '#3b6ea5' },
  { title: 'Kept by the gate', of: (day: StatsDay) => day.kept, shown: whole, colour: '#2e7d5b' },
  { title: 'Families founded', of: (day: StatsDay) => day.families, shown: whole, colour: '#8a5fa8' },
  { title: 'Narratives told', of: (day: StatsDay) => day.narratives, shown: whole, colour: '#b3642c' },
  { title: 'Cost, US dollars', of: (day: StatsDay) => day.costUsd, shown: (value: number) => value.toFixed(2), colour: '#a33b4a' },
] as const;

function whole(value: number): string {
  return value.toLocaleString('en');
}

/** A whole SVG document. Each bar says its day and value to whoever points at it. */
export function plotOf(days: readonly StatsDay[]): string {
  const height = top + series.length * (row.height + row.gap);
  const first = days[0]?.day ?? '';
  const last = days.at(-1)?.day ?? '';
  const step = (width - 2 * left) / Math.max(days.length, 1);
  const rows = series.map(({ title, of, shown, colour }, index) => {
    const most = Math.max(...days.map(of), 0);
    const y = top + index * (row.height + row.gap);
    const bars = days.map((day, place) => {
      const tall = most > 0 ? (of(day) / most) * (row.height - 22) : 0;
      const x = left + place * step;
      return `<rect x="${x.toFixed(1)}" y="${(y + row.height - tall).toFixed(1)}" width="${Math.max(1, step - 2).toFixed(1)}" height="${tall.toFixed(1)}" fill="${colour}"><title>${day.day}: ${shown(of(day))}</title></rect>`;
    });
    const total = days.reduce((sum, day) => sum + of(day), 0);
    return [
      `<text x="${left}" y="${y + 12}" class="name">${title}: ${shown(total)}, at most ${shown(most)} a day</text>`,
      ...bars,
      `<line x1="${left}" x2="${width - left}" y1="${y + row.height}" y2="${y + row.height}" class="base"/>`,
    ].join('\n');
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="t" font-family="sans-serif">
<title id="t">SNI by day, ${first} to ${last}</title>
<style>svg{background:#fff;color:#1b1b1b}text{fill:currentColor;font-size:13px}.head{font-size:16px;font-weight:600}.base{stroke:currentColor;stroke-opacity:.35}@media (prefers-color-scheme:dark){svg{background:#16181c;color:#e8e8e8}}</style>
<text x="${left}" y="22" class="head">SNI by day, ${first} to ${last}</text>
${rows.join('\n')}
</svg>
`;
}
