// Small charts as SVG that a page draws itself: bars of equal width, said in words to who does not see them.
import { type Html, html } from './html.js';

interface Bar {
  label: string;
  value: number;
}

const [width, height] = [640, 80];

/** Nothing where all are 0. */
export function bars(title: string, values: readonly Bar[]): Html | '' {
  const most = Math.max(0, ...values.map(({ value }) => value));
  if (most === 0) return '';
  const step = width / values.length;
  const each = Math.max(1, Math.ceil(values.length / 6));
  const drawn = values.map(({ label, value }, at) => {
    const tall = Math.round((value / most) * height);
    const x = (at * step).toFixed(1);
    return html`<rect x="${x}" y="${height - tall}" width="${Math.min(step * 0.8, 60).toFixed(1)}" height="${tall}"><title>${label}: ${value}</title></rect>${at % each === 0 ? html`<text x="${x}" y="${height + 18}">${label}</text>` : ''}`;
  });
  const said = `${title}: ${values.map(({ label, value }) => `${label} ${value}`).join(', ')}`;
  return html`<figure><figcaption>${title}</figcaption><svg class="bars" viewBox="0 0 ${width} ${height + 24}" role="img" aria-label="${said}">${drawn}</svg></figure>`;
}

/** A course within a line of text. */
export function spark(values: readonly number[]): Html {
  const most = Math.max(1, ...values);
  const drawn = values.map((value, at) => {
    const tall = Math.max(1, Math.round((value / most) * 16));
    return html`<rect x="${at * 8}" y="${16 - tall}" width="6" height="${tall}"></rect>`;
  });
  return html`<svg class="spark" viewBox="0 0 ${values.length * 8} 16" role="img" aria-label="${`over time: ${values.join(', ')}`}">${drawn}</svg>`;
}
