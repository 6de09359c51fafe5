// A document as one HTML file that needs nothing else: readable on a phone, printable, light and dark, charts as inline SVG, no script.
import type { Block, Run } from './document.js';

/** Where the same stands as a feed. */
interface Alternate {
  type: string;
  title: string;
  href: string;
}

/** One whole file. `alternates` are the feeds that its head links to. */
export function htmlOf(blocks: readonly Block[], title: string, alternates: readonly Alternate[] = []): string {
  const links = alternates.map(
    (one) => `<link rel="alternate" type="${escaped(one.type)}" title="${escaped(one.title)}" href="${escaped(one.href)}">\n`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
${links.join('')}<style>${style}</style>
</head>
<body>
<main>
${htmlBody(blocks)}
</main>
</body>
</html>
`;
}

/** The blocks without a file around them: for a page that has a head and a style of its own. */
export function htmlBody(blocks: readonly Block[]): string {
  return blocks.map(blockOf).join('\n');
}

function blockOf(block: Block): string {
  if (block.kind === 'heading') {
    const id = block.id === undefined ? '' : ` id="${escaped(block.id)}"`;
    return `<h${block.level}${id} dir="auto">${headingText(block.runs)}</h${block.level}>`;
  }
  if (block.kind === 'paragraph') return `<p>${inline(block.runs)}</p>`;
  if (block.kind === 'list') return `<ul>\n${block.items.map((runs) => `<li>${inline(runs)}</li>`).join('\n')}\n</ul>`;
  if (block.kind === 'beside')
    return `<div class="beside">\n${block.columns.map((column) => `<div>\n${htmlBody(column)}\n</div>`).join('\n')}\n</div>`;
  return chartOf(block);
}

/** An element takes its direction from its text, but from none that is isolated: of a single run, so that a title in Arabic stands in its own. */
function headingText(runs: readonly Run[]): string {
  const [only] = runs;
  return runs.length === 1 && only !== undefined && only.href === undefined ? escaped(only.text) : inline(runs);
}

function inline(runs: readonly Run[]): string {
  return runs.map(runOf).join('');
}

function runOf({ text, href, strong, quiet }: Run): string {
  // Each run may be of a script of its own: isolated, it moves nothing beside it.
  const shown = `<bdi>${escaped(text)}</bdi>`;
  const linked = href === undefined ? shown : `<a href="${escaped(href)}" rel="noopener noreferrer nofollow">${shown}</a>`;
  const marked = strong ? `<strong>${linked}</strong>` : linked;
  return quiet ? `<span class="quiet">${marked}</span>` : marked;
}

const [width, height] = [640, 80];

function chartOf({ title, bars }: Extract<Block, { kind: 'chart' }>): string {
  const most = Math.max(...bars.map(({ value }) => value));
  const step = width / bars.length;
  const each = bars.length <= 12 ? 1 : Math.ceil(bars.length / 8);
  const drawn = bars.map(({ label, value }, at) => {
    const tall = Math.round((value / most) * height);
    const rect = `<rect x="${round(at * step)}" y="${height - tall}" width="${round(Math.min(step * 0.8, 60))}" height="${tall}"><title>${escaped(label)}: ${value}</title></rect>`;
    return at % each === 0 ? `${rect}<text x="${round(at * step)}" y="${height + 16}">${escaped(label)}</text>` : rect;
  });
  const said = `${title}: ${bars.map(({ label, value }) => `${label} ${value}`).join(', ')}`;
  return `<figure><figcaption>${escaped(title)}</figcaption><svg viewBox="0 0 ${width} ${height + 22}" role="img" aria-label="${escaped(said)}">${drawn.join('')}</svg></figure>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Safe between tags and within attributes in either kind of quotation marks. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const style = `
:root { color-scheme: light dark; --ink: #1b1f24; --quiet: #57606a; --paper: #ffffff; --line: #d0d7de; --link: #0550ae; --bar: #0a7ea4 }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --quiet: #9da7b3; --paper: #0d1117; --line: #30363d; --link: #79b8ff; --bar: #4cc2e6 } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif }
main { max-width: 54rem; margin: 0 auto; padding: 1rem }
h1 { font-size: 1.6rem; margin: 0.5rem 0 0 }
h2 { font-size: 1.2rem; margin: 2rem 0 0.5rem; border-bottom: 1px solid var(--line) }
h3 { font-size: 1.05rem; margin: 1.5rem 0 0.2rem }
p, ul { margin: 0.3rem 0 }
ul { padding-left: 1.2rem }
h3, p, li { overflow-wrap: anywhere }
a { color: var(--link) }
.beside { display: grid; gap: 0 1.5rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)) } .beside > div { min-width: 0 }
.quiet { color: var(--quiet); font-size: 0.9em }
figure { margin: 1rem 0 }
figcaption { color: var(--quiet); font-size: 0.9em }
svg { width: 100%; height: auto } rect { fill: var(--bar) } text { fill: var(--quiet); font-size: 11px }
@media (max-width: 30rem) { text { font-size: 18px } }
@media print { main { max-width: none } h3 { break-after: avoid } a { color: inherit } }
`;
