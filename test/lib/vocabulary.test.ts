// Loading vocabulary folders, good and wrong ones: a wrong one is refused before any title is touched.
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadVocabulary, VocabularyError } from '../../lib/vocabulary.js';

const ownFolder = fileURLToPath(new URL('../../lib/vocabulary/terms', import.meta.url));

describe('the vocabulary of the gate', () => {
  const vocabulary = loadVocabulary(ownFolder);

  it('loads, with a version, display names and the countries of the world', () => {
    expect(vocabulary.version).toMatch(/^[0-9a-f]{12}$/);
    expect(vocabulary.actors.get('RU')).toEqual({ id: 'RU', name: 'Russia', kind: 'state' });
    const shown = ['US', 'KR', 'NL', 'SY', 'GB'].map((id) => vocabulary.actors.get(id)?.name);
    expect(shown).toEqual(['United States', 'South Korea', 'Netherlands', 'Syria', 'United Kingdom']);
    expect(vocabulary.actors.get('NATO')).toEqual({ id: 'NATO', name: 'NATO', kind: 'organisation' });
    expect(vocabulary.actors.size).toBeGreaterThan(250);
    expect(vocabulary.mechanisms.get('sanctions')).toEqual({ id: 'sanctions', tier: 1 });
  });

  it.each([
    ['ursula von der leyen', 'EU'],
    ['kaja kallas', 'EU'],
    ['mark rutte', 'NATO'],
  ])('knows %s by the organisation that is headed, not by the state of birth', (text, id) => {
    const ids = vocabulary.terms.filter((term) => term.written === text).flatMap((term) => term.ids);
    expect([...new Set(ids)]).toEqual([id]);
  });

  it.each([
    ['en', 2100],
    ['zh', 1100],
    ['de', 400],
    ['fr', 400],
    ['es', 400],
    ['ru', 400],
    ['ar', 250],
  ])('is broad enough in %s', (lang, least) => {
    expect(vocabulary.terms.filter((term) => term.lang === lang && term.line > 0).length).toBeGreaterThanOrEqual(least);
  });
});

describe('a vocabulary folder', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sni-vocabulary-'));
    write('actors.tsv', 'id\tkind\tname\tlang\tterms', 'RU\tstate\t\ten\trussian|moscow', '@military\toffice\tMilitary\ten\tarmy');
    write('mechanisms.tsv', '# acts', 'id\ttier\tlang\tterms', 'strike\t1\ten\tair strike|~strike', 'tariffs\t2\ten\ttariffs');
    write('contexts.tsv', 'id\tlang\tterms', 'sport\ten\tfootball');
    copyFileSync(join(ownFolder, 'weights.tsv'), join(folder, 'weights.tsv'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function write(name: string, ...lines: string[]): void {
    writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
  }

  function problems(): readonly string[] {
    try {
      loadVocabulary(folder);
    } catch (error) {
      if (error instanceof VocabularyError) return error.problems;
      throw error;
    }
    return [];
  }

  it('is accepted when every file is right', () => {
    expect(problems()).toEqual([]);
  });

  it('changes its version with any term or weight', () => {
    const before = loadVocabulary(folder).version;
    expect(loadVocabulary(folder).version).toBe(before);
    write('contexts.tsv', 'id\tlang\tterms', 'sport\ten\tfootball|rugby');
    const after = loadVocabulary(folder).version;
    expect(after).not.toBe(before);
    const weights = readFileSync(join(folder, 'weights.tsv'), 'utf8');
    write('weights.tsv', weights.replace('score-line\t-2', 'score-line\t-1'));
    expect(loadVocabulary(folder).version).not.toBe(after);
  });

  it.each([
    ['a row of too few columns', 'RU\tstate\ten\tkremlin', /actors\.tsv line 4: 4 columns where 5 are wanted/],
    ['an unknown kind', 'FR\tcountry\t\ten\tfrench', /actors\.tsv line 4: the kind "country" is not known; use one of state, office/],
    ['an unknown language', 'FR\tstate\t\txx\tfrench', /actors\.tsv line 4: the language "xx" is not known/],
    ['an id in lower case', 'fr\tstate\t\ten\tfrench', /actors\.tsv line 4: the id "fr" is not upper case/],
    [
      'a term of two ids',
      'BY\tstate\t\ten\tmoscow',
      /actors\.tsv line 4: "moscow" \(en\) of BY stands under RU in actors\.tsv line 2 already/,
    ],
    ['a term like a pattern', 'FR\tstate\t\ten\tfren(ch)?', /actors\.tsv line 4: the term "fren\(ch\)\?" looks like a regular expression/],
    ['a star inside a term', 'FR\tstate\t\ten\tfr*ch', /actors\.tsv line 4: the term "fr\*ch" looks like a regular expression/],
    ['an empty term', 'FR\tstate\t\ten\tfrench||paris', /actors\.tsv line 4: an empty term; remove the extra "\|"/],
    ['a term without letters', 'FR\tstate\t\ten\t=!', /actors\.tsv line 4: the term "=!" holds no letter or digit/],
    ['an actor without a name', 'BLOC\torganisation\t\ten\tbloc', /actors\.tsv line 4: the actor BLOC has no name/],
    ['two kinds of one actor', 'RU\tperson\t\ten\tputin', /actors\.tsv line 4: RU is a state in an earlier row and a person here/],
    ['a pair with an unknown actor', 'RU+XX\tstate\t\ten\tduo', /actors\.tsv line 4: XX is not an actor of its own/],
  ])('is refused for %s, with file, line, reason and remedy', (_what, row, sentence) => {
    write('actors.tsv', 'id\tkind\tname\tlang\tterms', 'RU\tstate\t\ten\trussian|moscow', '@military\toffice\tMilitary\ten\tarmy', row);
    expect(problems()).toEqual([expect.stringMatching(sentence)]);
  });

  it('is refused for a wrong tier, two tiers of one id, and a term that speaks for and against', () => {
    write(
      'mechanisms.tsv',
      'id\ttier\tlang\tterms',
      'strike\t3\ten\tstrike',
      'coup\t1\ten\tcoup',
      'coup\t2\tde\tputsch',
      'war\t1\ten\tfootball',
    );
    expect(problems()).toEqual([
      expect.stringMatching(/^mechanisms\.tsv line 2: the tier "3" is not known/),
      expect.stringMatching(/^mechanisms\.tsv line 4: coup has tier 1 in an earlier row/),
      expect.stringMatching(/"football" \(en\) of .* a term cannot speak for and against a title/),
    ]);
  });

  it('names every mistake of every file at once', () => {
    write('actors.tsv', 'id\tkind\tterms', 'RU');
    write('contexts.tsv', 'id\tlang\tterms', 'sport\ten\t');
    write('weights.tsv', 'group\tkey\tpoints\twhy', 'actor\t*\tmany\t');
    rmSync(join(folder, 'mechanisms.tsv'));
    const said = problems().join('\n');
    expect(said).toContain('mechanisms.tsv is missing');
    expect(said).toContain('actors.tsv line 1: the header must name the columns id, kind, name, lang, terms');
    expect(said).toContain('contexts.tsv line 2: an empty term');
    expect(said).toContain('weights.tsv line 2: the points "many" are not a number');
    expect(said).toContain('weights.tsv: "threshold keep" has no weight');
  });

  describe('with readings', () => {
    const header = 'id\tlang\twords\treach\tbeside\tunless\tbecomes';

    it('loads them, and changes its version with them', () => {
      const before = loadVocabulary(folder).version;
      write('readings-en.tsv', header, 'goal\ten\tstrike\tnear 3\tstriker|keeper*\ttroops|@actor\tsport');
      const loaded = loadVocabulary(folder);
      expect(loaded.cues.map(({ words }) => words)).toEqual(['striker', 'keeper', 'troops']);
      expect(loaded.version).not.toBe(before);
    });

    it.each([
      ['a reach that is not known', 'goal\ten\tstrike\tclose\tkeeper\t\tsport', /line 2: the reach "close" is not known; write "before 3"/],
      ['a word no mechanism has', 'goal\ten\tslap\tnear 3\tkeeper\t\tsport', /line 2: "slap" \(en\) is no term of a mechanism/],
      ['an id nothing has', 'goal\ten\tstrike\tnear 3\tkeeper\t\topera', /line 2: "opera" is neither a mechanism nor a context/],
      ['no deciding word', 'goal\ten\tstrike\tnear 3\t\t\tsport', /line 2: an empty term/],
      ['a deciding word like a pattern', 'goal\ten\tstrike\tnear 3\tkeep.*er\t\tsport', /line 2: .* looks like a regular expression/],
      ['too few columns', 'goal\ten\tstrike\tnear 3\tkeeper\tsport', /line 2: 6 columns where 7 are wanted/],
      ['an unknown language', 'goal\txx\t*\tnear 3\tkeeper\t\tsport', /line 2: the language "xx" is not known/],
    ])('is refused for %s', (_what, row, sentence) => {
      write('readings-en.tsv', header, row);
      expect(problems()).toEqual([expect.stringMatching(sentence)]);
    });

    it('takes the removal of a term that a reading names', () => {
      write('readings-en.tsv', header, 'goal\ten\tstrike\tnear 3\tkeeper\t\tsport');
      const removed = { add: [], remove: [{ sort: 'mechanisms' as const, lang: 'en', term: '~strike' }] };
      expect(loadVocabulary(folder, removed).cues).toHaveLength(1);
    });
  });

  it('takes additions and removals of the operator, and reports those that do not fit', () => {
    const plain = loadVocabulary(folder);
    const changed = loadVocabulary(folder, {
      add: [{ sort: 'actors', id: 'ACME', kind: 'company', name: 'Acme', lang: 'en', terms: ['acme', '~anvil'] }],
      remove: [{ sort: 'contexts', lang: 'en', term: 'football' }],
    });
    expect(changed.actors.get('ACME')?.name).toBe('Acme');
    expect(changed.terms.some(({ written }) => written === 'football')).toBe(false);
    expect(changed.version).not.toBe(plain.version);
    const wrong = (): unknown =>
      loadVocabulary(folder, {
        add: [{ sort: 'actors', id: 'BY', kind: 'state', lang: 'en', terms: ['moscow'] }],
        remove: [{ sort: 'actors', lang: 'en', term: 'atlantis' }],
      });
    expect(wrong).toThrow(/"atlantis" \(en\) is not in actors and cannot be removed/);
    expect(wrong).toThrow(/the configuration\.add\[0\]: "moscow" \(en\) of BY stands under RU/);
  });

  it('is refused with a sentence when it is not there', () => {
    expect(() => loadVocabulary(join(folder, 'nowhere'))).toThrow(/cannot be read .* name the vocabulary folder/);
  });
});
