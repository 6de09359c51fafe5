// Who tells it, and what he thereby does: services and bodies before a colon, a capital or a body behind, and whoever says that there is no such thing.
import { describe, expect, test } from 'vitest';
import { readActs as read } from '../../support/vocabulary.js';

const told = (title: string, lang: string) =>
  read(title, lang).map(
    ({ source, action, target, mode, saidBy }) =>
      `${source ?? '-'} ${action} ${target ?? '-'}${mode === 'done' ? '' : ` ${mode}`}${saidBy ? ` by ${saidBy}` : ''}`,
  );

describe('whoever is named behind a blow upon himself accuses who struck it', () => {
  test.each([
    ['en', 'Turkish drones hit Sinjar clinic, says Baghdad', ['IQ accuse TR', 'TR attack IQ claimed by IQ']],
    ['en', 'Taiwan coastguard boat rammed by Chinese trawler, Taipei says', ['TW accuse CN', 'CN attack TW claimed by TW']],
    ['en', 'China hacked Czech ministry: Prague', ['CZ accuse CN', 'CN cyber CZ claimed by CZ']],
    ['en', 'North Korea fires missiles into sea, Seoul says', ['KP mobilise_or_drill - claimed by KR']],
    ['en', 'Journalist shot in Gaza by Israeli sniper: International Federation of Journalists', ['IL attack PS claimed']],
    ['es', 'Buque ruso invadió aguas portuguesas, según Lisboa', ['PT accuse RU', 'RU seize_or_occupy PT claimed by PT']],
    ['ru', 'Израиль убил двух ливанских солдат, сообщили в Бейруте', ['LB accuse IL', 'IL attack LB claimed by LB']],
    ['ru', 'Китай взломал почту министров — разведка Чехии', ['CZ accuse CN', 'CN cyber - claimed by CZ']],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));
});

describe('what a service or a land at sea tells of another is a reproach', () => {
  test.each([
    ['Dutch spies: Iran paid gang to kill exiles', ['NL accuse IR']],
    ['Swiss intelligence: Russia hired hackers to steal Davos files', ['CH accuse RU']],
    ['Malta: Italian trawler rammed patrol boat', ['MT accuse IT', 'IT attack MT claimed by MT']],
    ['Kyiv: Russian missile hit maternity ward', ['UA accuse RU', 'RU attack UA claimed by UA']],
    ['Seoul says Pyongyang jammed GPS signals near border', ['KP cyber - claimed by KR']],
    ['Ukraine: Russian missiles hit Kharkiv', ['RU attack UA']],
  ])('%s', (title, acts) => expect(told(title, 'en')).toEqual(acts));
});

describe('whoever says that there is no such thing refuses or denies it', () => {
  test.each([
    ['en', 'No plan to send troops to Gaza, Azerbaijan says', ['AZ deny -']],
    ['en', 'No talks with M23, says Kinshasa', ['CD reject -']],
    ['en', 'No casualties in base strike, US says', []],
    ['en', 'No evidence of attack from Belarus, says Lithuania', ['LT deny -', 'BY attack LT denied by LT']],
    ['de', 'Keine Truppen nach Gaza, sagt Rom', ['IT reject -']],
    ['fr', "Pas question d'envoyer des soldats en Haïti, tranche Ottawa", ['CA reject -']],
    ['es', 'Ni un soldado para Haití, responde Buenos Aires', ['AR reject -']],
    ['ru', 'Нет планов поставлять ракеты Киеву, заявил Мерц', ['DE deny -', 'DE supply_arms UA denied by DE']],
    ['zh', '不会向以色列出售武器 西班牙首相表示', ['ES reject -']],
    ['ar', 'لا تطبيع قبل قيام دولة فلسطينية.. الرياض تؤكد', ['SA reject -']],
    ['fr', 'Aucun accord entre Pékin et Washington sur les terres rares', []],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));
});

test('what one is tried for he did himself, and not the state that tries him', () => {
  expect(told('España procesa a un empresario por vender fusiles a Sudán del Sur', 'es')).toEqual(['ES arrest_or_try -']);
});

describe('a refusal is told by its verb with the no before it', () => {
  test.each([
    ['en', 'Serbia will not impose sanctions on Russia, says Vucic', /^will not impose/],
    ['es', 'Petro no condenará a Maduro', /^no condenará/],
    ['fr', "Le Kenya ne livrera pas d'armes à l'Ouganda", /^ne livrera/],
    ['ru', 'Сербия не введёт санкции против России', /^не введёт/],
    ['en', 'Kenya rejects Ugandan offer', /^rejects/],
  ])('%s: %s', (lang, title, words) => {
    const refusal = read(title, lang).find(({ action }) => action === 'reject');
    expect(title.slice(refusal?.start, refusal?.end)).toMatch(words);
  });
});

describe('who is convicted, wanted or no longer sent home', () => {
  test.each([
    ['de', 'Weltstrafgericht verurteilt Ex-Milizchef aus Kongo', ['ICC arrest_or_try -']],
    ['en', 'Ex-minister wanted in Gambia for torture is arrested in Switzerland', ['CH arrest_or_try -']],
    ['zh', '德国暂停遣返阿富汗移民', []],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));
});
