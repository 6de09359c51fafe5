// French and Spanish headlines: hearsay, articles that are prepositions elsewhere, demonyms, goods, courts, chains of nouns.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readActs as read } from '../../support/vocabulary.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const told = (title: string, lang: string) =>
  read(title, lang).map(
    ({ source, action, target, mode }) => `${source ?? '-'} ${action} ${target ?? '-'}${mode === 'done' ? '' : ` ${mode}`}`,
  );

test.each([
  ['who gives up his veto refuses nothing', 'Budapest renonce à son veto sur les sanctions russes', []],
  ['a film about a land is not that land', 'Ankara interdit un festival pour un film sur le génocide arménien', ['TR restrict -']],
  ['the conditional tells hearsay', 'Damas aurait bombardé une base turque', ['SY attack TR claimed']],
  ['a state in small letters is an adjective', 'La marine argentine arraisonne un chalutier chinois', ['AR seize_or_occupy CN']],
  ['a people is written with a capital', 'Des centaines de Togolais défilent contre Faure Gnassingbé à Lomé', ['TG protest TG']],
  ['"des" behind a verb is an article', 'Le Kenya expulse des diplomates soudanais', ['KE expel SD']],
  ['arms that are bought come from who sells them', 'Athènes commande des missiles aux Israéliens', ['IL supply_arms GR']],
  ['missiles into the sea hit nobody', 'Pyongyang tire trois missiles vers la mer Jaune', ['KP mobilise_or_drill -']],
  ['missiles upon a city do', 'Moscou lance 90 missiles sur Odessa', ['RU attack UA']],
  ['what is done to an act is done to who did it', 'Le raid soudanais sur Nyala condamné par Nairobi', ['KE condemn SD']],
  ['no accord is none', 'Aucun accord entre Bakou et Erevan', []],
  ['a noun of action takes its doer and its victim', "L'assassinat par Israël d'un chef du Hamas", ['IL attack HAMAS']],
  ['who meets whom somewhere does not meet the place', 'Poutine et Trump se retrouvent à Budapest', ['RU visit_or_meet US']],
  ['a call is heard by nobody named', 'Londres appelle à la retenue', ['GB demand -']],
  ['sanctions hit nobody by force', 'Le Rwanda visé par des sanctions américaines', ['US sanction RW']],
  ['a border is closed with the neighbour', 'Le Bénin ferme sa frontière terrestre avec le Niger', ['BJ restrict NE']],
])('in French %s', (_, title, acts) => {
  expect(told(title, 'fr')).toEqual(acts);
});

test.each([
  ['the conditional tells hearsay', 'Bakú habría bombardeado una base armenia', ['AZ attack AM claimed']],
  ['a court condemns nobody but tries him', 'La Corte Suprema de Perú condena a un expresidente', ['PE arrest_or_try -']],
  ['whose the ships are tells whom it hits', 'Londres sanciona a siete buques de la flota fantasma rusa', ['GB sanction RU']],
  ['what is refused is not done', 'El Gobierno boliviano rechaza negociar con Washington', ['BO reject -']],
  ['no agreement is none', 'Seúl y Tokio, sin acuerdo sobre los aranceles', []],
])('in Spanish %s', (_, title, acts) => {
  expect(told(title, 'es')).toEqual(acts);
});

test.each([
  ['what is blocked is not done', 'fr', 'La Slovaquie bloque les sanctions européennes contre Moscou', ['SK reject EU']],
  ['who is expelled from a state is expelled by it', 'fr', 'Deux diplomates tchèques expulsés de Russie', ['RU expel CZ']],
  ['where somebody is extradited to is not who is expelled', 'es', 'Perú extradita a dos narcotraficantes a España', ['PE expel -']],
  ['money for arms is arms', 'fr', "La Suède débloque un milliard d'euros d'aide militaire pour Kiev", ['SE supply_arms UA']],
  ['some thing struck is the victim', 'fr', "Le Jnim revendique l'attaque d'un convoi militaire malien", ['AL-QAEDA attack ML claimed']],
])('%s', (_, lang, title, acts) => {
  expect(told(title, lang)).toEqual(acts);
});

test.each([
  ['who is arrested arrests nobody', 'fr', 'Deux espions chinois arrêtés à Londres', []],
  ['nor does he in Spanish', 'es', 'Tres soldados franceses detenidos en Bangui', []],
  ['the Philippines are a state', 'fr', 'Les Philippines et le Japon scellent un pacte', ['PH agree_or_sign JP', 'JP agree_or_sign PH']],
  ['a missile that is intercepted is not seized', 'fr', 'Israël intercepte un missile tiré du Yémen', []],
  ['who condemns an attack condemns not where it was', 'fr', 'Le pape condamne des frappes à Kiev', ['VA condemn -', '- attack UA']],
  ['where an embassy stands is not whom it calls', 'fr', "L'ambassade de France au Mali appelle ses ressortissants à partir", []],
  ['a consulate that is hit is of its owner', 'fr', "Le consulat d'Israël à Istanbul visé par des tirs", ['- attack IL']],
  ['a name with a verb of its own is not met', 'fr', 'Washington frappe les Houthis, Téhéran riposte', ['US attack HOUTHIS']],
  ['who speaks behind the verb is not warned', 'fr', "Le Tchad au bord de la guerre, avertit l'ONU", []],
  ['a visit put off is no ban', 'es', 'Milei suspende su viaje a España', []],
  ['hackers hack', 'es', 'Hackers rusos atacan un ministerio polaco', ['RU cyber PL']],
  ['hackers hack in French', 'fr', 'Des pirates informatiques russes visent des hôpitaux français', ['RU cyber FR']],
  ['what is ended is not done', 'es', 'Colombia deja de extraditar narcos a Estados Unidos', ['CO withdraw_or_yield -']],
  ['to come out stronger is no withdrawal', 'es', 'Milei gana las legislativas y sale reforzado', ['AR appoint_or_elect -']],
  ['the recipient is not the one sent', 'es', 'El Salvador extradita a Estados Unidos a un capo', ['SV expel -']],
  ['peace is no city', 'es', 'Putin no quiere la paz', ['RU reject -']],
  ['citizens are no party', 'es', 'La embajada rusa en Londres pide a sus ciudadanos salir', []],
  ['Mercosur signs for itself', 'es', 'La UE y Mercosur firman el acuerdo', ['EU agree_or_sign MERCOSUR', 'MERCOSUR agree_or_sign EU']],
  [
    'who hosts talks meets nobody',
    'fr',
    "L'Irak accueille des pourparlers entre la Turquie et la Syrie",
    ['TR negotiate SY', 'SY negotiate TR'],
  ],
  ['a promise not to attack is no threat', 'es', 'Turquía promete no atacar Siria', []],
  ['a drone that is shot down attacks nobody', 'fr', 'Un drone turc abattu par la Syrie', ['SY attack TR']],
  ['an embassy that is opened again is not shut', 'fr', 'La Turquie rouvre son ambassade en Syrie', ['TR support_or_recognise SY']],
  ['no accord, with "pas"', 'fr', "Pas d'accord entre la Turquie et la Syrie", []],
  ['where the dead are is not who killed them', 'es', 'Diez muertos en Siria por un ataque turco', ['TR attack -']],
  ['who beats an attack back was attacked', 'es', 'El Ejército sirio repele un ataque turco', ['TR attack SY']],
  [
    'a name with its own participle is not struck',
    'fr',
    'Cyberattaque contre la Turquie, Damas mis en cause',
    ['- cyber TR', '- accuse SY'],
  ],
  ['who receives the expelled expels nobody', 'fr', "Le Ghana accepte d'accueillir des expulsés des États-Unis", []],
  ['who meets the victims is none of them', 'es', 'El papa recibe a las víctimas de la explosión en Beirut', ['- attack LB']],
  ['whose an act is stands behind it', 'es', 'Rechaza Sheinbaum ataques de EU en Venezuela', ['MX reject US', 'US attack VE']],
  [
    'who asks somebody to do it does it not',
    'es',
    'Pide Lula a Trump retirar aranceles',
    ['BR demand US', 'US withdraw_or_yield - demanded'],
  ],
  ['the flag of a trader is not at war', 'fr', 'Mer Rouge : un vraquier grec touché par un missile', ['- attack -']],
  ['unless who struck it is told', 'es', 'Un petrolero griego atacado por los hutíes', ['HOUTHIS attack GR']],
  ['a warship is its state', 'fr', 'Une frégate française visée par un drone', ['- attack FR']],
  ['a prosecution is whose it is called', 'es', 'La Fiscalía israelí imputa a un asesor', ['IL arrest_or_try -']],
  ['senators are the Congress', 'es', 'El Senado de EE UU rechaza el plan de Brasil', ['US-CONGRESS reject BR']],
])('%s', (_, lang, title, acts) => {
  expect(told(title, lang)).toEqual(acts);
});

test.each([
  ['es', 'Polonia pide sancionar a Rusia'],
  ['es', 'Polonia exige sancionar a Rusia'],
  ['es', 'Polonia sugiere sancionar a Rusia'],
  ['fr', 'La Pologne réclame de sanctionner la Russie'],
  ['fr', 'La Pologne hésite à sanctionner la Russie'],
  ['fr', 'La Pologne suggère de sanctionner la Russie'],
])('an infinitive that is only sought is not done: %s %s', (lang, title) => {
  expect(told(title, lang)).not.toContain('PL sanction RU');
});

test.each([
  ['es', 'Polonia vuelve a sancionar a Rusia'],
  ['fr', 'La Pologne commence à sanctionner la Russie'],
])('one that begins or comes again is: %s %s', (lang, title) => {
  expect(told(title, lang)).toEqual(['PL sanction RU']);
});

test('a participle in the lexicons says that it is one, or its subject would be the doer', () => {
  const participles = { fr: /^\p{L}+(?:é|ée|és|ées)(?: à| par| en)?$/u, es: /^\p{L}+(?:ad|id)[oa]s?(?: a| por| en)?$/u };
  for (const [lang, participle] of Object.entries(participles)) {
    const rows = readFileSync(join(root, `lib/reading/lexicon/${lang}.tsv`), 'utf8')
      .split('\n')
      .map((line) => line.split('\t'));
    const verbs = rows
      .filter(([name, action]) => name === 'verb' && action !== 'visit_or_meet')
      .flatMap(([, , , terms = '']) => terms.split('|'));
    expect(verbs.filter((one) => participle.test(one))).toEqual([]);
  }
});

test('a verb written short has an ending that its language has, or all its forms are wrong', () => {
  const endings = { fr: /^(?:er|ir|re)$/, es: /^(?:ar|er|ir)$/, pt: /^(?:ar|er|ir)$/, it: /^(?:are|ire)$/ };
  for (const [lang, ending] of Object.entries(endings)) {
    const rows = readFileSync(join(root, `lib/reading/lexicon/${lang}.tsv`), 'utf8')
      .split('\n')
      .map((line) => line.split('\t'));
    const short = rows.flatMap(([, , , terms = '']) => terms.split('|')).map((term) => (term.split(' ')[0] ?? '').split('/'));
    expect(short.filter(({ length, 1: end = '' }) => length === 2 && !ending.test(end))).toEqual([]);
  }
});

test.each([
  ['a reproof that is an opinion', 'es', 'INDIA DEBERÍA SANCIONAR A VENEZUELA, OPINA EXPERTO', []],
  ['a missile that could reach', 'es', 'CHINA PRUEBA UN MISIL CAPAZ DE ALCANZAR LONDRES', ['CN mobilise_or_drill -']],
  ['a strike', 'es', 'EE UU BOMBARDEA UN BARCO VENEZOLANO EN EL CARIBE', ['US attack VE']],
  ['a strike', 'pt', 'IRÃ ATACA ISRAEL', ['IR attack IL']],
])('in capitals is read as in small letters: %s', (_, lang, title, acts) => {
  expect(told(title, lang)).toEqual(acts);
});

test.each([
  ['pt', 'Parlamento israelense rejeita lei do serviço militar', ['IL reject -']],
  ['pt', 'Trump irá sancionar o Brasil', ['US sanction BR planned']],
  ['es', 'Sin duda, Rusia ataca a Ucrania', ['RU attack UA']],
  ['de', 'Kurz vor Gipfel: Russland bombardiert Kiew', ['RU attack UA']],
])('a common word in small letters names nobody: %s %s', (lang, title, acts) => {
  expect(told(title, lang)).toEqual(acts);
});

test.each([
  ['it', 'Gli Usa hanno colpito siti nucleari iraniani, sostiene Teheran - Ansa'],
  ['es', 'EE UU atacó instalaciones nucleares de Irán, afirma Teherán - EFE'],
  ['fr', 'Washington a frappé des sites iraniens, affirme Téhéran - AFP'],
])('an outlet behind who claims it makes no fact of it: %s %s', (lang, title) => {
  expect(told(title, lang)).toEqual(['IR accuse US', 'US attack IR claimed']);
});
