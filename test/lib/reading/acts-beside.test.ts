// What stands beside an act: pressure in front of it, ships off a coast, a day to come, goods that are sold, and headlines that are one noun.
import { describe, expect, test } from 'vitest';
import { readActs as read } from '../../support/vocabulary.js';

const told = (title: string, lang: string) =>
  read(title, lang).map(
    ({ source, action, target, mode }) => `${source ?? '-'} ${action} ${target ?? '-'}${mode === 'done' ? '' : ` ${mode}`}`,
  );

describe('who presses coerces who then acts', () => {
  test.each([
    ['en', 'Under US pressure, Iraq halts Iranian gas imports', ['US coerce IQ', 'IQ restrict IR']],
    ['fr', 'Sous la pression de Riyad, Khartoum accepte de négocier', ['SA coerce SD', 'SD agree_or_sign -']],
    ['ru', 'Под нажимом США Греция отдала Киеву ракеты', ['US coerce GR', 'GR supply_arms UA']],
    ['zh', '在美国压力下 希腊向乌克兰移交导弹', ['US coerce GR', 'GR supply_arms UA']],
    ['en', 'Iraq halts gas imports from Iran as pressure mounts on US', ['IQ restrict IR']],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));
});

describe('what is sent, sold and to come', () => {
  test.each([
    ['ar', 'واشنطن ترسل مدمرة إلى سواحل فنزويلا', ['US mobilise_or_drill -']],
    ['zh', '韩国总统下周访问日本', ['KR visit_or_meet JP planned']],
    ['en', 'Iran sells oil to China', ['IR trade_deal CN', 'CN trade_deal IR']],
    ['ru', 'Иран продал нефть Китаю', ['IR trade_deal CN', 'CN trade_deal IR']],
    ['fr', "Trump menace l'Espagne d'un embargo", ['US threaten ES', 'US sanction ES threatened']],
    ['fr', 'Une attaque au couteau à Marseille fait trois blessés', []],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));
});

describe('a headline that is one noun says who rejects, condemns or supports', () => {
  test.each([
    ['es', 'Apoyo de Chile a Palestina', ['CL support_or_recognise PS']],
    ['es', 'Condena de Uruguay al bombardeo de un hospital en Darfur', ['UY condemn -', '- attack SD']],
    ['es', 'Rechazo de la Unión Africana al golpe militar en Madagascar', ['AU-UNION reject -']],
    ['en', 'Zambia complains to Kinshasa about army raid on border market', ['ZM condemn CD']],
    ['en', 'Greece protests over Turkish overflight', ['GR protest TR', 'TR mobilise_or_drill -']],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));
});
