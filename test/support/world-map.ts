// The map of the world as the pages draw it: made of Natural Earth's shapes (world-atlas), each state a row of `lib/pages/assets/world.tsv`.
import { createRequire } from 'node:module';
import { type ExtendedFeature, geoEqualEarth, geoPath } from 'd3-geo';
import { numericToAlpha2 } from 'i18n-iso-countries';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

const require = createRequire(import.meta.url);
const [width, height] = [2000, 940];
/** The south pole's land, where nobody acts. */
const antarctica = '010';
/** States that have no number of ISO's. */
const unnumbered: Readonly<Record<string, string>> = { Kosovo: 'XK' };

type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>;

/**
 * A line a state, by id: its id, the middle of it, and its shape as a path; the shape is empty for states that are too small to be drawn, the id
 * for land of no state.
 */
export function worldMap(): string {
  const coarse = shapesOf('110m');
  const fine = shapesOf('50m');
  const projection = geoEqualEarth().fitSize([width, height], { type: 'FeatureCollection', features: coarse.map(({ shape }) => shape) });
  const path = geoPath(projection).digits(0);
  const rows = coarse.map(({ id, shape }) => [id, ...middle(path.centroid(shape)), relative(path(shape) ?? '')]);
  const drawn = new Set(coarse.map(({ id }) => id));
  const small = fine.flatMap(({ id, shape }) => (id === '' || drawn.has(id) ? [] : [[id, ...middle(path.centroid(shape)), '']]));
  return ['id\tx\ty\tshape', ...[...rows, ...small].map((row) => row.join('\t')).sort(), ''].join('\n');
}

function shapesOf(scale: '110m' | '50m'): { id: string; shape: ExtendedFeature }[] {
  const atlas = require(`world-atlas/countries-${scale}.json`) as Atlas;
  return feature(atlas, atlas.objects.countries).features.flatMap((shape) =>
    shape.id === antarctica ? [] : [{ id: numericToAlpha2(String(shape.id)) ?? unnumbered[shape.properties.name] ?? '', shape }],
  );
}

function middle([x, y]: [number, number]): [string, string] {
  return [x.toFixed(0), y.toFixed(0)];
}

/** The same path by steps from point to point, without those that lead nowhere: a third as long. */
function relative(path: string): string {
  return path
    .split('Z')
    .filter((ring) => ring !== '')
    .map((ring) => {
      const points = ring
        .slice(1)
        .split('L')
        .map((point) => point.split(',').map(Number));
      const steps = points.slice(1).map(([x = 0, y = 0], at) => [x - (points[at]?.[0] ?? 0), y - (points[at]?.[1] ?? 0)]);
      const moved = steps.filter(([x, y]) => x !== 0 || y !== 0).slice(0, -1);
      return moved.length < 2 ? '' : `M${points[0]?.join(' ')}l${moved.map(([x, y]) => `${x} ${y}`).join(' ')}z`.replaceAll(' -', '-');
    })
    .join('');
}
