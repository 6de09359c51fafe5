// The world as an SVG: states shaded by a number, each a way to its families. To the eye and the mouse alone: a table beside it says the same.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../config.js';
import { type Html, html, raw } from '../html.js';

interface Shaded {
  id: string;
  name: string;
  value: number;
  /** In words: "12 families". */
  said: string;
  href: string;
}

const [width, height] = [2000, 940];
/** Shades, of which the last is that of the highest number. */
const shades = 5;

interface Place {
  x: number;
  y: number;
  /** Empty for a state that is too small to be drawn. */
  shape: string;
}

/** Land of no state has the id ''. Its file is made by test/support/world-map.ts. */
const places: readonly (Place & { id: string })[] = readFileSync(join(projectRoot, 'lib/pages/assets/world.tsv'), 'utf8')
  .split('\n')
  .slice(1, -1)
  .map((line) => {
    const [id = '', x, y, shape = ''] = line.split('\t');
    return { id, x: Number(x), y: Number(y), shape };
  });
const placeOf = new Map<string, Place>(places.filter(({ id }) => id !== '').map(({ id, ...place }) => [id, place]));

/** Whether the map has this state. */
export function isOnMap(id: string): boolean {
  return placeOf.has(id);
}

/** States that the map does not have are left out. */
export function worldMap(states: readonly Shaded[]): Html {
  const most = Math.max(1, ...states.map(({ value }) => value));
  const told = new Set(states.map(({ id }) => id));
  const rest = places.filter(({ id, shape }) => shape !== '' && !told.has(id)).map(({ shape }) => `<path d="${shape}"></path>`);
  const large = states.map((state) => drawn(state, placeOf.get(state.id), most));
  return html`<svg class="map" viewBox="0 0 ${width} ${height}" aria-hidden="true" focusable="false">
<g>${raw(rest.join(''))}</g>
${large}
</svg>`;
}

function drawn({ name, value, said, href }: Shaded, place: Place | undefined, most: number): Html | '' {
  if (place === undefined) return '';
  const shade = `s${Math.max(1, Math.ceil((Math.sqrt(value) / Math.sqrt(most)) * shades))}`;
  const { x, y, shape } = place;
  return html`<a href="${href}" tabindex="-1" class="${shade}"><title>${name}: ${said}</title>${shape === '' ? html`<circle cx="${x}" cy="${y}" r="9"></circle>` : html`<path d="${raw(shape)}"></path>`}</a>
`;
}
