// What a stored family and its narratives claim, as the evidence check takes it: the same check that each answer passed before it was
// stored finds what was stored by an earlier check, by other rules or by hand.
import { outletNames } from '../family/listing.js';
import type { CitedSource, Claim } from '../llm/prompt.js';
import { sentencesIn } from './sentences.js';
import type { AuditedMember, StoredFamily, StoredNarrative } from './stored.js';

/** The titles with the names that sentences give their outlets. */
export function sourcesOf(members: readonly AuditedMember[]): CitedSource[] {
  return members.map((member) => ({ id: member.id, text: member.text, lang: member.lang, outlets: outletNames(member) }));
}

/** Fields of the family's own columns. */
export function claimsOf(family: StoredFamily): Claim[] {
  const described = { byCode: isByCode(family.describedBy) };
  const enriched = { byCode: isByCode(family.enrichedBy) };
  const { title, summary, timeline, context, whyStrategic, titleSet, enrichedTitleSet } = family;
  const isCurrent = enrichedTitleSet === titleSet;
  return [
    { field: 'title', text: title, ...described },
    ...sentencesIn(summary).map((text, at) => ({ field: `summary.${at}`, text, ...described })),
    ...timeline.map(({ fact, cites }, at) => ({ field: `timeline.${at}`, text: fact, cites: cites.map(String), ...described })),
    ...(isCurrent && context ? sentencesIn(context).map((text, at) => ({ field: `context.${at}`, text, ...enriched })) : []),
    ...(isCurrent && whyStrategic ? [{ field: 'why_strategic', text: whyStrategic, frame: true, ...enriched }] : []),
  ];
}

/** What a stored narrative claims; its field names are those of findings, such as `statements.0`. */
export function narrativeClaims(narrative: StoredNarrative): Claim[] {
  const by = { byCode: isByCode(narrative.made_by) };
  const { title, thesis, statements, framing, evidence, why_different } = narrative;
  return [
    { field: 'title', text: title, frame: true, ...by },
    { field: 'thesis', text: thesis, frame: true, ...by },
    ...statements.map(({ text, cites }, at) => ({ field: `statements.${at}`, text, cites: cites.map(String), ...by })),
    ...Object.entries(framing).flatMap(([name, text]) =>
      typeof text === 'string' && text !== '' ? [{ field: `framing.${name}`, text, frame: true, ...by }] : [],
    ),
    ...evidence.map(({ title_id, quote }, at) => ({ field: `evidence.${at}`, text: '', quotes: [{ id: String(title_id), text: quote }] })),
    ...(why_different ? [{ field: 'why_different', text: why_different, frame: true, ...by }] : []),
  ];
}

function isByCode(madeBy: { engine?: string } | null): boolean {
  return madeBy?.engine === 'offline';
}
