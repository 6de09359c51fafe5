import { describe, expect, it } from 'vitest';
import { saidByTitle } from '../../../lib/matching/features.js';
import { numbers, tokens, wordKeys } from '../../../lib/matching/words.js';

const key = (word: string, lang: string) => wordKeys(word, lang)[0]?.key;
const name = (word: string, lang: string) => wordKeys(word, lang)[0]?.name;
const concepts = (text: string) => saidByTitle({ text, lang: 'ru' }).concepts;

it.each([
  ['Удар по Газе', ['lgaza']],
  ['Экспорт газа растёт', ['cgas']],
  ['Переговоры о газе в Газе', ['cgas', 'lgaza']],
  ['Газ подорожал', ['cgas']],
])('gas is no Gaza, and Gaza no gas: %s', (text, expected) => {
  expect(concepts(text).filter((id) => /gas|gaza/.test(id))).toEqual(expected);
});

describe('keys of words', () => {
  it.each([
    ['Kharkiv', 'en', 'Charkiw', 'de'],
    ['Poonch', 'en', 'Пунч', 'ru'],
    ['Saporischschja', 'de', 'Запорожье', 'ru'],
    ['Antananarivo', 'fr', 'Антананариву', 'ru'],
    ['Kashmir', 'en', 'Kaschmir', 'de'],
  ])('give %s (%s) and %s (%s) one name', (one, lang, other, otherLang) => {
    expect(name(one, lang)).toBe(name(other, otherLang));
  });

  it.each([
    ['sanctions', 'sanction', 'en'],
    ['strikes', 'strike', 'en'],
    ['Raketen', 'Rakete', 'de'],
    ['санкции', 'санкций', 'ru'],
    ['élections', 'élection', 'fr'],
  ])('do not change between %s and %s', (one, other, lang) => {
    expect(key(one, lang)).toBe(key(other, lang));
  });

  it.each([
    ['Crack-down on stand-off', 'Crackdown on standoff'],
    ['cease-fire after air-strikes', 'ceasefire after airstrikes'],
    ['health check-ups, re-election', 'health checkups, reelection'],
  ])('are those of words written without a hyphen: %s', (hyphened, plain) => {
    expect(tokens(hyphened)).toEqual(tokens(plain));
  });

  it('keep the parts of what is two words', () => {
    expect(tokens('Trump-backed US-China anti-Assad e-car drone-strike')).toEqual(
      'Trump backed US China anti Assad e car drone strike'.split(' '),
    );
  });

  it('leave out stop words and read U.S. as one word', () => {
    expect(wordKeys('the', 'en')).toEqual([]);
    expect(tokens('the U.S. says')).toEqual(['the', 'U.S', 'says']);
  });

  it('give pairs of characters for Chinese', () => {
    expect(wordKeys('乌克兰', 'zh').map((word) => word.key)).toEqual(['乌克', '克兰']);
  });
});

describe('numbers', () => {
  it('are the same as digits, with separators, and as words of several languages', () => {
    expect(numbers('Nine killed')).toEqual(numbers('9 Tote'));
    expect(numbers('девять погибших')).toEqual(['9']);
    expect(numbers('25,000 troops')).toEqual(numbers('25.000 Soldaten'));
  });

  it.each([
    ['Boy aged 11 shot in Houston after doorbell prank', []],
    ['11-year-old shot dead, two held', ['2']],
    ['Un garçon de 11 ans tué par balle à Houston', []],
    ['11-Jähriger in Houston erschossen', []],
    ['11-летний мальчик застрелен в Хьюстоне', []],
    ['US strike kills 11 on boat', ['11']],
    ['Onze ans de prison pour 11 hommes', ['11']],
  ])('are no ages: %s', (text, expected) => {
    expect(numbers(text)).toEqual(expected);
  });

  it('leave out years', () => {
    expect(numbers('Budget for 2026 grows by 4.5%')).toEqual(['4.5']);
  });
});

describe('places and things', () => {
  it('meet over languages', () => {
    for (const text of [
      'Missile hits ship in Red Sea',
      'Frachter im Roten Meer von Rakete getroffen',
      'Ракета попала в судно в Красном море',
    ]) {
      expect(concepts(text)).toEqual(expect.arrayContaining(['cmissile', 'cship', 'lredsea']));
    }
  });

  it('do not take a short word for the beginning of a longer one', () => {
    expect(concepts('Cargo portal gasps')).not.toEqual(expect.arrayContaining(['ccar']));
    expect(concepts('Portrait of a gasping senator')).toEqual([]);
  });
});
