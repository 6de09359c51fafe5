// Takes a framed narrative and the titles it quotes; leaves the lines that show it. Pure.
import { paragraph } from '../page.js';
import type { Screen } from '../screen.js';
import type { Frame, Member } from './family.js';

type Surface = Pick<Screen, 'columns' | 'colors'>;

/** The frame behind its number: title, thesis, outlets, quotes with the outlet of each, and how it frames. */
export function framePart(frame: Frame, members: ReadonlyMap<string, Pick<Member, 'publisher'>>, surface: Surface): string {
  const { colors } = surface;
  const share = `${Math.round(frame.prevalence * 100)} % of the titles`;
  const quotes = frame.evidence.map(({ title_id, quote }) => {
    const publisher = members.get(String(title_id))?.publisher;
    return paragraph(`“${quote}” ${publisher ?? ''} [${title_id}]`, surface, { indent: 8, lead: '      ▸ ', paint: colors.green });
  });
  const traits = [...Object.entries(frame.framing), ...Object.entries(frame.lexicon)].flatMap(([name, value]) => {
    const words = inWords(value);
    return words === '' ? [] : [paragraph(`${name}: ${words}`, surface, { indent: 8, lead: '      ', paint: colors.dim })];
  });
  return [
    paragraph(frame.title, surface, { indent: 5, lead: `  ${frame.position}  `, paint: colors.bold }),
    paragraph(`${frame.outlets.join(', ')} (${share})`, surface, { indent: 5, paint: colors.cyan }),
    paragraph(frame.thesis, surface, { indent: 5 }),
    ...quotes,
    ...traits,
    ...(frame.whyDifferent ? [paragraph(`Different: ${frame.whyDifferent}`, surface, { indent: 5 })] : []),
  ].join('\n');
}

/** A stored value in words: `a, b` for lists, `role: a, b; ...` for records; empty for nothing. */
export function inWords(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(inWords).filter(Boolean).join(', ');
  if (typeof value !== 'object') return String(value);
  return Object.entries(value)
    .map(([name, part]) => [name, inWords(part)])
    .filter(([, words]) => words !== '')
    .map(([name, words]) => `${name}: ${words}`)
    .join('; ');
}
