// What STIX 2.1 requires of the objects that are exported (sections 3.2, 4.5, 4.10, 4.14 and 8 of the specification), written down here in our own
// words: the schemas of OASIS are in no package of npm. Stricter than these where they differ: nothing stands in an object that is not named here,
// what is referred to is there, and nothing is changed before it is made. `report_types` may be left out (it was required by drafts of 2.1).
import { fullFormats } from 'ajv-formats/dist/formats.js';
import * as z from 'zod';

/** As the schema of OASIS asks of an address: RFC 3986, which is stricter than what a browser takes. */
const isUri = fullFormats['uri'] as (text: string) => boolean;

const id = (type: string) =>
  z.string().regex(new RegExp(`^${type}--[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`));
const anyId = id('[a-z0-9-]+');
const time = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
const common = { spec_version: z.literal('2.1'), created: time, modified: time, created_by_ref: id('identity').optional() };
const reference = z
  .strictObject({
    source_name: z
      .string()
      .min(1)
      .refine((name) => !/^cve|capec$/.test(name), 'a catalogue needs a number'),
    description: z.string().optional(),
    url: z.string().refine(isUri, 'an address as RFC 3986 wants it').optional(),
  })
  .refine(({ description, url }) => description !== undefined || url !== undefined);

const identity = z.strictObject({
  ...{ type: z.literal('identity'), id: id('identity'), ...common, name: z.string().min(1), description: z.string().optional() },
  identity_class: z.enum(['individual', 'group', 'system', 'organization', 'class', 'unknown']),
});
const report = z.strictObject({
  ...{
    type: z.literal('report'),
    id: id('report'),
    ...common,
    name: z.string().min(1),
    description: z.string().optional(),
    published: time,
  },
  ...{ object_refs: z.array(anyId).min(1), labels: z.array(z.string().min(1)).min(1).optional() },
  external_references: z.array(reference).min(1).optional(),
});
const note = z.strictObject({
  ...{
    type: z.literal('note'),
    id: id('note'),
    ...common,
    abstract: z.string().optional(),
    content: z.string().min(1),
    object_refs: z.array(anyId).min(1),
  },
});

export const bundle = z
  .strictObject({
    type: z.literal('bundle'),
    id: id('bundle'),
    objects: z.array(z.discriminatedUnion('type', [identity, report, note])).min(1),
  })
  .refine(({ objects }) => new Set(objects.map((one) => one.id)).size === objects.length, 'each object stands once')
  .refine(({ objects }) => objects.every(({ created, modified }) => modified >= created), 'nothing is changed before it is made')
  .refine(({ objects }) => {
    const ids = new Set(objects.map((one) => one.id));
    return objects.every((one) => !('object_refs' in one) || one.object_refs.every((ref) => ids.has(ref)));
  }, 'what is referred to is there');
