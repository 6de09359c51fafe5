// What further verbs, nouns and word orders tell, in all languages alike: whom a thing that is struck belongs to, what is no longer delivered, what is
// handed back, who turns what down, whom a court of many states seeks.
import { describe, expect, test } from 'vitest';
import { readActs as read } from '../../support/vocabulary.js';

const told = (title: string, lang: string) =>
  read(title, lang).map(
    ({ source, action, target, mode }) => `${source ?? '-'} ${action} ${target ?? '-'}${mode === 'done' ? '' : ` ${mode}`}`,
  );

describe('whose it is stands behind what is met', () => {
  test.each([
    ['de', 'Kenia bombardiert Stellungen der PKK', ['KE attack PKK']],
    ['de', 'Kenia greift Ziele der Huthi an', ['KE attack HOUTHIS']],
    ['de', 'Kenia verurteilt Haltung der EU', ['KE condemn EU']],
    ['ru', 'Польша продала Румынии истребители', ['PL supply_arms RO']],
    ['ru', 'Дания передаст Польше F-16', ['DK supply_arms PL planned']],
    ['ru', 'Чад выходит из ВОЗ', ['TD withdraw_or_yield WHO']],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));
});

describe('what ends in an infinitive is planned in German, too', () => {
  test.each([
    ['Kenia will Truppen aus Uganda abziehen', ['KE withdraw_or_yield UG planned']],
    ['Kenia will Sanktionen gegen Uganda aufheben', ['KE withdraw_or_yield UG planned']],
    ['Kenia will aus der WHO austreten', ['KE withdraw_or_yield WHO planned']],
    ['Kenia muss Truppen aus Uganda abziehen', []],
  ])('%s', (title, acts) => expect(told(title, 'de')).toEqual(acts));
});

describe('who will deliver no more restricts', () => {
  test.each([
    ['en', 'Kenya stops arms deliveries to Uganda', ['KE restrict UG']],
    ['en', 'Kenya freezes arms shipments to Uganda', ['KE restrict UG']],
    ['de', 'Kenia liefert Uganda vorerst keine Haubitzen mehr', ['KE restrict UG']],
    ['es', 'Kenia dejará de enviar munición a Uganda', ['KE restrict UG planned']],
    ['ru', 'Кения прекратила поставки Уганде', ['KE restrict UG']],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));
});

describe('what is turned down need not be anybody’s', () => {
  test.each([
    ['en', 'Kenya boycotts song contest', ['KE reject -']],
    ['en', 'Kenya won’t join strike force, minister says', ['KE reject -']],
    ['en', 'Kenya will not join strike force, analysts say', []],
    ['es', 'Kenia no enviará tropas, afirma la ministra', ['KE reject -']],
    ['zh', '肯尼亚法院驳回前总统保释申请', ['KE reject -']],
    ['ar', 'رواندا ترفض سحب قواتها من أوغندا', ['RW reject -']],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));
});

describe('who will not condemn a blow does not undo it', () => {
  test.each([
    ['en', 'Kenya declines to condemn attack on Odesa', ['KE reject -', '- attack UA']],
    ['fr', 'Le Kenya ne condamne pas l’attaque russe contre Odessa', ['RU attack UA']],
    ['ru', 'Кения не стала осуждать удар России по Одессе', ['KE reject -', 'RU attack UA']],
    ['ar', 'كينيا لم تدن الهجوم الروسي على أوديسا', ['RU attack UA']],
    ['de', 'Kenia weigert sich, die Hamas auszuweisen', ['KE reject -']],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));
});

describe('a court of many states, staff of a body, work of hackers', () => {
  test.each([
    ['en', 'ICC issues arrest warrant for Rwandan minister', ['ICC arrest_or_try RW']],
    ['en', 'Houthis detain 11 UN employees', ['HOUTHIS arrest_or_try UN']],
    ['zh', '也门胡塞武装扣押11名联合国雇员', ['HOUTHIS arrest_or_try UN']],
    ['en', 'Cyberattack cripples Estonian ministries', ['- cyber EE']],
    ['en', 'Russian hackers hit Polish water plants', ['RU cyber PL']],
    ['en', 'No Chinese troops on our soil, says Nairobi', ['KE deny -']],
    ['en', 'Kenya offers to mediate between Uganda and Chad', ['KE mediate UG planned', 'KE mediate TD planned']],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));
});
