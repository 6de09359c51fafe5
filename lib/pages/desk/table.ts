// A table of the desk. Where a window is narrow each row is a card of its own, in which every cell says of what it is.
import { type Html, html, raw } from '../html.js';

/** A column by its title; numbers stand to the right, long text breaks anywhere. */
type Column = string | { title: string; kind: 'number' | 'text' };

type Cell = Html | string;

/** Each cell carries the title of its column, which a narrow screen shows in place of the head. */
export function deskTable(columns: readonly Column[], rows: readonly (readonly Cell[])[]): Html {
  return html`<div class="wide"><table class="cards"><thead><tr>${columns.map((column) => html`<th scope="col"${classOf(column)}>${titleOf(column)}</th>`)}</tr></thead>
<tbody>${rows.map((cells) => html`<tr>${cells.map((cell, at) => drawn(cell, columns[at] ?? ''))}</tr>\n`)}</tbody></table></div>`;
}

/** An empty cell says nothing, not even of what it is. */
function drawn(cell: Cell, column: Column): Html {
  return cell === '' ? html`<td></td>` : html`<td${classOf(column)} data-of="${titleOf(column)}">${cell}</td>`;
}

function titleOf(column: Column): string {
  return typeof column === 'string' ? column : column.title;
}

function classOf(column: Column): Html | ReturnType<typeof raw> | '' {
  return typeof column === 'string' ? '' : raw(` class="${column.kind}"`);
}
