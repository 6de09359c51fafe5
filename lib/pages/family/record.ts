// Where a family stands among others and what its record says: what it goes on from, merges and splits with their reasons, the weight's arithmetic.

import { entryInWords, weighedInWords } from '../../desk/families/in-words.js';
import type { FamilyRecord } from '../../desk/show/family.js';
import { counted } from '../../desk/words.js';
import { type Html, html } from '../html.js';
import type { Asked } from '../page.js';
import { actorLink, familyLink, fewOf, section, theaterLink, time, told, watchMark } from '../words.js';
import type { FamilyView, Ref } from './read.js';

/** The lines under the title. */
export function familyStanding({ family, outlets, watched, mergedInto }: FamilyView, asked: Asked): Html {
  const { status, strategicTier, theater, eventType, importance, titleCount, firstAt, lastAt } = family;
  const when = html`${time(firstAt, asked)} to ${time(lastAt, asked)} · ef:${family.id}, ${status}`;
  if (mergedInto !== null)
    return html`<p class="quiet">${watchMark(watched)}${theaterLink(theater, asked)} · ${eventType} · ${when}</p>
<p><strong>It proved to be one with</strong> ${familyLink(mergedInto.id, mergedInto.title)}, where its headlines are now.</p>`;
  const by = outlets === 1 ? 'told by one outlet alone, confirmed by nobody' : `told by ${counted(outlets, 'outlet')}`;
  const weight = importance === null ? 'not enriched yet' : html`weight <span class="badge">${importance}</span> of 100`;
  return html`<p class="quiet">${watchMark(watched)}${theaterLink(theater, asked)} · ${eventType} · tier ${strategicTier} · ${weight} · ${counted(titleCount, 'headline')}, ${by} · ${when}</p>
${family.whyStrategic ? html`<p>${told(family.whyStrategic)}</p>` : ''}`;
}

/** Sections from what it goes on from to the arithmetic of its weight; those of which there is nothing are left out. */
export function recordSections({ family, before, after, log }: FamilyView, asked: Asked): Html {
  const links = (refs: readonly Ref[]) => refs.map(({ id, title }) => familyLink(id, title));
  return html`${section('Earlier, of which this goes on', links(before))}
${section('Later, in which this goes on', links(after))}
${section(
  'Merged, split and moved',
  log.map((entry) => logItem(entry, family.id, asked)),
)}
${section(
  'Compare',
  (family.comparables ?? []).map(({ ef_id, title }) => familyLink(ef_id, title)),
)}
<h2>The record</h2>
<dl>
<dt>Actors</dt><dd>${fewOf(actorsOf(family), 20)}</dd>
<dt>Weight</dt><dd>${family.importance === null ? 'none until it is enriched' : `${family.importance} of 100: ${(family.importanceWhy ?? []).map(({ what, points }) => `${what} ${points}`).join(', ')}`}</dd>
${family.policyStatus && family.policyStatus !== 'none' ? html`<dt>Policy</dt><dd>${family.policyStatus.replace('_', ' ')}</dd>` : ''}
${family.tags && family.tags.length > 0 ? html`<dt>Tags</dt><dd>${told(family.tags.join(', '))}</dd>` : ''}
<dt>Described by</dt><dd>${makers(family)}</dd>
</dl>`;
}

function actorsOf({ canonicalActors, actors }: FamilyRecord): Html[] {
  const roles = canonicalActors ?? [];
  const rest = actors.filter(({ id }) => !roles.some(({ actor }) => actor === id));
  return [
    ...roles.map(({ actor, name, role, basis }) => html`${actorLink(actor, name)} (${role}${basis === undefined ? '' : `, ${basis}`})`),
    ...rest.map(({ id, name }) => actorLink(id, name)),
  ];
}

function makers({ describedBy, enrichedBy }: FamilyRecord): string {
  const names = [describedBy, enrichedBy].flatMap((maker) => (maker ? [`${maker['engine'] ?? ''} ${maker['model'] ?? ''}`.trim()] : []));
  return [...new Set(names.map((name) => (name === 'offline rules' ? 'rules' : name)))].join(', ');
}

function logItem(entry: FamilyView['log'][number], familyId: number, asked: Asked): Html {
  const { at, byWhom, undoneBy, efId, other, why } = entry;
  const merge = why.steps?.find((step) => step.act === 'merge');
  const reason = why.said ?? (entry.act === 'merge' && merge !== undefined ? weighedInWords(merge) : '');
  return html`<span class="quiet">${time(at, asked)}, ${told(byWhom)}:</span> ${efId === familyId ? '' : `in family ${efId}, `}${entryInWords(entry)}${undoneBy === null ? '' : ` (undone by entry ${undoneBy})`}.${other === null ? '' : html` The other is ${familyLink(other.id, other.title)}.`} ${told(reason)}`;
}
