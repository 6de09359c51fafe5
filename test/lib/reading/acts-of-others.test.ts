// Deeds near a name that its bearer has not done: claims, refusals, settlers, opposition, what comes from somewhere, what is asked of another.
import { describe, expect, test } from 'vitest';
import { readActs as read } from '../../support/vocabulary.js';

const told = (title: string, lang: string) =>
  read(title, lang).map(
    ({ source, action, target, mode, saidBy }) =>
      `${source ?? '-'} ${action} ${target ?? '-'}${mode === 'done' ? '' : ` ${mode}`}${saidBy ? ` by ${saidBy}` : ''}`,
  );

describe('what one claims to have done is claimed by him', () => {
  test.each([
    ['en', 'Israel claims it killed senior Hezbollah commander in Bekaa', ['IL attack HEZBOLLAH claimed by IL']],
    ['en', 'Israel says it killed top Hamas leader', ['IL attack HAMAS claimed by IL']],
    ['en', 'Rwanda faces claims it armed M23', []],
    ['de', 'Moskau behauptet, Kiew habe Belgorod beschossen', ['UA attack RU claimed by RU']],
    ['de', 'Teheran behauptet, Mossad-Agenten hätten Anlage in Isfahan angezündet', ['IL attack IR claimed by IR']],
    ['es', 'Israel asegura haber abatido a un jefe de la Yihad Islámica', ['IL attack ISLAMIC-JIHAD claimed by IL']],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));
});

describe('what one will not do is denied by who says no', () => {
  test.each([
    ['en', 'Bern will not sell shells to Kyiv', ['CH reject -', 'CH supply_arms UA denied by CH']],
    ['en', 'Iran will not negotiate with US', ['IR reject -', 'IR negotiate US denied by IR', 'US negotiate IR denied by IR']],
    ['en', 'Slovakia will not support UN resolution', ['SK reject -']],
    ['de', 'Deutschland wird keine Raketen an die Ukraine liefern', ['DE reject -', 'DE supply_arms UA denied by DE']],
    ['fr', 'Berne ne vendra pas de blindés à Ankara', ['CH reject -', 'CH supply_arms TR denied by CH']],
    ['fr', "Paris n'enverra pas de soldats en Ukraine", ['FR reject -']],
    ['es', 'España no venderá armas a Israel', ['ES reject -', 'ES supply_arms IL denied by ES']],
    ['ru', 'Германия не поставит Украине ракеты Taurus', ['DE reject -', 'DE supply_arms UA denied by DE']],
    ['zh', '瑞士：不会向乌克兰出售弹药', ['CH reject -', 'CH supply_arms UA denied by CH']],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));

  test.each([
    'Trump refuses to rule out strike on Venezuela',
    "Moscow won't rule out use of force",
    'Tunis stops short of calling Ankara a threat',
  ])('what is not ruled out is open: %s', (title) => expect(told(title, 'en')).toEqual([]));
});

describe('who bears the name of a state and is no arm of it', () => {
  test.each([
    ['zh', '以色列定居者袭击约旦河西岸村庄', []],
    ['ar', 'مستوطنون إسرائيليون يهاجمون قرية جنوب نابلس', []],
    ['ar', 'مستوطنون يحرقون مسجدا في الضفة', ['- attack PS']],
    ['en', 'Machado calls for strike in Venezuela', ['@opposition demand -']],
    ['fr', 'Le Pen condamne l’Allemagne', []],
    ['en', 'Tokyo Olympics chief refuses to resign', []],
    ['en', 'US sanctions Italian businessman', []],
    ['en', 'US sanctions Russian tycoon', ['US sanction RU']],
    ['en', 'Lebanese militia vows revenge on Israel', ['- threaten IL']],
    ['de', 'Irakische Miliz schwört Rache für US-Angriff', ['- threaten US', 'US attack -']],
    ['ar', 'فصيل عراقي يتوعد القوات الأميركية بالثأر', ['- threaten US']],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));
});

describe('a deed beside a name is not his', () => {
  test.each([
    ['Fake passports seized on way to Rome from Tunis', []],
    ['Weapons seized from Hezbollah in Lebanon', []],
    ['Austrian tourist killed in freak accident in Bali', []],
    ['Brasilia asks Rome to arrest, extradite fugitive', ['BR demand IT', 'IT arrest_or_try - demanded by BR']],
    ['Biden says Navalny trial a farce', []],
    ['Biden glares at Republicans blocking aid bill', []],
    ['Mayor of Paris tells police to stop arresting migrants', []],
    ['Capitol riot a dress rehearsal', []],
    ["Samoa's speaker impeached over land deal", []],
    ['Chile hotel guests found in Dallas', []],
  ])('%s', (title, acts) => expect(told(title, 'en')).toEqual(acts));

  test.each([
    ['fr', 'Rabat condamne l’incendie d’une mosquée à Bruxelles', ['MA condemn -']],
    ['ru', 'Анкара осудила сожжение Корана в Гааге', ['TR condemn -']],
    ['fr', 'Une milice promet de venger son chef tué par Israël', ['IL attack -']],
    ['ru', 'Алжир подал в суд на Мали из-за сбитого дрона', ['DZ accuse ML']],
    ['en', 'Turkish survey ship turns back from Cypriot waters', ['TR withdraw_or_yield -']],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));
});
