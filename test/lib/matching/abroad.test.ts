// Headlines of other languages than English, where no time tells: they inflect, so that two of one happening share fewer words.
import { expect, test } from 'vitest';
import { conceptsIn } from '../../../lib/matching/concepts.js';
import { Matcher } from '../../../lib/matching/matcher.js';
import trained from '../../../lib/matching/weights.json' with { type: 'json' };
import { otherNews, title } from './titles.js';

const others = [
  'В Томске открыли новый ледовый дворец',
  'Курс рубля снизился на открытии торгов',
  'Художник из Казани представил выставку акварелей',
  'Метеорологи обещают снегопад на Урале',
  'Врачи рассказали о пользе утренних прогулок',
  'Во Владивостоке запустили трамвай без водителя',
];
const told = ['Суд оштрафовал блогера за прыжок с моста в Самаре', 'Прыгнувший с самарского моста блогер заплатит штраф'];

function togetherBy(weights: typeof trained, timed: boolean): boolean {
  const pair = told.map((text) => title(text, '|', { lang: 'ru' }));
  const matcher = new Matcher({ weights, timed });
  matcher.place([...otherNews(), ...others.map((text) => title(text, '|', { lang: 'ru' })), ...pair]);
  const homes = pair.map(({ titleId }) => matcher.clusters.find(({ headlines }) => headlines.some((one) => one.title.titleId === titleId)));
  return homes[0] === homes[1];
}

test('two Russian headlines of one happening come together though their words are inflected', () => {
  expect(togetherBy(trained, false)).toBe(true);
  expect(togetherBy({ ...trained, merge: { ...trained.merge, abroad: 0 } }, false)).toBe(false);
});

test('Russian headlines of different happenings stay apart', () => {
  const matcher = new Matcher({ weights: trained, timed: false });
  matcher.place([...otherNews(), ...others.map((text) => title(text, '|', { lang: 'ru' }))]);
  expect(matcher.clusters.filter(({ langs, size }) => langs.has('ru') && size > 1)).toEqual([]);
});

test.each(['boycott', 'boykottieren', 'boicot', 'бойкотируют'])('%s is one thing in every language', (word) => {
  expect(conceptsIn([word]).ids).toEqual(['cboycott']);
});
