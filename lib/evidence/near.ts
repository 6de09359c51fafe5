// Whether a sentence lets a building be hit near which something happens: "blew up the depot" of a fire near a depot.
import type { Hit } from './concepts.js';
import { nearPlace, standsBehind } from './prepositions.js';
import type { Told } from './told.js';

/** Rows of concepts-*.tsv for what stands at one place. */
const sites: ReadonlySet<string> = new Set([
  ...['school', 'hospital', 'church', 'mosque', 'university', 'airport', 'port', 'bridge', 'refinery', 'power plant', 'factory', 'embassy'],
  ...['depot', 'base', 'camp', 'market', 'dam', 'building', 'warehouse', 'ammunition', 'fuel', 'nuclear'],
]);

const harming =
  /\b(?:blew up|blown up|blows up|destroy(?:s|ed|ing)?|burn(?:ed|t) down|gutted|damag(?:es|ed|ing)|hits?|struck|strikes|bomb(?:s|ed)|shell(?:s|ed))\b/i;
const nearby = /\b(?:near|nearby|close to|next to|outside|vicinity|beside|around|off|not far)\b/i;

/** The first building that is let be hit, told as a reason; null where there is none. */
export function hitsWhatIsNear(own: Told, titles: readonly Told[]): string | null {
  const harm = harming.exec(own.text)?.[0];
  if (!harm || nearby.test(own.text)) return null;
  for (const site of own.hits) {
    if (!sites.has(site.row) || site.narrower || site.wider) continue;
    const told = titles.flatMap((title) => title.hits.filter(({ row }) => row === site.row).map((hit) => isNear(title, hit)));
    if (told.length > 0 && told.every(Boolean))
      return `says ${harm} of ${own.text.slice(site.start, site.end)}, near which it is in the cited titles`;
  }
  return null;
}

function isNear({ text, lang }: Told, { start, end }: Hit): boolean {
  if (lang === 'zh') return /^.{0,3}(?:附近|旁|周边)/u.test(text.slice(end));
  return standsBehind(nearPlace, { text, lang }, { start });
}
