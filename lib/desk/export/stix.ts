// STIX 2.1 (OASIS): a family as a report, its narratives as notes on it, actors as identities. The same family has the same id in every
// bundle, so that what imports it twice updates it. https://docs.oasis-open.org/cti/stix/v2.1/os/stix-v2.1-os.html
import { createHash } from 'node:crypto';
import { hrefOf } from '../brief/document.js';
import { outward } from './outward.js';
import type { ExportedFamily, ExportedNarrative } from './records.js';

type Plain = ReturnType<typeof outward>;

export interface StixObject {
  type: string;
  id: string;
  [property: string]: Plain;
}

/** Ids of actors and of SNI itself are older than any family. */
const begun = '2026-01-01T00:00:00.000Z';
/** A namespace of our own, as RFC 9562 wants it for names that are no addresses. */
const namespace = '5a1d6c36-8f0b-4a86-9b0f-6c1f1e0d7a51';
const longestDescription = 5000;

export const stixIdentity: StixObject = {
  ...{ type: 'identity', spec_version: '2.1', id: stixId('identity', 'sni'), created: begun, modified: begun },
  ...{ name: 'SNI', identity_class: 'system', description: 'Strategic Narrative Intelligence: what headlines say, with who says it.' },
};

/** `identity--` and a UUID of version 5, made of the name alone. */
export function stixId(type: string, name: string): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(`${type} ${name}`)
    .digest()
    .subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return `${type}--${bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`;
}

/** The report of a family and the identities it refers to, which may have come before. */
export function reportOf(family: ExportedFamily): StixObject[] {
  const { key, title, summary, context, firstAt, lastAt, theater, eventType, actors, actorNames, actorKinds, links, tags } = family;
  const identities = actors.map((id, at) => identityOf(id, actorNames[at] ?? id, actorKinds[at] ?? ''));
  const references = links.flatMap(({ outlet, title: headline, url }) => {
    const { href } = hrefOf(url);
    return [{ source_name: sourceName(textOf(outlet)), description: textOf(headline), ...(href === undefined ? {} : { url: href }) }];
  });
  return [
    ...identities,
    {
      ...{ type: 'report', spec_version: '2.1', id: stixId('report', key), created_by_ref: stixIdentity.id },
      ...{ created: firstAt.toISOString(), modified: lastAt.toISOString(), published: lastAt.toISOString() },
      ...{ name: textOf(title) || 'untitled', description: textOf([context ?? summary].join(' ')).slice(0, longestDescription) },
      labels: [theater, eventType, ...tags].map(textOf).filter((label) => label !== ''),
      object_refs: identities.length > 0 ? [...new Set(identities.map(({ id }) => id))] : [stixIdentity.id],
      ...(references.length > 0 ? { external_references: references } : {}),
    },
  ];
}

/** `family` is the report's record. */
export function noteOf(narrative: ExportedNarrative, family: ExportedFamily): StixObject {
  const { position, title, thesis, statements, outlets, quotes, madeAt, basis } = narrative;
  const content = [thesis, ...statements, ...quotes.map((quote) => `“${quote}”`), `Told so by ${outlets.join(', ')}. Basis: ${basis}.`].map(
    textOf,
  );
  return {
    ...{ type: 'note', spec_version: '2.1', id: stixId('note', `${family.key} ${position}`), created_by_ref: stixIdentity.id },
    ...{ created: family.firstAt.toISOString(), modified: latest(madeAt, family.firstAt).toISOString() },
    ...{ abstract: textOf(title), content: content.filter((line) => line !== '').join('\n'), object_refs: [stixId('report', family.key)] },
  };
}

function identityOf(id: string, name: string, kind: string): StixObject {
  const identityClass = kind === 'person' ? 'individual' : kind === 'organisation' || kind === 'company' ? 'organization' : 'group';
  return {
    ...{
      type: 'identity',
      spec_version: '2.1',
      id: stixId('identity', `actor ${id}`),
      created_by_ref: stixIdentity.id,
      created: begun,
      modified: begun,
    },
    ...{ name: textOf(name) || 'unnamed', identity_class: identityClass },
  };
}

/** OASIS's own schema takes a name that begins or ends like these for a catalogue's, which needs a number. */
function sourceName(outlet: string): string {
  return outlet === '' ? 'unnamed' : /^cve|capec$/.test(outlet) ? `outlet ${outlet}.` : outlet;
}

function latest(a: Date, b: Date): Date {
  return a > b ? a : b;
}

function textOf(text: string): string {
  return String(outward(text));
}
