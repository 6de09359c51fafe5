// A framed narrative as lines, for the family it is of and for itself.
import type { ItemId } from '../../work.js';
import { paragraph } from '../prose.js';
import type { Screen } from '../screen.js';
import type { ShownFrame, ShownMember } from './family.js';
import { statementsApart } from './statements-apart.js';

type Surface = Pick<Screen, 'columns' | 'colors'>;

const order = ['roles', 'cause', 'legitimacy', 'intent', 'solution', 'norms', 'temporal', 'verbs', 'hedges', 'evaluatives', 'quoted'];

/** The frame behind its number: title, thesis, outlets, quotes with the outlet of each, and how it frames. */
export function framePart(frame: ShownFrame, members: ReadonlyMap<ItemId, Pick<ShownMember, 'publisher'>>, surface: Surface): string {
  const { colors } = surface;
  const share = `${Math.round(frame.prevalence * 100)} % of the titles`;
  const quotes = frame.evidence.map(({ title_id, quote }) => {
    const publisher = members.get(title_id)?.publisher;
    return paragraph(`“${quote}” ${publisher ?? ''} [${title_id}]`, surface, { indent: 8, lead: '      ▸ ', paint: colors.green });
  });
  const traits = [...inOrder(frame.framing), ...inOrder(frame.lexicon)].flatMap(([name, value]) => {
    const words = inWords(value);
    return words === '' ? [] : [paragraph(`${name}: ${words}`, surface, { indent: 8, lead: '      ', paint: colors.dim })];
  });
  const { own, apart } = statementsApart(frame, (id) => members.get(id)?.publisher);
  const statement = ({ text, cites }: ShownFrame['statements'][number]) =>
    paragraph(`${text} ${cited(cites)}`.trim(), surface, { indent: 7, lead: '     · ' });
  return [
    paragraph(frame.title, surface, { indent: 5, lead: `  ${frame.position}  `, paint: colors.bold }),
    paragraph(`${frame.outlets.join(', ')} (${share}; ${basisOf(frame)})`, surface, { indent: 5, paint: colors.cyan }),
    ...(own.length > 0 ? own.map(statement) : [paragraph(frame.thesis, surface, { indent: 5 })]),
    ...quotes,
    ...(apart.length > 0 ? [paragraph('Of headlines in none of the groups:', surface, { indent: 5 }), ...apart.map(statement)] : []),
    ...traits,
    ...(frame.whyDifferent ? [paragraph(`Different: ${frame.whyDifferent}`, surface, { indent: 5 })] : []),
  ].join('\n');
}

/** On what a frame stands: one outlet alone, and the rules alone or what a model wrote and the evidence check let pass. */
function basisOf({ madeBy, outlets }: ShownFrame): string {
  return `${outlets.length === 1 ? 'one outlet; ' : ''}${madeBy['engine'] === 'offline' ? 'rules' : 'model, checked'}`;
}

/** "[1, 7, 12]"; empty for none. */
function cited(cites: readonly ItemId[]): string {
  return cites.length === 0 ? '' : `[${cites.join(', ')}]`;
}

/** jsonb keeps no order of its own that a person would choose; names that are not known come last. */
function inOrder(record: Record<string, unknown>): [string, unknown][] {
  const place = (name: string): number => order.indexOf(name) + 1 || order.length + 1;
  return Object.entries(record).sort(([a], [b]) => place(a) - place(b));
}

/** A stored value in words: `a, b` for lists, `role: a, b; ...` for records; empty for nothing. */
function inWords(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(inWords).filter(Boolean).join(', ');
  if (typeof value !== 'object') return String(value);
  return Object.entries(value)
    .map(([name, part]) => [name, inWords(part)])
    .filter(([, words]) => words !== '')
    .map(([name, words]) => `${name}: ${words}`)
    .join('; ');
}
