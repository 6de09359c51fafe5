// What outlets set around a headline changes nothing of its acts: a label in front, a full stop at the end, spaces that do not break.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { labelsIn, readableTitle } from '../../../../lib/reading/text/plain-title.js';
import { headlinesReader } from '../../../support/vocabulary.js';

const labels: Readonly<Record<string, string>> = {
  en: 'BREAKING: ',
  de: 'Eilmeldung: ',
  fr: 'ALERTE - ',
  es: 'ÚLTIMA HORA | ',
  ru: 'Срочно: ',
  zh: '快讯：',
  ar: 'عاجل | ',
};

const headlines = readFileSync('test/lib/reading/labelled/acts-dev.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { title: string; lang: string })
  .filter(({ lang, title }, at) => at % 4 === 0 && labels[lang] !== undefined && !/[.…。"”»]$/.test(title));

type Headline = (typeof headlines)[number];

const told = (some: readonly Headline[]): string[] =>
  headlinesReader
    .acts(some)
    .map(({ acts }) =>
      acts.map(({ source, action, target, mode, saidBy }) => `${source} ${action} ${target} ${mode} ${saidBy}`).join('; '),
    );

const before = new Map(told(headlines).map((acts, at) => [headlines[at], acts]));

/** The headlines whose acts are others so, with both. */
function changed(set: (title: string, lang: string) => string): string[] {
  const others = headlines
    .map((one) => ({ one, lang: one.lang, title: set(one.title, one.lang) }))
    .filter(({ one, title }) => title !== one.title);
  expect(others.length).toBeGreaterThan(20);
  return told(others).flatMap((after, at) => {
    const { one, title } = others[at] as (typeof others)[number];
    return after === before.get(one) ? [] : [`${title}: ${after} instead of ${before.get(one)}`];
  });
}

describe('the acts of a headline are the same', () => {
  test('behind a label', () => expect(changed((title, lang) => `${labels[lang]}${title}`)).toEqual([]));
  test('behind a label in English', () => expect(changed((title) => `BREAKING: ${title}`)).toEqual([]));
  test.each([
    ['fr', 'Mise à jour : '],
    ['zh', '更新：'],
    ['ar', 'تحديث: '],
    ['de', 'Aktualisiert: '],
  ])('behind what says in %s that it was written anew', (of, label) =>
    expect(changed((title, lang) => (lang === of ? `${label}${title}` : title))).toEqual([]));
  test('with a full stop', () => expect(changed((title, lang) => `${title}${lang === 'zh' ? '。' : '.'}`)).toEqual([]));
  test('with spaces that do not break', () => expect(changed((title) => title.replaceAll(' ', '\u00a0'))).toEqual([]));
});

describe('a headline without what is no part of it', () => {
  const lexicon = join('lib', 'reading', 'lexicon');
  test.each([
    ['en', 'Breaking: Kyiv hit.', '          Kyiv hit '],
    ['en', '[VIDEO] Kyiv hit', '        Kyiv hit'],
    ['en', 'Breaking up is hard for the EU', 'Breaking up is hard for the EU'],
    ['en', 'Army of the U.S.', 'Army of the U.S.'],
    ['fr', '5\u00a0000 soldats\u00a0: Kiev', '5\u00a0000 soldats : Kiev'],
    ['zh', '【快讯】基辅遭袭', '    基辅遭袭'],
  ])('%s: %s', (lang, title, plain) => {
    expect(readableTitle(title, labelsIn(lexicon, lang))).toBe(plain);
    expect(readableTitle(title, labelsIn(lexicon, lang))).toHaveLength(title.length);
  });
  test('of a language without labels', () => expect(readableTitle('Breaking: a', labelsIn(lexicon, 'uk'))).toBe('Breaking: a'));
});
