// A STIX bundle, written as it is read: each identity once, each report before what notes refer to it. The same export has the same id.
import type { Sql } from 'postgres';
import { byKey } from '../../family/by-key.js';
import type { Filter } from '../../search/filter.js';
import { jsonText } from '../clean.js';
import { familyRecords, readExportedNarratives } from './records.js';
import { noteOf, reportOf, type StixObject, stixId, stixIdentity } from './stix.js';

/** The text of a bundle in parts to be joined as they come; `count` is how many objects a part holds. `withNotes`: narratives too. */
export async function* bundleParts(sql: Sql, filter: Filter, withNotes: boolean): AsyncGenerator<{ text: string; count: number }> {
  const id = stixId('bundle', JSON.stringify([withNotes, filter]));
  yield { text: `{"type":"bundle","id":"${id}","objects":[\n${jsonText(stixIdentity)}`, count: 1 };
  const written = new Set([stixIdentity.id]);
  for await (const families of familyRecords(sql, filter)) {
    const ids = families.map((family) => String(family.id));
    const notes = byKey(withNotes ? await readExportedNarratives(sql, ids) : [], ({ family }) => family);
    const objects = families.flatMap((family): StixObject[] => [
      ...reportOf(family),
      ...(notes.get(family.id) ?? []).map((narrative) => noteOf(narrative, family)),
    ]);
    const fresh = objects.filter((object) => !written.has(object.id) && written.add(object.id));
    yield { text: fresh.map((object) => `,\n${jsonText(object)}`).join(''), count: fresh.length };
  }
  yield { text: '\n]}\n', count: 0 };
}
