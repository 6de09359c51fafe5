// A family as a person reads it.
import type { ItemId } from '../../work.js';
import { gradeInWords } from '../families/grade-in-words.js';
import { fields, heading, paragraph } from '../prose.js';
import type { Screen } from '../screen.js';
import { counted, moment } from '../words.js';
import type { ShownFamily, ShownMember } from './family.js';
import { framePart } from './render-frame.js';
import { toldParts } from './render-told.js';
import { troubles } from './work.js';

type Surface = Pick<Screen, 'columns' | 'colors'>;

/** More titles than this are counted, not listed; --json lists all. */
const mostListed = 200;

/** The whole page: what happened, why it matters, when, how it is framed, and who said so in which words. */
export function renderFamily(family: ShownFamily, surface: Surface, timeZone: string): string {
  const { colors } = surface;
  const members = new Map(family.titles.map((title) => [String(title.id), title]));
  const parts = [
    paragraph(family.title, surface, { indent: 0, paint: colors.bold }),
    '',
    record(family, surface, timeZone),
    heading('Summary', surface),
    paragraph(family.summary, surface),
  ];
  if (family.context) parts.push(heading('Context', surface), paragraph(family.context, surface));
  parts.push(...toldParts(family, surface, timeZone));
  if (family.timeline.length > 0) {
    parts.push(heading('Timeline', surface));
    for (const { at, fact, cites } of family.timeline) {
      parts.push(paragraph(fact, surface, { indent: 20, lead: `  ${colors.cyan(day(at, timeZone))}  ` }));
      for (const cited of cites) parts.push(citation(fact, members.get(cited), cited, surface));
    }
  }
  parts.push(heading('Frames', surface));
  if (family.frames.length === 0) parts.push(paragraph(noFrames(family), surface));
  parts.push(family.frames.map((frame) => framePart(frame, members, surface)).join('\n\n'));
  parts.push(heading(titlesHeading(family.titles), surface), titlesByPublisher(family.titles, surface, timeZone));
  return parts.filter((part, index) => part !== '' || index === 1).join('\n');
}

function noFrames({ mergedInto }: ShownFamily): string {
  if (mergedInto !== null) return `None: its headlines are in ef:${mergedInto} now.`;
  return 'None yet. "sni run narrate" makes them once the family is active.';
}

function record(family: ShownFamily, surface: Surface, timeZone: string): string {
  const roles = family.canonicalActors?.map(({ name, role, basis }) => `${name} (${role}${basis === undefined ? '' : `, ${basis}`})`) ?? [];
  const rest = family.actors.filter(({ id }) => !family.canonicalActors?.some(({ actor }) => actor === id)).map(({ name }) => name);
  const merged = family.mergedInto === null ? '' : ` into ef:${family.mergedInto}`;
  return fields(
    [
      ['Family', `ef:${family.id}, ${family.status}${merged}, tier ${family.strategicTier}`],
      ['Theater', family.theater],
      ['Type', family.eventType],
      ['Actors', [...roles, ...rest].join(', ')],
      ['Span', `${moment(family.firstAt, timeZone)} to ${moment(family.lastAt, timeZone)} (${timeZone})`],
      ['Weight', importanceInWords(family)],
      ['Why', family.whyStrategic ?? ''],
      ['Policy', family.policyStatus === 'none' ? '' : (family.policyStatus ?? '').replace('_', ' ')],
      ['Tags', (family.tags ?? []).join(', ')],
      ['Continues', family.continues === null ? '' : `ef:${family.continues}`],
      ['Compare', (family.comparables ?? []).map(({ ef_id, title }) => `ef:${ef_id} ${title}`).join('; ')],
      ['Sources', (family.officialSources ?? []).join(', ')],
      ['Made by', engines(family)],
      ['Graded', gradeInWords(family.describedBy.grade)],
      ...troubles(family.work),
    ],
    surface,
  );
}

/** "76 of 100: tier 1 36, 9 outlets 25, ..."; empty until the family was enriched. */
function importanceInWords({ importance, importanceWhy }: ShownFamily): string {
  if (importance === null) return '';
  return `${importance} of 100: ${(importanceWhy ?? []).map(({ what, points }) => `${what} ${points}`).join(', ')}`;
}

/** `offline rules`, or what made description and enrichment where they differ. */
function engines(family: ShownFamily): string {
  const makers = [family.describedBy, family.enrichedBy, ...family.frames.map(({ madeBy }) => madeBy)].flatMap((maker) =>
    maker ? [`${maker.engine ?? ''} ${maker.model ?? ''}`.trim()] : [],
  );
  return [...new Set(makers)].join(', ');
}

function day(at: string, timeZone: string): string {
  const time = new Date(at);
  return Number.isNaN(time.getTime()) ? ' '.repeat(16) : moment(time, timeZone);
}

/** The headline is left out where it is the fact itself. */
function citation(fact: string, member: ShownMember | undefined, id: ItemId, surface: Surface): string {
  const text = !member
    ? `title ${id}, no longer a member`
    : member.title === fact
      ? `${member.publisher} [${id}]`
      : `${member.publisher}: ${member.title} [${id}]`;
  return paragraph(text, surface, { indent: 22, lead: `${' '.repeat(20)}- `, paint: surface.colors.dim });
}

function titlesHeading(titles: readonly ShownMember[]): string {
  const outlets = new Set(titles.map(({ publisher }) => publisher)).size;
  return titles.length === 0 ? 'No titles' : `${counted(titles.length, 'title')} of ${counted(outlets, 'outlet')}`;
}

/** The outlets with most titles first. */
function titlesByPublisher(titles: readonly ShownMember[], surface: Surface, timeZone: string): string {
  const groups = new Map<string, ShownMember[]>();
  for (const title of titles.slice(0, mostListed)) groups.set(title.publisher, [...(groups.get(title.publisher) ?? []), title]);
  const lines = [...groups]
    .sort(([, a], [, b]) => b.length - a.length)
    .flatMap(([publisher, own]) => [
      paragraph(publisher, surface, { paint: surface.colors.cyan }),
      ...own.map((title) =>
        paragraph(`${title.title} [${title.id}]`, surface, {
          indent: 22,
          lead: `    ${surface.colors.dim(moment(title.publishedAt, timeZone))}  `,
        }),
      ),
    ]);
  const more = titles.length - mostListed;
  return [...lines, ...(more > 0 ? [paragraph(`and ${counted(more, 'more title')}; --json lists all.`, surface)] : [])].join('\n');
}
