import { expect, test } from 'vitest';
import { batchesOf } from '../../../lib/reading/stages.js';
import { headlinesReader, readActs } from '../../support/vocabulary.js';

test('Neighbours of one language go together, so many at most, and none is lost or moved', () => {
  const headlines = [...Array.from({ length: 70 }, () => 'en'), 'ru', 'ru', 'en'].map((lang, at) => ({ lang, at }));
  const batches = batchesOf(headlines);
  expect(batches.map((batch) => [batch[0]?.lang, batch.length])).toEqual([
    ['en', 32],
    ['en', 32],
    ['en', 6],
    ['ru', 2],
    ['en', 1],
  ]);
  expect(batches.flat()).toEqual(headlines);
  expect(batchesOf([])).toEqual([]);
});

test('Titles that are read together tell what each tells alone, whatever stands beside it', () => {
  const headlines = [
    { title: 'Israel strikes Gaza hospital', lang: 'en' },
    { title: 'Cat sleeps all day', lang: 'en' },
    { title: 'Watch: Russia bombs Kyiv after Ukraine hits Belgorod', lang: 'en' },
    { title: 'Россия нанесла удар по Харькову', lang: 'ru' },
    { title: '俄罗斯轰炸基辅', lang: 'zh' },
    { title: 'Nothing is known of this language', lang: 'xx' },
    { title: 'Germany condemns Iran over executions', lang: 'en' },
  ];
  const told = headlinesReader.acts([...headlines, ...headlines]);
  expect(told.map(({ acts }) => acts)).toEqual([...headlines, ...headlines].map(({ title, lang }) => readActs(title, lang)));
  expect(told[0]?.acts).toMatchObject([{ source: 'IL', action: 'attack' }]);
  expect(told[0]?.places).not.toEqual([]);
  expect(told[5]).toEqual({ acts: [], places: [] });
});
