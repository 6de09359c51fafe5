// Whether a headline is news: a news headline must hardly ever be called something else.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { makeKindReader } from '../../../lib/reading/kind/kind.js';
import { type HeadlineKind, headlineKinds } from '../../../lib/reading/kind/kinds.js';
import { oddTitles } from '../../support/odd-titles.js';

const read = makeKindReader(fileURLToPath(new URL('../../../lib/reading/kind/tables', import.meta.url)));
const rowsOf = (name: string) =>
  readFileSync(join(import.meta.dirname, 'labelled', `${name}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { title: string; lang: string; kind: HeadlineKind });

describe.each([
  ['tuned', 'acts-dev', 0.99],
  ['held', 'acts-held', 0.64],
])('labelled headlines, %s', (_, name, floor) => {
  test('no news is called anything else', () => {
    expect(rowsOf(name).filter(({ title, lang, kind }) => kind === 'news' && read(title, lang) !== 'news')).toHaveLength(0);
  });

  test('what is no news is told as what it is', () => {
    const others = rowsOf(name).filter(({ kind }) => kind !== 'news');
    expect(others.filter(({ title, lang, kind }) => read(title, lang) === kind).length / others.length).toBeGreaterThan(floor);
  });
});

test.each<[HeadlineKind, string, string]>([
  ['opinion', 'Opinion | Sanctions are not a strategy', 'en'],
  ['opinion', 'Columna. Europa llega tarde', 'es'],
  ['opinion', 'Мнение. Европа опаздывает', 'ru'],
  ['opinion', 'La chronique de Jean Dupont – Europe, trop tard', 'fr'],
  ['news', 'Letter from U.N. chief reaches Kyiv', 'en'],
  ['opinion', 'Leitartikel: Europas späte Antwort', 'de'],
  ['opinion', '社评：单边主义没有出路', 'zh'],
  ['live', 'Gaza war live: talks resume in Cairo', 'en'],
  ['live', 'Leaders gather in Seoul – as it happened', 'en'],
  ['live', 'All the bills before Parliament this week (Oct. 6-12)', 'en'],
  ['news', 'Xi to visit Hanoi this week (Reuters)', 'en'],
  ['explainer', 'Seven things to know about the Geneva talks', 'en'],
  ['live', 'EN DIRECT - Séisme : les secours à l’œuvre', 'fr'],
  ['anniversary', '50 years on: the fall of Phnom Penh', 'en'],
  ['anniversary', '9 novembre 1989 : le Mur tombe', 'fr'],
  ['explainer', 'Why Kenya is sending police to Haiti', 'en'],
  ['explainer', '¿Qué busca Ankara en Trípoli?', 'es'],
  ['explainer', 'هل تنجح الهدنة في السودان؟', 'ar'],
  ['quiz', 'Take our quiz: how well do you know the BRICS?', 'en'],
  ['news', 'WHO warns of cholera in Khartoum', 'en'],
  ['news', 'Army stages live-fire drill off Jeju', 'en'],
  ['news', 'Minister tests positive', 'en'],
  ['news', '“Why now?” Premier rejects early vote', 'en'],
  ['news', 'Xi marks 80th anniversary of war’s end with parade', 'en'],
  ['news', 'Kremlin: no date for talks', 'en'],
  ['news', 'Как сообщили в МИД, переговоры отложены', 'ru'],
  ['news', 'Wie erwartet verlängert Brüssel die Sanktionen', 'de'],
])('%s: %s', (kind, title, lang) => {
  expect(read(title, lang)).toBe(kind);
});

test.each(oddTitles)('a title of %s has a kind', (_, title) => {
  for (const lang of ['en', 'de', 'fr', 'ru', 'zh', 'ar', 'ko', '']) expect(headlineKinds).toContain(read(title, lang));
});
