// What correspondents tell in six languages in other words than the commonest: borders opened again, memberships suspended, truces taken, aid promised.
import { describe, expect, test } from 'vitest';
import { readActs as read } from '../../support/vocabulary.js';

const told = (title: string, lang: string) =>
  read(title, lang).map(
    ({ source, action, target, mode }) => `${source ?? '-'} ${action} ${target ?? '-'}${mode === 'done' ? '' : ` ${mode}`}`,
  );

describe('what is promised and does no harm is planned, and no threat', () => {
  test.each([
    ['fr', "L'Allemagne promet une aide militaire à Kiev", ['DE supply_arms UA planned']],
    ['fr', "Paris promet de l'aide à Kiev", ['FR aid UA planned']],
    ['fr', 'Paris promet de reconnaître la Palestine', ['FR support_or_recognise PS planned']],
    ['es', 'España promete ayuda militar a Kiev', ['ES supply_arms UA planned']],
    ['en', 'Germany vows aid to Kyiv', ['DE aid UA planned']],
    ['en', 'Germany vows to arm Ukraine', ['DE supply_arms UA planned']],
    ['en', 'Germany threatens to arm Ukraine', ['DE threaten UA', 'DE supply_arms UA threatened']],
    ['fr', 'Macron promet des sanctions contre Moscou', ['FR threaten RU', 'FR sanction RU threatened']],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));
});

describe('an answer to duties is no attack, and a court that is called upon is not seized', () => {
  test.each([
    ['fr', 'Pékin riposte aux droits de douane américains', []],
    ['fr', 'Le Canada riposte aux taxes américaines', []],
    ['fr', "L'Afrique du Sud saisit la CIJ contre Israël", ['ZA accuse IL']],
    ['fr', 'Le Japon dépêche des avions de chasse', ['JP mobilise_or_drill -']],
    ['es', 'Panamá niega el paso a buques chinos', ['PA restrict CN']],
    ['zh', '真主党向以色列发射火箭弹', ['HEZBOLLAH attack IL']],
    ['zh', '朝鲜向日本海发射导弹', ['KP mobilise_or_drill -']],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));
});

describe('who is shut out, and to whom it is opened again', () => {
  test.each([
    ['fr', 'Le Bénin rouvre sa frontière avec le Niger', ['BJ withdraw_or_yield NE']],
    ['es', 'Colombia reabre la frontera con Venezuela', ['CO withdraw_or_yield VE']],
    ['de', 'Türkei öffnet Grenze zu Armenien wieder', ['TR withdraw_or_yield AM']],
    ['de', 'Afrikanische Union suspendiert Mitgliedschaft von Mali', ['AU-UNION restrict ML']],
    ['de', 'Afrikanische Union setzt Mitgliedschaft Nigers aus', ['AU-UNION restrict NE']],
    ['ar', 'الاتحاد الأفريقي يعلق عضوية مدغشقر', ['AU-UNION restrict MG']],
    ['ar', 'واشنطن تجمد مساعداتها لأوكرانيا', ['US restrict UA']],
    ['ru', 'Азербайджан передал пленных Армении', ['AZ withdraw_or_yield AM']],
    ['es', 'Bolivia reanuda relaciones con Israel', ['BO agree_or_sign IL', 'IL agree_or_sign BO']],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));
});

describe('a truce that is taken, a treaty initialled, a mediator who offers himself', () => {
  test.each([
    ['fr', "L'Ukraine accepte une trêve de 30 jours", ['UA agree_or_sign -']],
    ['es', 'Hamás acepta la tregua propuesta por Egipto', ['HAMAS agree_or_sign -']],
    ['ru', 'ХАМАС согласился на перемирие', ['HAMAS agree_or_sign -']],
    ['zh', '哈马斯接受停火方案', ['HAMAS agree_or_sign -']],
    ['zh', '阿塞拜疆与亚美尼亚草签和平条约', ['AZ agree_or_sign AM', 'AM agree_or_sign AZ']],
    ['ru', 'Армения и Азербайджан парафировали мирный договор', ['AM agree_or_sign AZ', 'AZ agree_or_sign AM']],
    ['fr', 'Le Qatar se pose en médiateur entre Kinshasa et le M23', ['QA mediate CD', 'QA mediate M23']],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));
});

describe('ships held, envoys sent home, goods given', () => {
  test.each([
    ['de', 'Rumänien weist zwei russische Militärattachés aus', ['RO expel RU']],
    ['de', 'USA fangen Tanker vor Venezuela ab', ['US seize_or_occupy -']],
    ['de', 'Norwegen sagt Ukraine Milliardenhilfe zu', ['NO aid UA planned']],
    ['de', 'Litauen ruft nach Ballonvorfall Notstand aus', ['LT legislate_or_rule -']],
    ['ru', 'Эстония задержала танкер теневого флота', ['EE seize_or_occupy -']],
    ['ru', 'Греция отдала Киеву ракеты С-300', ['GR supply_arms UA']],
    ['ar', 'باكستان تسقط مسيرة هندية', ['PK attack IN']],
    ['ar', 'الأردن ينفذ إنزالا جويا لمساعدات في غزة', ['JO aid PS']],
    ['ar', 'ترامب يلغي لقاءه مع بوتين', ['US reject RU']],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));
});

describe('who suspends what does harm ends it, and does no new harm', () => {
  test.each([
    ['en', 'Beijing suspends tariffs on US', ['CN withdraw_or_yield US']],
    ['fr', 'Pékin suspend les droits de douane contre les États-Unis', ['CN withdraw_or_yield US']],
    ['es', 'Pekín suspende los aranceles a EE UU', ['CN withdraw_or_yield US']],
    ['ru', 'Пекин приостановил пошлины против США', ['CN withdraw_or_yield US']],
    ['zh', '中国暂停对美关税', ['CN withdraw_or_yield US']],
    ['zh', '以色列暂停空袭贝鲁特', ['IL withdraw_or_yield LB']],
    ['ar', 'ترامب يعلق الرسوم على المكسيك', ['US withdraw_or_yield MX']],
    ['ar', 'ترامب يرفع الرسوم على المكسيك', ['US sanction MX']],
    ['es', 'La India suspende el tratado del agua con Pakistán', ['IN withdraw_or_yield PK']],
    ['en', 'US suspends aid to Mali', ['US restrict ML']],
    ['fr', "Paris suspend l'aide au Mali", ['FR restrict ML']],
    ['ru', 'Пекин приостановил помощь Украине', ['CN restrict UA']],
    ['zh', '中国暂停对乌援助', ['CN restrict UA']],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));
});

test('the anger of a capital is no protest', () => {
  expect(
    told('La France exclut un boycott, colère de Kiev', 'fr')
      .filter(({ length }) => length > 0)
      .join(),
  ).not.toContain('protest');
});

describe('who is called something is asked for nothing', () => {
  test.each([
    ['es', 'Maduro llama a Trump "cobarde"', []],
    ['es', 'Petro llama a Maduro', []],
    ['es', 'Petro llama a la calma', ['CO demand -']],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));
});

describe('two who accuse each other, and what is put out of action', () => {
  test.each([
    ['de', 'Indien und Pakistan werfen sich Bruch der Waffenruhe vor', ['IN accuse PK', 'PK accuse IN']],
    ['fr', "Kinshasa et Kigali s'accusent de violer la trêve", ['CD accuse RW', 'RW accuse CD']],
    ['es', 'India y Pakistán se acusan de violar la tregua', ['IN accuse PK', 'PK accuse IN']],
    ['ru', 'Россия и Украина обвинили друг друга в ударах', ['RU accuse UA', 'UA accuse RU']],
    ['fr', "La France s'accuse", []],
    ['de', 'Streik legt deutschen Bahnverkehr lahm', []],
    ['de', 'Schnee legt Moskau lahm', []],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));
});
