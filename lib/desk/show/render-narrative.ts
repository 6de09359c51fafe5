// A framed narrative as a person reads it, with its family and the titles it quotes.
import { fields, heading, paragraph } from '../prose.js';
import type { Screen } from '../screen.js';
import { counted, moment } from '../words.js';
import type { ShownNarrative } from './narrative.js';
import { framePart } from './render-frame.js';

/** The record, the narrative, its titles, and what was told in its place before. */
export function renderNarrative(narrative: ShownNarrative, surface: Pick<Screen, 'columns' | 'colors'>, timeZone: string): string {
  const { family } = narrative;
  const members = new Map(narrative.titles.map((title) => [String(title.id), title]));
  const record = fields(
    [
      ['Narrative', `narrative:${narrative.id}, frame ${narrative.position} of its family`],
      ['Family', `ef:${family.id}, ${family.title} (${family.status}, ${counted(family.titleCount, 'title')})`],
      ['Made', `${moment(narrative.madeAt, timeZone)} by ${narrative.madeBy.engine ?? 'unknown'} ${narrative.madeBy.model ?? ''}`],
    ],
    surface,
  );
  const quoted = narrative.titles.map((title) => {
    const lead = `  ${surface.colors.dim(moment(title.publishedAt, timeZone))}  `;
    return paragraph(`${title.publisher}: ${title.title} [${title.id}]`, surface, { indent: 20, lead });
  });
  const earlier = narrative.earlier.map(({ title, thesis, outlets, toldUntil }) => {
    const lead = `  ${surface.colors.dim(moment(toldUntil, timeZone))}  `;
    return paragraph(`${title} (${outlets.join(', ')}): ${thesis}`, surface, { indent: 20, lead });
  });
  return [
    record,
    '',
    framePart(narrative, members, surface),
    heading('Quoted titles', surface),
    ...quoted,
    ...(earlier.length > 0 ? [heading('Told until then', surface), ...earlier] : []),
  ].join('\n');
}
