// Headlines of different languages must agree on two things at least that not all the world tells.
import { expect, test } from 'vitest';
import { sidesAgree } from '../../../lib/matching/agreement.js';
import { Frequencies } from '../../../lib/matching/frequencies.js';
import { headlineOf } from '../../../lib/matching/headline.js';
import { companyOf, groupTitles, ids } from './grouped.js';
import { otherNews, title } from './titles.js';

const counted = (...keys: string[]) => new Map(keys.map((key) => [key, 1]));

/** Among the other news, in which Russia, Ukraine and strikes are everywhere. */
function agreeOn(terms: string[], acts: string[] = []): boolean {
  const frequencies = new Frequencies();
  for (const other of [otherNews(), otherNews(), otherNews()].flat()) frequencies.note(headlineOf(other));
  const side = { size: 1, gate: counted(...terms), acts: counted(...acts) };
  return sidesAgree(side, side, frequencies);
}

test.each([
  ['two rare actors', ['aGR', 'aHOUTHIS', 'pGR HOUTHIS'], []],
  ['a place, and there what happens everywhere', ['lodesa', 'mstrike', 'ylodesa strike'], []],
  ['a place and a thing', ['lodesa', 'cgrain'], []],
  ['a thing, beside an actor and a topic that are everywhere', ['aRU', 'mstrike', 'cshadowfleet'], []],
  ['an actor and what happened', ['aID', 'mprotest'], []],
  ['a deed and its place', ['lrafah'], ['IL attack PS']],
])('%s are enough', (_, terms, acts) => {
  expect(agreeOn(terms, acts)).toBe(true);
});

test.each([
  ['one actor', ['aCN'], []],
  ['an actor and a topic that a tenth of all tell', ['aCN', 'mstrike', 'xCN strike'], []],
  ['two frequent actors, together', ['aRU', 'aUA', 'pRU UA'], []],
  ['a thing and a topic of wherever', ['cparliament', 'mlegislation', '@government'], []],
  ['two actors of whom one is everywhere, who say something', ['aEU', 'aRU', 'pEU RU', 'mdiplomatic-statement'], []],
  ['a deed alone', [], ['EU condemn RU']],
])('%s is too little', (_, terms, acts) => {
  expect(agreeOn(terms, acts)).toBe(false);
});

test('what fewer than a third of a side tell is not what they agree on', () => {
  const many = {
    size: 4,
    gate: new Map([
      ['lodesa', 4],
      ['cgrain', 1],
    ]),
    acts: counted(),
  };
  expect(sidesAgree(many, { size: 1, gate: counted('lodesa', 'cgrain'), acts: counted() }, new Frequencies())).toBe(false);
});

test('an act that a third of what is read of a large side tells is what both tell, though most of its headlines tell none', () => {
  const gate = new Map([['lrafah', 9]]);
  const acts = new Map([
    ['IL attack PS', 2],
    ['EG mediate null', 1],
  ]);
  const one = { size: 1, gate: counted('lrafah'), acts: counted('IL attack PS') };
  expect(sidesAgree({ size: 9, gate, acts }, one, new Frequencies())).toBe(true);
  expect(sidesAgree({ size: 9, gate, acts: new Map([...acts, ['PS attack IL', 4]]) }, one, new Frequencies())).toBe(false);
});

test('two headlines of different languages that name the same two great actors, and nothing else, stay apart', () => {
  const one = title('Ukraine legt russische Grossraffinerie lahm', 'UA RU |', { lang: 'de' });
  const other = title('Украина и ещё пять стран бойкотируют чемпионат из-за допуска россиян', 'UA RU |', { lang: 'ru' });
  expect(companyOf(one, groupTitles([...otherNews(), one, other], []))).toEqual(ids(one));
});

test('two headlines of a language that hardly share a word are one only if they agree on as much as those of two languages', () => {
  const among = (one: string, gate: string, other: string, otherGate: string) => {
    const [first, second] = [title(one, gate, { lang: 'zh', at: 3 }), title(other, otherGate, { lang: 'zh', at: 12 })];
    // Where stories are large, what is loosely alike is as likely one as not.
    const groups = groupTitles([...otherNews(), ...otherNews(), ...otherNews(), first, second], []);
    return companyOf(first, groups).length;
  };
  const gate = 'EU CN | tariffs';
  expect(among('欧盟对华电动车关税遭多国车企反对', gate, '布鲁塞尔对中国电动车企立案', 'EU CN |')).toBe(1);
});
