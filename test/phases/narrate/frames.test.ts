// The lexicon of frames and how headlines are grouped by it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../lib/config.js';
import { groupByFrame } from '../../../phases/narrate/grouping.js';
import { frameLexicon, readLexicon } from '../../../phases/narrate/lexicon.js';
import { familyOf, strike } from './family-of.js';

const lexicon = frameLexicon(projectRoot);
const framesIn = (title: string, lang: string): string[] => [...lexicon.read(title, lang).frames.keys()];

describe('the lexicon', () => {
  it.each([
    ['Russia pounds port in brutal assault', 'en', 'aggression'],
    ['Drohnenterror gegen Odessa', 'de', 'aggression'],
    ['Москва нанесла удар в ответ на провокации', 'ru', 'retaliation'],
    ['Une attaque contraire au droit international', 'fr', 'legality'],
    ['Weizenpreise steigen', 'de', 'economy'],
    ['Los precios suben', 'es', 'economy'],
    ['平民死亡', 'zh', 'human-cost'],
    ['Washington accused of interfering in our sovereignty', 'en', 'sovereignty'],
    ['Mediators report progress', 'en', 'diplomacy'],
  ])('reads in "%s" (%s) the frame %s', (title, lang, frame) => {
    expect(framesIn(title, lang)).toContain(frame);
  });

  it('finds its words as they stand in the title, whatever their case', () => {
    const title = 'BRUTAL Assault: Russia POUNDS Kyiv';
    const words = lexicon.read(title, 'en').frames.get('aggression');
    expect(words).toEqual({ verbs: ['POUNDS'], evaluatives: ['BRUTAL', 'Assault'] });
  });

  it('looks for whole words, and for those of the language of the title', () => {
    expect(framesIn('Fleet leaves copyright office', 'en')).toEqual([]);
    expect(framesIn('Le prix', 'de')).toEqual([]);
    expect(framesIn('Le prix', 'xx')).toContain('economy');
  });

  it('finds nothing in words that only name a strike, a sanction or a vote', () => {
    for (const title of [
      'Russia strikes Kyiv',
      'EU imposes sanctions on Belarus',
      'Parliament votes on budget',
      'Missile test in North Korea',
    ]) {
      expect(framesIn(title, 'en')).toEqual([]);
    }
  });

  it('says which file is wrong, and where', () => {
    const folder = mkdtempSync(join(tmpdir(), 'frames-'));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'accuses.yaml'), 'name: Accusation\ncasts: x\nframes: [{ frame: a }]\n');
    try {
      expect(() => readLexicon(folder)).toThrow(/accuses\.yaml cannot be used: [\s\S]*frames\[0\]/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('grouping', () => {
  it('puts headlines together that cast it alike, across languages', () => {
    const { groups } = groupByFrame(strike.members, lexicon);
    const found = Object.fromEntries(
      groups.map((group) => [group.frames[0]?.frame ?? group.kind, group.titles.map(({ member }) => member.publisher)]),
    );
    expect(found).toEqual({ aggression: ['Post', 'Zeitung'], retaliation: ['Kurier', 'Vestnik'], economy: ['Ledger', 'Market'] });
  });

  it('makes at most three groups, each of two titles at least, no title in two', () => {
    const { groups } = groupByFrame(strike.members, lexicon);
    const told = groups.flatMap((group) => group.titles.map(({ member }) => member.titleId));
    expect(groups.length).toBeLessThanOrEqual(3);
    for (const group of groups) expect(group.titles.length).toBeGreaterThanOrEqual(2);
    expect(new Set(told).size).toBe(told.length);
  });

  it('calls it a plain report where no words take a side', () => {
    const { groups } = groupByFrame(
      familyOf([
        ['A', 'Kyiv hit'],
        ['B', 'Strike on Kyiv'],
      ]).members,
      lexicon,
    );
    expect(groups.map(({ kind }) => kind)).toEqual(['plain']);
  });

  it('leaves a single headline in a way of its own outside, and remembers it', () => {
    const { groups, alone } = groupByFrame(
      familyOf([
        ['A', 'Kyiv hit'],
        ['B', 'Strike on Kyiv'],
        ['C', 'Brutal assault on Kyiv'],
      ]).members,
      lexicon,
    );
    expect(groups.map(({ kind }) => kind)).toEqual(['plain']);
    expect(alone.map(({ frame }) => frame.frame)).toEqual(['aggression']);
  });

  it('tells headlines that share nothing as one mixed group', () => {
    const { groups } = groupByFrame(
      familyOf([
        ['A', 'Brutal assault on Kyiv'],
        ['B', 'Prices soar after strike'],
      ]).members,
      lexicon,
    );
    expect(groups.map(({ kind }) => kind)).toEqual(['mixed']);
  });

  it('does not let a frame that all share hide the one that sets some apart', () => {
    const all = familyOf([
      ['A', 'Brutal assault on Kyiv'],
      ['B', 'Brutal assault on Kyiv sends prices up'],
      ['C', 'Brutal assault on Kyiv: markets react'],
      ['D', 'Brutal strike on Kyiv'],
    ]);
    const { groups } = groupByFrame(all.members, lexicon);
    expect(groups.map((group) => group.frames[0]?.frame).sort()).toEqual(['aggression', 'economy']);
  });
});
