// What the headlines of a family tell together: its acts, how its figures went, what is disputed and left out, each with who says so.

import { countName, valueInWords } from '../../family/count-name.js';
import { clean } from '../clean.js';
import { heading, paragraph } from '../prose.js';
import { actLine } from '../reading.js';
import type { Screen } from '../screen.js';
import { countryName, moment } from '../words.js';
import type { ShownCourse, ShownFamily } from './family.js';

type Surface = Pick<Screen, 'columns' | 'colors'>;

/** More outlets than these are counted. */
const mostNamed = 6;

/** The sections, each with its heading; none where the family tells nothing of the kind. */
export function toldParts(family: ShownFamily, surface: Surface, timeZone: string): string[] {
  const nameOf = (id: string): string => family.actorNames[id] ?? id;
  const acts = (family.acts ?? []).map((act) => entry(actLine(act, nameOf), `${act.basis}: ${named(act.outlets)}${soleOf(act)}`, surface));
  const figures = (family.figures ?? []).map((count) => entry(headOf(count), courseInWords(count, timeZone), surface));
  const disputed = (family.disputed ?? []).map(({ question, answers }) =>
    entry(question, answers.map(({ answer, outlets }) => `${answer}: ${named(outlets)}`).join('; '), surface),
  );
  const omitted = (family.omissions ?? []).map(({ told, outlets, missing }) =>
    entry(told, `told by ${named(outlets)}; not by ${named(missing)}`, surface),
  );
  return [
    ...section('Acts', acts, surface),
    ...section('Figures over time', figures, surface),
    ...section('Disputed', disputed, surface),
    ...section('Left out', omitted, surface),
  ];
}

function soleOf({ onlyStateMediaOf }: { onlyStateMediaOf?: string | null }): string {
  return onlyStateMediaOf ? `; only state media (${countryName(onlyStateMediaOf)}) tell it` : '';
}

function section(name: string, lines: readonly string[], surface: Surface): string[] {
  return lines.length === 0 ? [] : [heading(name, surface), ...lines];
}

function entry(what: string, who: string, surface: Surface): string {
  return paragraph(`${clean(what)} — ${clean(who)}`, surface, { indent: 4, lead: '  · ' });
}

function headOf({ basis, ...count }: ShownCourse): string {
  return `${countName(count)} (${basis})`;
}

/** "5 (Meridian Wire, 2026-03-11 06:20); before that at least 3 (...)". */
function courseInWords({ course, unit }: ShownCourse, timeZone: string): string {
  return course
    .map((step) => `${valueInWords(step, unit)} (${named(step.outlets)}, ${moment(new Date(step.at), timeZone)})`)
    .join('; before that ');
}

function named(outlets: readonly string[]): string {
  const rest = outlets.length - mostNamed;
  return `${outlets.slice(0, mostNamed).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}
