// What a land's own people, chambers and courts do, and what two have between them with nobody named as doing it.
import { describe, expect, test } from 'vitest';
import { readActs as read } from '../../support/vocabulary.js';

const told = (title: string, lang: string) =>
  read(title, lang).map(
    ({ source, action, target, mode }) => `${source ?? '-'} ${action} ${target ?? '-'}${mode === 'done' ? '' : ` ${mode}`}`,
  );

describe('a pact or talks between two, with nobody named as making them', () => {
  test.each([
    ['en', 'Maritime accord signed between Athens and Cairo', ['GR agree_or_sign EG', 'EG agree_or_sign GR']],
    ['en', 'Truce agreed between Sudan army and RSF', ['SD agree_or_sign RSF', 'RSF agree_or_sign SD']],
    ['de', 'Abkommen zwischen Ankara und Tiflis unterzeichnet', ['TR agree_or_sign GE', 'GE agree_or_sign TR']],
    ['fr', 'Le traité entre Lima et Quito entre en vigueur', ['PE agree_or_sign EC', 'EC agree_or_sign PE']],
    ['es', 'Alcanzada una tregua entre Kigali y Kinsasa', ['RW agree_or_sign CD', 'CD agree_or_sign RW']],
    ['ru', 'Между Ереваном и Баку достигнуто перемирие', ['AM agree_or_sign AZ', 'AZ agree_or_sign AM']],
    ['zh', '秘鲁与智利渔业协定正式生效', ['PE agree_or_sign CL', 'CL agree_or_sign PE']],
    ['ar', 'اتفاق بين أثينا والقاهرة يدخل حيز التنفيذ', ['GR agree_or_sign EG', 'EG agree_or_sign GR']],
    ['en', 'No truce agreed between Athens and Cairo', []],
    ['en', 'Truce may be reached between Athens and Cairo', []],
    ['en', 'Accord between Athens and Cairo suspended', []],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));
});

describe('who mediates is named in front', () => {
  test.each([
    ['fr', "Sous l'égide du Kenya, Juba et Khartoum signent un accord", ['KE mediate SS', 'SS agree_or_sign SD', 'SD agree_or_sign SS']],
    ['es', 'Con mediación de Brasil, Lima y Quito firman una tregua', ['BR mediate PE', 'PE agree_or_sign EC', 'EC agree_or_sign PE']],
    ['ar', 'بوساطة كينية.. جوبا والخرطوم توقعان اتفاقا', ['KE mediate SS', 'SS agree_or_sign SD', 'SD agree_or_sign SS']],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));
});

describe('a people, its chambers and its courts', () => {
  test.each([
    ['en', 'Peruvians elect new president', ['PE appoint_or_elect -']],
    ['fr', 'Les Kényans élisent leur président', ['KE appoint_or_elect -']],
    ['en', "Ghana's new president sworn in", ['GH appoint_or_elect -']],
    ['zh', '加纳新总统宣誓就职', ['GH appoint_or_elect -']],
    ['en', 'Trial of former Chadian premier opens in Ndjamena', ['TD arrest_or_try -']],
    ['en', 'Peruvian painter elected head of jury in Venice', []],
    ['en', 'Norwegian parliament bans deep-sea mining', ['NO legislate_or_rule -']],
    ['ru', 'Парламент Норвегии запретил добычу на шельфе', ['NO legislate_or_rule -']],
    ['en', 'Norwegian parliament bans Russian fish', ['NO restrict RU']],
    ['en', 'Eritrean exiles rally in Geneva', ['ER protest ER']],
    ['en', 'Thousands march in Lima against pension law', ['PE protest PE']],
    ['en', 'Thousands march for peace in Vienna', []],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));
});

describe('a reproach that is turned down was made by whoever is named with it', () => {
  test.each([
    ['en', 'Chad denies Sudanese accusations of arming rebels', ['TD deny SD', 'TD supply_arms - denied', 'SD accuse TD']],
    ['fr', "Kigali dément l'accusation congolaise d'expulsions", ['RW deny CD', 'RW expel - denied', 'CD accuse RW']],
    ['de', 'Quito weist peruanischen Vorwurf zurück', ['EC reject PE', 'PE accuse EC']],
    ['en', 'Iran rejects Israel claims', ['IR reject IL']],
    ['de', 'Friedensplan von Minsk abgelehnt', ['BY reject -']],
    ['de', 'Angriff auf Kirche von Kairo verurteilt', ['EG condemn -']],
    ['de', 'Mann nach Angriff von Paris verurteilt', []],
    ['en', 'Serbia refuses to back EU sanctions on Belarus', ['RS reject -']],
    ['ar', 'صربيا ترفض دعم عقوبات أوروبية على بيلاروسيا', ['RS reject -']],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));
});

describe('who is struck for himself, set free or called home', () => {
  test.each([
    ['fr', "L'armée tchadienne tue vingt djihadistes", ['TD attack -']],
    ['de', 'Rumänien schießt Drohne ab', ['RO attack -']],
    ['es', 'Rumanía derriba un dron', ['RO attack -']],
    ['de', 'Mali lässt drei Inder frei', ['ML withdraw_or_yield IN']],
    ['ru', 'Мали освободила трёх индийцев', ['ML withdraw_or_yield IN']],
    ['it', 'Il Kenya libera un detenuto ugandese', ['KE withdraw_or_yield -']],
    ['en', 'Peru pulls its envoy out of Quito', ['PE withdraw_or_yield EC']],
    ['ar', 'كينيا تستدعي سفيرها لدى أوغندا', ['KE withdraw_or_yield UG']],
    ['en', 'Kramatorsk under fire for second night', ['- attack UA']],
    ['ru', 'Порт Измаила подвергся ракетному удару', ['- attack UA']],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));
});

describe("what another does in one's air, waters and networks, and at one's border", () => {
  test.each([
    ['en', 'Oslo: Russian trawlers entered our waters twice', ['NO accuse RU', 'RU mobilise_or_drill NO claimed']],
    ['de', 'Tallinn: Russischer Hubschrauber verletzte estnischen Luftraum', ['EE accuse RU', 'RU mobilise_or_drill EE claimed']],
    ['fr', 'Athènes : un drone turc a violé notre espace aérien', ['GR accuse TR', 'TR mobilise_or_drill GR claimed']],
    ['ru', 'Афины: турецкий дрон нарушил воздушное пространство Греции', ['GR accuse TR', 'TR mobilise_or_drill GR claimed']],
    ['ar', 'أثينا: زوارق تركية دخلت مياهنا', ['GR accuse TR', 'TR mobilise_or_drill GR claimed']],
    ['zh', '柬埔寨：泰国越境开火', ['KH accuse TH', 'TH attack KH claimed']],
    ['en', 'Reykjavik: Chinese tourists entered waters of Blue Lagoon', []],
    ['en', 'Oslo: Russian trawlers may have entered our waters', []],
    ['fr', 'Des pirates chinois paralysent le Parlement péruvien', ['CN cyber PE']],
    ['es', 'Piratas chinos hackean el Parlamento peruano', ['CN cyber PE']],
    ['ar', 'قراصنة صينيون يخترقون موقع البرلمان النرويجي', ['CN cyber NO']],
    ['es', 'Perú cierra su último paso fronterizo con Ecuador', ['PE restrict EC']],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));
});

describe('envoys called home, crackdowns, chambers abroad, parties that win', () => {
  test.each([
    ['es', 'Retirado el embajador de Perú en Quito', ['PE withdraw_or_yield EC']],
    ['ru', 'Посол Кении в Уганде отозван', ['KE withdraw_or_yield UG']],
    ['en', 'EU condemns crackdown on students in Baku', ['EU condemn AZ', 'AZ coerce -']],
    ['ru', 'ЕС осудил разгон митинга в Ереване', ['EU condemn AM', 'AM coerce -']],
    ['en', 'Congress in Lima approves pension reform', ['PE legislate_or_rule -']],
    ['en', "Ghana's right wins runoff", ['GH appoint_or_elect -']],
    ['es', 'La izquierda chilena gana la segunda vuelta', ['CL appoint_or_elect -']],
    ['en', 'Kenya releases 14 prisoners', ['KE withdraw_or_yield -']],
    ['en', 'Kenya releases report on media', []],
    ['fr', 'Quito et Lima renouent le dialogue', ['EC negotiate PE', 'PE negotiate EC']],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));
});
