// Where a happening belongs: by its parties, its words, its acts; a theater of one party only with that party.
import { expect, test } from 'vitest';
import { defaultTheaters } from '../../../../lib/config/lists.js';
import { theaterOf } from '../../../../lib/reading/setting/theater.js';

const attack = (source: string | null, target: string | null) => ({
  source,
  action: 'attack' as const,
  target,
  mode: 'done' as const,
  saidBy: null,
});

test.each([
  ['china holds a military parade', [], ['CN'], [], 'ASIA_PACIFIC'],
  ['xi warns taiwan', [], ['CN', 'TW'], [], 'TAIWAN_STRAIT'],
  ['putin on longevity', [], ['RU'], [], 'EUROPE_SECURITY'],
  ['russian drones hit kyiv', [attack('RU', 'UA')], ['RU', 'UA'], ['strike'], 'UKRAINE'],
  ['israel strikes homs', [attack('IL', 'SY')], ['IL', 'SY'], ['strike'], 'MEAST_REGIONAL'],
  ['raketen auf belgorod', [], ['RU'], ['strike'], 'UKRAINE'],
  ['hanoi ships drones to moscow', [{ ...attack('VN', 'RU'), action: 'supply_arms' as const }], ['VN', 'RU'], [], 'UKRAINE'],
  ['strike on rafah', [attack('IL', null)], ['IL'], ['strike'], 'GAZA'],
  ['us tariffs on china', [], ['US', 'CN'], ['tariffs'], 'CHINA_TRADE'],
  ['nobody anywhere', [], [], [], 'GLOBAL'],
])('%s', (title, acts, actors, mechanisms, theater) => {
  expect(theaterOf({ title, acts, actors, mechanisms }, defaultTheaters)).toBe(theater);
});

const act = (
  source: string | null,
  action: 'sanction' | 'reject' | 'negotiate' | 'visit_or_meet' | 'seize_or_occupy',
  target: string | null,
) => ({
  ...{ source, action, target, mode: 'done' as const, saidBy: null },
});

test.each([
  ['russia and china caught on a hot mic', [], 'ASIA_PACIFIC'],
  ['russia, china sign gas deal', [{ ...attack('RU', 'CN'), action: 'agree_or_sign' as const }], 'ASIA_PACIFIC'],
  ['xi visits russia', [{ ...attack('CN', 'RU'), action: 'visit_or_meet' as const }], 'EUROPE_SECURITY'],
])('what Russia and China have with each other alone is of Asia: %s', (title, acts, theater) => {
  expect(theaterOf({ title, acts, actors: ['RU', 'CN'], mechanisms: [] }, defaultTheaters)).toBe(theater);
});

test.each([
  ['opec+ defies washington and holds line on supply', [act('OPEC', 'reject', 'US')], ['OPEC', 'US'], ['policy']],
  ['canada hits back at us aluminum tariffs with levies', [act('CA', 'sanction', 'US')], ['CA', 'US'], ['tariffs', 'policy']],
])('what another state does to the United States is not at home there: %s', (title, acts, actors, mechanisms) => {
  expect(theaterOf({ title, acts, actors, mechanisms }, defaultTheaters)).not.toBe('US_DOMESTIC');
});

test.each([
  ['macron hosts xi in paris', act('FR', 'visit_or_meet', 'CN'), ['FR', 'CN'], 'EUROPE_SECURITY'],
  ['china’s xi hosts putin', act('CN', 'visit_or_meet', 'RU'), ['CN', 'RU'], 'ASIA_PACIFIC'],
  ['modi visits japan', act('IN', 'visit_or_meet', 'JP'), ['IN', 'JP'], 'ASIA_PACIFIC'],
  ['iran impounds marshall islands-flagged tanker', act('IR', 'seize_or_occupy', 'MH'), ['IR', 'MH'], 'MEAST_REGIONAL'],
])('guests are met where the host is, and a flag says not where a ship is: %s', (title, told, actors, theater) => {
  expect(theaterOf({ title, acts: [told], actors, mechanisms: [] }, defaultTheaters)).toBe(theater);
});

test('who rejects or denies a charge was met by it', () => {
  const told = { title: 'rwanda rejects belgian charge that it arms m23', actors: ['RW', 'BE', 'M23'], mechanisms: [] };
  expect(theaterOf({ ...told, acts: [act('RW', 'reject', 'BE')] }, defaultTheaters)).toBe('AFRICA_SECURITY');
  const denied = { title: 'mali denies french account of mass grave', actors: ['ML', 'FR'], mechanisms: [] };
  expect(theaterOf({ ...denied, acts: [{ ...act('ML', 'reject', 'FR'), action: 'deny' }] }, defaultTheaters)).toBe('AFRICA_SECURITY');
});

test('great powers are met where one of them is at home, others bring their own matters', () => {
  const told = (actors: string[], hosts: string[]) => ({ title: 'leaders at summit', acts: [], actors, hosts, mechanisms: ['summit'] });
  expect(theaterOf(told(['CN', 'RU'], ['CN']), defaultTheaters)).toBe('ASIA_PACIFIC');
  expect(theaterOf(told(['CN', 'RU'], ['RU']), defaultTheaters)).toBe('EUROPE_SECURITY');
  expect(theaterOf(told(['LB', 'FR'], ['FR']), defaultTheaters)).toBe('MEAST_REGIONAL');
});

test('what the United States do at home is', () => {
  expect(
    theaterOf({ title: 'congress passes budget', acts: [], actors: ['US-CONGRESS'], mechanisms: ['legislation'] }, defaultTheaters),
  ).toBe('US_DOMESTIC');
});

test('a measure of trade against China is of trade, whatever word the gate found', () => {
  const told = {
    title: 'us raises port fees on chinese-built ships',
    acts: [act('US', 'sanction', 'CN')],
    actors: ['US', 'CN'],
    mechanisms: [],
  };
  expect(theaterOf(told, defaultTheaters)).toBe('CHINA_TRADE');
  const words = new Map([['Sanctions/Economy', 2.2]]);
  expect(
    theaterOf(
      { title: 'usa verteuern hafengebühren für schiffe aus china', acts: [], actors: ['US', 'CN'], mechanisms: [], words },
      defaultTheaters,
    ),
  ).toBe('CHINA_TRADE');
});

test('talks that Iran hosts of others are not of its nuclear programme', () => {
  const told = (...actors: string[]) => ({ title: 'peace talks', acts: [], actors, mechanisms: ['peace-process'] });
  expect(theaterOf(told('IR', 'AF'), defaultTheaters)).not.toBe('IRAN_NUCLEAR');
  expect(theaterOf(told('IR', 'US'), defaultTheaters)).toBe('IRAN_NUCLEAR');
});

test('a town that is named speaks for where it lies', () => {
  const told = { title: 'three hurt in knife attack in lyon', acts: [], actors: [], places: ['FR'], mechanisms: [] };
  expect(theaterOf(told, defaultTheaters)).toBe('EUROPE_SECURITY');
});

test('who is thrown out is met where he is thrown out of', () => {
  const expel = { source: 'NE', action: 'expel' as const, target: 'DE', mode: 'done' as const, saidBy: null };
  expect(theaterOf({ title: '德国大使遭尼日尔驱逐', acts: [expel], actors: ['DE', 'NE'], mechanisms: [] }, defaultTheaters)).toBe(
    'AFRICA_SECURITY',
  );
});

test.each([
  ['un buque atacado en el mar rojo', 'MEAST_REGIONAL'],
  ['红海航运受阻', 'MEAST_REGIONAL'],
  ['انفجار في غزة', 'GAZA'],
  ['سفن في بحر الصين الجنوبي', 'ASIA_PACIFIC'],
  ['格陵兰举行选举', 'ARCTIC'],
  ['une mine d’uranium au sud du pays', 'GLOBAL'],
])('a region that is named: %s', (title, theater) => {
  expect(theaterOf({ title, acts: [], actors: [], mechanisms: [] }, defaultTheaters)).toBe(theater);
});

test('a town where others only talk is a venue', () => {
  const told = { title: 'talks to end sudan war collapse in geneva', acts: [], actors: ['SD', 'CH'], places: ['CH'] };
  expect(theaterOf({ ...told, mechanisms: ['peace-process'] }, defaultTheaters)).toBe('AFRICA_SECURITY');
});

test.each([
  ['GW', 'AFRICA_SECURITY'],
  ['HR', 'EUROPE_SECURITY'],
  ['JM', 'LATAM_REGIONAL'],
  ['FJ', 'ASIA_PACIFIC'],
])('no state of a region is left out: %s', (state, theater) => {
  expect(theaterOf({ title: '', acts: [], actors: [state], mechanisms: [] }, defaultTheaters)).toBe(theater);
});

test('an agency of a state that is everywhere gives way to who is at home', () => {
  const told = { title: 'manila and its coast guard', acts: [], actors: ['PH', 'US-AGENCIES'], mechanisms: [] };
  expect(theaterOf(told, defaultTheaters)).toBe('ASIA_PACIFIC');
});

test.each([
  ['a crime upon a foreigner belongs where it happens', 'ukrainian refugee murdered in germany', ['UA', 'DE'], 'EUROPE_SECURITY'],
  ['who stands before the judges in the hague is at home elsewhere', 'myanmar accused at the hague', ['MM', 'NL'], 'ASIA_PACIFIC'],
  ['an island of the Pacific is of the Pacific', 'kiribati opens embassy', ['KI'], 'ASIA_PACIFIC'],
  ['the Gulf’s council is of the Middle East', 'gcc leaders gather', ['GCC'], 'MEAST_REGIONAL'],
  ['a part of the world is named by words', 'eu bets on latin america', ['EU'], 'LATAM_REGIONAL'],
])('%s', (_, title, actors, theater) => {
  const words = new Map([['Legal/ICC', 2.2]]);
  expect(theaterOf({ title, acts: [], actors, mechanisms: [], words }, defaultTheaters)).toBe(theater);
});

test('a crime in a war is of the war', () => {
  const words = new Map([['Legal/ICC', 2.2]]);
  const told = { title: 'war crimes of russia in ukraine', acts: [], actors: ['UA', 'RU'], mechanisms: ['war'], words };
  expect(theaterOf(told, defaultTheaters)).toBe('UKRAINE');
});

test('of climate activists who are attacked only a word is of the climate', () => {
  const told = { title: 'attack on climate activists in pakistan', acts: [], actors: ['PK'], mechanisms: ['attack'] };
  expect(theaterOf(told, defaultTheaters)).toBe('SOUTH_ASIA');
  expect(theaterOf({ ...told, title: 'climate talks in pakistan', mechanisms: ['climate'] }, defaultTheaters)).toBe('CLIMATE_GLOBAL');
});
