// A vocabulary compiled into one text: what is read from it is the vocabulary of its files, and where these have changed nothing is.
import { appendFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { projectRoot } from '../../../lib/config.js';
import { compileVocabulary, projectActors, projectVocabulary, readCompiled } from '../../../lib/vocabulary/compiled.js';
import type { VocabularyTerm } from '../../../lib/vocabulary/vocabulary-file.js';
import { loadVocabulary, type Vocabulary } from '../../../lib/vocabulary.js';
import { makeGate } from '../../../phases/filter/gate.js';

const scratch = mkdtempSync(join(tmpdir(), 'sni-compiled-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const folder = join(scratch, 'terms');
cpSync(join(projectRoot, 'lib/vocabulary/terms'), folder, { recursive: true });
const { name, text } = compileVocabulary(folder);
writeFileSync(join(scratch, name), text);
const none = { add: [], remove: [] };

/** All of it as text; sets of terms by what is written, each once. */
function told({ terms, actors, mechanisms, contexts, cues, version }: Vocabulary): string {
  const sets = new Map<ReadonlySet<VocabularyTerm>, string>();
  const setOf = (set: ReadonlySet<VocabularyTerm>): string => {
    const known = sets.get(set) ?? [...set].map(({ lang, written }) => `${lang} ${written}`).join();
    sets.set(set, known);
    return known;
  };
  const readings = new Set(cues.flatMap(({ decides }) => decides.map(({ reading }) => reading)));
  const bare = cues.map(({ decides, ...cue }) => [cue, decides.map(({ reading, forbids }) => [reading.id, reading.rank, forbids])]);
  const read = [...readings].map(({ terms: set, ...reading }) => [reading, setOf(set)]);
  return JSON.stringify([version, terms, [...actors], [...mechanisms], contexts, bare, read]);
}

test('what is read from it equals what is read from the files, and gates alike', () => {
  const [compiled, loaded] = [readCompiled(folder, scratch, none), loadVocabulary(folder)];
  expect(compiled).not.toBeNull();
  expect(told(compiled ?? loaded) === told(loaded)).toBe(true);
  const [one, other] = [makeGate(compiled ?? loaded), makeGate(loaded)];
  for (const [title, lang] of [
    ['Nurses strike as Israel strikes Gaza', 'en'],
    ['Путин назвал условия мира', 'ru'],
    ['منظمة الصحة تحذر من مجاعة في غزة', 'ar'],
  ] as const)
    expect(one(title, lang)).toEqual(other(title, lang));
});

test('its actors alone are those of the whole, also where an operator’s changes leave it uncompiled', () => {
  const added = { sort: 'actors', id: 'ZORBLAX', kind: 'movement', name: 'Zorblax Front', lang: 'en', terms: ['zorblax'] } as const;
  for (const changes of [none, { ...none, add: [added] }]) {
    const [some, whole] = [projectActors, projectVocabulary].map((of) => of(projectRoot, changes, 'sni.yaml'));
    const ofActors = (terms: readonly VocabularyTerm[] = []) => JSON.stringify(terms.filter(({ sort }) => sort === 'actors'));
    expect(ofActors(some?.terms) === ofActors(whole?.terms)).toBe(true);
    expect([...(some?.actors ?? [])]).toEqual([...(whole?.actors ?? [])]);
  }
  expect(projectActors(projectRoot, none, 'sni.yaml').terms.every(({ sort }) => sort === 'actors')).toBe(true);
});

test('there is none for an operator’s changes, nor once a file has changed', () => {
  expect(readCompiled(folder, scratch, { ...none, remove: [{ sort: 'actors', lang: 'en', term: 'kremlin' }] })).toBeNull();
  expect(readCompiled(folder, join(scratch, 'nowhere'), none)).toBeNull();
  appendFileSync(join(folder, 'weights.tsv'), '# changed\n');
  expect(readCompiled(folder, scratch, none)).toBeNull();
});
