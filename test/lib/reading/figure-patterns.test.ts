// Phrases that count, made of frames, numbers, hedges and nouns of each language: every one must give its figure and no other. A frame shows
// what single headlines hide, for nobody wrote it for the noun that it is tried with.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { makeFigureReader } from '../../../lib/reading/figures/figures.js';

const folder = join(import.meta.dirname, 'figure-patterns');
const read = makeFigureReader(fileURLToPath(new URL('../../../lib/reading/figures/tables', import.meta.url)));

/** A headline and the figures it gives, as "~24 people"; without a sign before it the qualifier is not asked for. */
interface Phrase {
  title: string;
  figures: readonly string[];
}

const signs = { exact: '', at_least: '>=', up_to: '<=', about: '~', fewer_than: '<', range: '' } as const;

/** The rows of a file by their first word. */
function rowsOf(file: string): (kind: string) => string[][] {
  const rows = readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter((row) => row !== '' && !row.startsWith('#'))
    .map((row) => row.split('\t'));
  return (kind) => rows.filter(([first]) => first === kind).map(([, ...rest]) => rest);
}

/** Pairs of the first and each word of the second column. */
function spread(rows: readonly string[][]): [string, string][] {
  return rows.flatMap(([first = '', words = '']) => words.split('|').map((word): [string, string] => [first, word]));
}

/** Every noun, number, hedge and sum of a language in one frame, each with another of the others. */
function* phrasesOf(frame: string, at: number, of: (kind: string) => string[][]): Generator<Phrase> {
  const numbers = of('number').map(([written = '', value = '']) => ({ written, value }));
  const single = numbers.filter(({ value }) => !value.includes('-'));
  const nouns = spread(of('noun'));
  const take = <One>(list: readonly One[], index: number): One => list[index % list.length] ?? expect.fail('a list of the file is empty');
  const filled = (n: string, noun: string) => {
    const title = frame.replace('{n}', n).replace('{noun}', noun).replaceAll(/ {2,}/g, ' ').replace(' ,', ',').trim();
    return title.charAt(0).toUpperCase() + title.slice(1);
  };
  const counted = (index: number, [unit, noun]: [string, string]): Phrase => {
    const { written, value } = take(numbers, index);
    return { title: filled(written, noun), figures: [`${value} ${unit}`] };
  };
  for (const [index, noun] of nouns.entries()) yield counted(index + at, noun);
  for (const index of numbers.keys()) yield counted(index, take(nouns, index * 7 + at));
  for (const [index, [hedge = '', qualifier = '']] of of('hedge').entries()) {
    const { written, value } = take(single, index * 3 + at);
    const [unit, noun] = take(nouns, index * 5 + at);
    const sign = signs[qualifier as keyof typeof signs];
    yield { title: filled(hedge.replace('#', written), noun), figures: [`${sign}${value} ${unit}`] };
  }
  for (const [index, noun] of of('none')
    .flatMap(([words = '']) => words.split('|'))
    .entries())
    yield { title: filled(take(numbers, index + at).written, noun), figures: [] };
  for (const [index, [unit, sum]] of spread(of('money')).entries()) {
    const { written, value } = take(/[$€]#/.test(sum) ? single.filter(({ written }) => /^\d/.test(written)) : single, index * 3 + at);
    yield { title: filled(sum.replace('#', written), ''), figures: [`${value} ${unit}`] };
  }
}

/** The title with what is missing of its figures and what is too much; null where it is read as told. */
function misread({ title, figures }: Phrase, lang: string): string | null {
  const left = read(title, lang).map(({ qualifier, value, upper, unit }) => {
    const plain = `${value}${upper === undefined ? '' : `-${upper}`} ${unit}`;
    return { plain, full: signs[qualifier] + plain };
  });
  const missing = figures.filter((figure) => {
    const at = left.findIndex(({ plain, full }) => (/^[<>~]/.test(figure) ? full : plain) === figure);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return missing.length + left.length === 0 ? null : `${title}: not ${missing.join(', ')}, but ${left.map(({ full }) => full).join(', ')}`;
}

describe.each(readdirSync(folder))('%s', (file) => {
  const lang = file.slice(0, 2);
  const of = rowsOf(file);

  test('each phrase of the frames gives its figure and no other', () => {
    const phrases = of('frame').flatMap(([frame = ''], at) => [...phrasesOf(frame, at, of)]);
    expect(phrases.map((phrase) => misread(phrase, lang)).filter((wrong) => wrong !== null)).toEqual([]);
  });

  test('each headline gives the figures that are told, and no other', () => {
    const titles = of('title').map(([title = '', figures = '']) => ({ title, figures: figures === '' ? [] : figures.split(';') }));
    expect(titles.length).toBeGreaterThan(20);
    expect(titles.map((phrase) => misread(phrase, lang)).filter((wrong) => wrong !== null)).toEqual([]);
  });
});
