// English as wires and tabloids write it: what one of its short ways says, and what only looks like an act.
import { describe, expect, test } from 'vitest';
import { readActs as read } from '../../support/vocabulary.js';

const told = (title: string) =>
  read(title, 'en').map(
    ({ source, action, target, mode }) => `${source ?? '-'} ${action} ${target ?? '-'}${mode === 'done' ? '' : ` ${mode}`}`,
  );

describe('ministers and leaders act by their surname', () => {
  test.each([
    ['Hegseth meets Pistorius in Tallinn', ['US visit_or_meet DE']],
    ['Zakharova condemns Finnish border law', ['RU condemn FI']],
    ['Kallas urges Pakistan to free prisoners', ['EU demand PK', 'PK withdraw_or_yield - demanded']],
  ])('%s', (title, acts) => {
    expect(told(title)).toEqual(acts);
  });
});

describe('what others claim of who denies it is his deed, and denied', () => {
  test.each([
    ['Rwanda denies UN claims it backs M23', ['RW deny -', 'RW support_or_recognise M23 denied']],
    ['Rwanda denies Congo claims it backs M23', ['RW deny CD', 'RW support_or_recognise M23 denied', 'CD accuse RW']],
    ['UAE denies UN claims it armed RSF', ['AE deny -', 'AE supply_arms RSF denied']],
    ['Israel denies Hamas claims it attacked convoy', ['IL deny -', 'IL attack - denied']],
    ["Rwanda denies UN experts' claims it backs M23", ['RW deny -', 'RW support_or_recognise M23 denied']],
    ['Hamas claims it attacked convoy', ['HAMAS attack - claimed']],
  ])('%s', (title, acts) => {
    expect(told(title)).toEqual(acts);
  });
});

describe('money and arms handed over are told by what is handed over', () => {
  test.each([
    ['Norway gives Moldova $200m', ['NO aid MD']],
    ['Canada sends $40m in aid to Haiti', ['CA aid HT']],
    ['Denmark donates F-16 jets to Ukraine', ['DK supply_arms UA']],
    ['Iran provides Ethiopia with drones', ['IR supply_arms ET']],
    ['Belarus ships thousands of shells to Russia', ['BY supply_arms RU']],
    ['Germany clears delivery of Patriot missiles to Poland', ['DE supply_arms PL planned']],
    ['Google gives EU $3m', []],
    ['China pays Zambia $3m', []],
  ])('%s', (title, acts) => {
    expect(told(title)).toEqual(acts);
  });
});

describe('gerunds behind a denial or a preposition are acts', () => {
  test.each([
    ['Kampala denies backing M23', ['UG deny -', 'UG support_or_recognise M23 denied']],
    ['Hanoi accuses Beijing of using water cannon on fishing boat', ['VN accuse CN', 'CN attack VN claimed']],
    ['Lebanon accuses Israel of bombing dam', ['LB accuse IL', 'IL attack LB claimed']],
    ['China backs Pakistan after Indian strikes', ['CN support_or_recognise PK']],
  ])('%s', (title, acts) => {
    expect(told(title)).toEqual(acts);
  });
});

describe('who is behind a blow did it', () => {
  test.each([
    ['Somalia says Ethiopia is behind attack', ['SO accuse ET', 'ET attack SO claimed']],
    ['Israel kills Hamas commander in strike on Beirut suburb', ['IL attack HAMAS', 'IL attack LB']],
  ])('%s', (title, acts) => {
    expect(told(title)).toEqual(acts);
  });
});

describe('crowds protest where others strike', () => {
  test.each([
    ['Protesters storm Nepal parliament', ['- protest NP']],
    ['Activists disrupt Elizabeth Warren rally in Atlanta', []],
    ['Trump rally in Ohio draws thousands', []],
  ])('%s', (title, acts) => {
    expect(told(title)).toEqual(acts);
  });
});

describe('what only looks like an act is none', () => {
  test.each([
    'Senator says she censors herself on Trump',
    'Trump supporters were asked if they got vaccinated',
    'Texas sues White House for right to deny abortions',
    "'Hit with a truck': How Iran's missiles hurt US troops",
    "Don't expect the Democrats to hit back",
    'Australian officials kill rescue dogs over virus fears',
    'Comedian jokes after Texas school shooting',
    'Unions gave money to lawmakers who voted to overturn election',
    'West Virginia government employees suspended over salute',
    'Actor Birch, world champion of fair play, dies',
  ])('%s', (title) => {
    expect(told(title)).toEqual([]);
  });
});

test('an abbreviated department is no end of a sentence', () => {
  expect(told('US Justice Dept. to prosecute arson suspects')).toEqual(['US-AGENCIES arrest_or_try - planned']);
});

test('imports from a state that are banned are its own', () => {
  expect(told('Taiwan bans food imports from Japan')).toEqual(['TW restrict JP']);
});

describe('whose blow it is stands also behind what it leaves', () => {
  test.each([
    ['Russian drone and missile strikes leave thousands without power in Ukraine', ['RU attack UA']],
    ['Russia launches 90 drones at Ukraine overnight', ['RU attack UA']],
    ['US launches missile defence shield in Poland', []],
    ['Israeli troops raid Mount Hermon villages in southern Lebanon', ['IL attack LB']],
  ])('%s', (title, acts) => {
    expect(told(title)).toEqual(acts);
  });
});

describe('Kim is the leader of the North where he meets his like', () => {
  test.each([
    ["Xi greets North Korea's Kim in Beijing", ['CN visit_or_meet KP']],
    ['Kim arrives in Moscow for talks with Putin', ['KP visit_or_meet RU']],
    ['Kim Cattrall visits Moscow', []],
    ['Actress Kim arrives in London', []],
  ])('%s', (title, acts) => {
    expect(told(title)).toEqual(acts);
  });
});

test('ties that two deepen are theirs, whatever kind they are', () => {
  expect(told('Greece deepens defence ties with India')).toEqual(['GR agree_or_sign IN', 'IN agree_or_sign GR']);
});

describe('what is done to symbols, or stopped by a court, is no act of force', () => {
  test.each([
    ['Latvia tears down Soviet monument', []],
    ['Protesters burn US flag in Karachi', ['- protest US']],
    ["US judge blocks Trump's deployment of Oregon troops to Portland", ['US legislate_or_rule US']],
    ['Cambodia nominates Trump for peace prize', ['KH support_or_recognise US']],
    ['Philippines elects new senate', ['PH appoint_or_elect -']],
  ])('%s', (title, acts) => {
    expect(told(title)).toEqual(acts);
  });
});

describe('an adverb nobody listed is none of the parties', () => {
  test.each([
    ["China 'firmly opposes' US port fees", ['CN reject US']],
    ['Trump abruptly cancels summit with Putin', ['US withdraw_or_yield RU']],
    ["Brazil's president calls US tariffs 'blackmail'", ['BR condemn US']],
  ])('%s', (title, acts) => {
    expect(told(title)).toEqual(acts);
  });
});

test('what Russia hits while Kyiv is told of is Ukrainian', () => {
  expect(told('Kyiv braces for winter as Russia hits gas fields')).toEqual(['RU attack UA']);
});

describe('who tells of a blow, or whose embassy it was upon, did not strike it', () => {
  test.each([
    ['Kyiv reports shelling by Russia', ['UA accuse RU', 'RU attack UA claimed']],
    ['Kyiv reports strikes on border', []],
    ['Turkish embassy attack kills guard', []],
    ['Hamas rejects reported plan for US takeover of Gaza', ['HAMAS reject -', 'US seize_or_occupy PS planned']],
    ['Toxic materials found in fake dolls seized across UK', []],
    ['Counterfeit toys seized in France', []],
    ['EU adopts new sanctions package against Russian tankers', ['EU sanction RU']],
    ['Germany recognises Armenian genocide', []],
  ])('%s', (title, acts) => {
    expect(told(title)).toEqual(acts);
  });
});
