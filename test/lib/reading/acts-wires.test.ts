// English as wires write it: whom a demand, a reason or a feeling reaches, and who is no actor at all.
import { describe, expect, test } from 'vitest';
import { readActs as read } from '../../support/vocabulary.js';

const told = (title: string) =>
  read(title, 'en').map(
    ({ source, action, target, mode }) => `${source ?? '-'} ${action} ${target ?? '-'}${mode === 'done' ? '' : ` ${mode}`}`,
  );

describe('what is asked for is asked of whom it is asked, and not of whom it is about', () => {
  test.each([
    ['Khamenei calls for Iran-China resistance to bullying', ['IR demand -']],
    ['Hamas renews call for Gaza deal', ['HAMAS demand -']],
    ['Turkey urges isolation of Israel', []],
    ['Iraq calls for Israeli withdrawal', ['IQ demand IL', 'IL withdraw_or_yield - demanded']],
    ['Brazil calls for UN reform', ['BR demand UN']],
  ])('%s', (title, acts) => {
    expect(told(title)).toEqual(acts);
  });
});

describe('a preposition or a reason ends what went before', () => {
  test.each([
    ['Kim arrives in Beijing aboard armoured train', ['KP visit_or_meet CN']],
    ['Oslo expels Russian envoy, citing sabotage', ['NO expel RU']],
    ['About 2,000 troops killed in Russia deployment', []],
  ])('%s', (title, acts) => {
    expect(told(title)).toEqual(acts);
  });
});

describe('two who agree to do something agree with one another', () => {
  test.each([
    ['India, China agree to resume flights', ['IN agree_or_sign CN', 'CN agree_or_sign IN']],
    ['Trump, Xi agree to meet in April', ['US visit_or_meet CN planned']],
    ['Washington agrees to sell jets to Turkey', ['US supply_arms TR planned']],
  ])('%s', (title, acts) => {
    expect(told(title)).toEqual(acts);
  });
});

describe('a force or a land that is no actor gives its deeds to no state', () => {
  test.each([
    ['RSF kills 40 in Nyala', ['RSF attack SD']],
    ['US sanctions RSF commanders', ['US sanction RSF']],
    ['Israel recognises Somaliland', []],
    ['GCC condemns Israeli strike on Doha', ['GCC condemn IL', 'IL attack QA']],
  ])('%s', (title, acts) => {
    expect(told(title)).toEqual(acts);
  });
});

test('what is set ablaze is struck', () => {
  expect(told('Kyiv drones set Novorossiysk oil terminal ablaze')).toEqual(['UA attack RU']);
});

describe('who is angered, offered talks or ousted by vote is not acted upon', () => {
  test.each([
    ['Israeli strike outrages Turkey', ['IL attack -']],
    ['Parliament ousts speaker', []],
    ['Guinean soldiers oust president', []],
    ['Trump offers Iran talks', ['US negotiate IR planned', 'IR negotiate US planned']],
    ['Vilnius calls in Chinese charge over tweet', ['LT demand CN']],
    ['Myanmar junta jets bomb wedding', ['MM attack -']],
  ])('%s', (title, acts) => {
    expect(told(title)).toEqual(acts);
  });
});

describe('who is told of at the end of a headline, and whose airspace it was', () => {
  test.each([
    ['Cambodia shells Thai villages, army spokesman in Bangkok says', ['TH accuse KH', 'KH attack TH claimed']],
    ['Rebels shelled Goma airport, spokesman for relatives says', ['- attack CD claimed']],
    ['Estonia says Russian jets violated its airspace', ['EE accuse RU', 'RU mobilise_or_drill EE claimed']],
    ['Argentina pulls out of WHO', ['AR withdraw_or_yield WHO']],
  ])('%s', (title, acts) => {
    expect(told(title)).toEqual(acts);
  });
});

describe('whom a land strikes, tries or frees at home', () => {
  test.each([
    ['Haitian gangs torch prison', ['- attack HT']],
    ['Palestinian gunmen torch police car', []],
    ['France arrests Telegram founder', ['FR arrest_or_try -']],
    ['Germany charges three with spying for China', ['DE arrest_or_try -']],
    ['Denmark charges on over rail subsidies', []],
    ['Belarus frees opposition leader Tikhanovsky', ['BY withdraw_or_yield @opposition']],
    ['Opposition leader placed under house arrest', ['- arrest_or_try @opposition']],
    ["Peru's congress ousts president", ['PE legislate_or_rule -']],
  ])('%s', (title, acts) => {
    expect(told(title)).toEqual(acts);
  });
});

describe('what only looks like an act of arms', () => {
  test.each([
    ['Turkish Airlines cabin crew strike grounds flights', []],
    ['Starmer flies home', []],
    ['Kenyan troops fly home', ['KE withdraw_or_yield -']],
    ['Mexico blacklists cartel', []],
    ['India hits out at Trump tariffs', ['IN condemn US']],
    ['Iran condemns Putin sanctions', []],
  ])('%s', (title, acts) => {
    expect(told(title)).toEqual(acts);
  });
});

describe('who is told to do something, and what one says of oneself that is to come', () => {
  test.each([
    ['Putin tells Slovakia to block gas to Ukraine', ['RU demand SK', 'SK restrict UA demanded']],
    ['Trump tells Macron he wants wine', []],
    ['Milei says he will visit Israel', ['AR visit_or_meet IL planned']],
    ['Tunisia cracks down on dissent', ['TN coerce -']],
  ])('%s', (title, acts) => {
    expect(told(title)).toEqual(acts);
  });
});

describe('who is met by a word that stands before another noun', () => {
  test.each([
    ['Islamic State claims attack on Quetta rally', ['ISIS attack PK claimed']],
    ['Ethiopia captures three Eritrean spies', ['ET arrest_or_try -']],
    ['Georgian police use water cannon on pro-EU crowd', []],
    ['Hikers in Oman warned of flash floods', []],
    ['UK police arrest five campaigners', ['GB arrest_or_try -']],
    ['Thousands march in Lisbon', []],
    ['IMF suspends loan talks with Senegal', ['IMF withdraw_or_yield SN']],
    ['Cambodia suspends truce with Thailand', ['KH withdraw_or_yield TH']],
    ['Jakarta slashes tariffs on US wheat', ['ID withdraw_or_yield US']],
  ])('%s', (title, acts) => {
    expect(told(title)).toEqual(acts);
  });
});

describe('who only comes and goes, and who attacks with words', () => {
  test.each([
    ['Rubio leaves Doha without deal', []],
    ['US troops leave Niger', ['US withdraw_or_yield NE']],
    ["Senegal's Sonko attacks France over massacre", []],
    ['Israeli tanks enter Gaza City', ['IL seize_or_occupy PS']],
    ['Rubio enters Senate race', []],
    ['Pakistan kills 23 militants near Afghan border', ['PK attack -']],
    ['Police kill gunman in Sydney', []],
    ['Chad army kills 15 in clash near Sudan border', ['TD attack -']],
    ['India denies downing of jets by Pakistan', ['IN deny -', 'PK attack - denied']],
    ["EU slams Georgia's jailing of journalist", ['EU condemn GE', 'GE arrest_or_try -']],
  ])('%s', (title, acts) => {
    expect(told(title)).toEqual(acts);
  });
});

describe('who by his own name attacks a state at peace does so with words', () => {
  test.each([
    ['Vance attacks European free speech record', []],
    ['Vance attacks Europe', []],
    ['Trump attacks Germany', []],
    ['Trump attacks Iran', ['US attack IR']],
    ['US attacks Venezuela', ['US attack VE']],
  ])('%s', (title, acts) => {
    expect(told(title)).toEqual(acts);
  });
});

describe('who blames a blow on somebody accuses him of it', () => {
  test.each([
    ['Kyiv blames strike on Moscow', ['UA accuse RU', 'RU attack UA claimed']],
    ['US pins pipeline blast on Russia', ['US accuse RU', 'RU attack US claimed']],
    ['Sudan blames drone strike on UAE', ['SD accuse AE', 'AE attack SD claimed']],
    ['Iran blames Israel for attack on ship', ['IR accuse IL', 'IL attack IR claimed']],
    ['Poland pins hopes on Germany', []],
    ['NATO opens Arctic exercise in Norway', ['NATO mobilise_or_drill -']],
    ['US opens probe into Chinese chips', []],
  ])('%s', (title, acts) => {
    expect(told(title)).toEqual(acts);
  });
});
