// Lies that stand close by a headline: a sibling of the thing, the contrary, what a short word begins.
import { expect, test } from 'vitest';
import { checkClaims } from '../../support/evidence.js';

function refused(lang: string, title: string, sentence: string): string | null {
  const sources = [{ id: '1', text: title, outlets: ['Meridian Wire'], lang }];
  return checkClaims([{ field: 'summary', text: sentence, cites: ['1'] }], sources)[0]?.reason ?? null;
}

/** The language, a headline, what it bears, and what it does not. */
type Case = readonly [lang: string, title: string, truth: string, lie: string];

const cases: Record<string, readonly Case[]> = {
  'a sibling of the thing': [
    [
      'en',
      'Rebels kill two aid workers in Darfur',
      'Two aid workers were killed by rebels in Darfur.',
      'Two journalists were killed by rebels in Darfur.',
    ],
    [
      'en',
      'Navy seizes boat with weapons off Yemen',
      'A boat carrying arms was seized by the navy off Yemen.',
      'A boat carrying migrants was seized by the navy off Yemen.',
    ],
    [
      'de',
      'Zwei Sanitäter bei Angriff in Charkiw getötet',
      'Two paramedics were killed in an attack in Kharkiv.',
      'Two soldiers were killed in an attack in Kharkiv.',
    ],
    ['de', 'Iran hält zwei Tanker fest', 'Iran is holding two tankers.', 'Iran is holding two ferries.'],
    ['fr', 'Une frappe détruit un hôpital à Gaza', 'A strike destroyed a hospital in Gaza.', 'A strike destroyed a school in Gaza.'],
    [
      'fr',
      'Le Bénin commande vingt blindés à la Turquie',
      'Benin has ordered twenty armoured vehicles from Turkey.',
      'Benin has ordered twenty helicopters from Turkey.',
    ],
    [
      'es',
      'Secuestran a tres ingenieros en Nigeria',
      'Three engineers were kidnapped in Nigeria.',
      'Three teachers were kidnapped in Nigeria.',
    ],
    [
      'es',
      'Ecuador incauta un submarino cargado de cocaína',
      'Ecuador seized a submarine laden with cocaine.',
      'Ecuador seized a plane laden with cocaine.',
    ],
    ['ru', 'В Сирии похищены трое врачей', 'Three doctors have been abducted in Syria.', 'Three nuns have been abducted in Syria.'],
    ['ru', 'Польша передаст Украине гаубицы', 'Poland will give howitzers to Ukraine.', 'Poland will give mortars to Ukraine.'],
    ['zh', '缅甸军方释放多名教师', "Myanmar's military has released several teachers.", "Myanmar's military has released several monks."],
    ['zh', '海盗劫持一艘渔船', 'Pirates have hijacked a fishing boat.', 'Pirates have hijacked a tanker.'],
    [
      'ar',
      'مقتل صحفيين في غارة على صنعاء',
      'Journalists were killed in an air raid on Sanaa.',
      'Doctors were killed in an air raid on Sanaa.',
    ],
    ['ar', 'تركيا تزود الصومال بمروحيات', 'Turkey is supplying Somalia with helicopters.', 'Turkey is supplying Somalia with tanks.'],
  ],
  'the contrary': [
    [
      'en',
      'Reservoirs overflow in southern Turkey',
      'Reservoirs in southern Turkey are overflowing.',
      'Reservoirs in southern Turkey have dried up.',
    ],
    ['en', 'Sudan army recaptures El Obeid', "Sudan's army has recaptured El Obeid.", "Sudan's army has abandoned El Obeid."],
    ['en', 'Egypt refuses passage to aid flotilla', 'Egypt refuses to let an aid flotilla through.', 'Egypt has let an aid flotilla pass.'],
    ['de', 'Ungarn verweigert Schiff die Durchfahrt', 'Hungary denies passage to a ship.', 'Hungary lets a ship pass.'],
    ['de', 'Serbiens Wirtschaft schrumpft', "Serbia's economy is shrinking.", "Serbia's economy is growing."],
    ['de', 'Staudämme in Marokko sind übervoll', 'Dams in Morocco are full to overflowing.', 'Dams in Morocco have run dry.'],
    [
      'fr',
      "L'entrée en vigueur de la taxe reportée au Ghana",
      'The entry into force of the tax has been postponed in Ghana.',
      'The tax has come into force in Ghana.',
    ],
    ['fr', 'Le Liban recrute 4 000 soldats', 'Lebanon is recruiting 4,000 soldiers.', 'Lebanon is laying off 4,000 soldiers.'],
    ['es', 'Bolivia legaliza la venta de coca', 'Bolivia has legalised the sale of coca.', 'Bolivia has outlawed the sale of coca.'],
    ['es', 'La huelga paraliza los puertos de Chile', "A strike has paralysed Chile's ports.", "Chile's ports are working normally."],
    ['ru', 'Сербия ужесточила правила въезда', 'Serbia has tightened entry rules.', 'Serbia has relaxed entry rules.'],
    [
      'ru',
      'Грузия обвинила посла в шпионаже',
      'Georgia has accused an ambassador of spying.',
      'Georgia has cleared an ambassador of spying.',
    ],
    ['zh', '韩国股市暴跌', 'South Korean stocks have plunged.', 'South Korean stocks have soared.'],
    ['zh', '印尼扩大镍矿出口', 'Indonesia is expanding exports of nickel ore.', 'Indonesia is curbing exports of nickel ore.'],
    ['ar', 'السودان يستأنف الرحلات الجوية', 'Sudan has resumed flights.', 'Sudan has grounded flights.'],
    ['ar', 'المغرب يخفض أسعار الوقود', 'Morocco is cutting fuel prices.', 'Morocco is putting up fuel prices.'],
    [
      'ar',
      'محكمة مصرية تبطل انتخابات النقابة',
      'An Egyptian court has annulled a union election.',
      'An Egyptian court has upheld a union election.',
    ],
    ['zh', '海警拦截偷渡船', 'The coastguard has intercepted a boat of migrants.', 'The coastguard has intercepted a tanker of migrants.'],
  ],
};

for (const [lie, rows] of Object.entries(cases))
  test.each(rows)(`${lie}, %s: "%s"`, (lang, title, borne, notBorne) => {
    expect(refused(lang, title, borne)).toBeNull();
    expect(refused(lang, title, notBorne)).not.toBeNull();
  });

test.each([
  [
    'fr',
    "Paris décrète l'arrêt des livraisons d'armes",
    'Paris has ordered a stop to arms deliveries.',
    'Paris has ordered an arrest over arms deliveries.',
  ],
  [
    'fr',
    "La Cour suprême rend un arrêt sur l'asile",
    'The supreme court has given a ruling on asylum.',
    'The supreme court has ordered an arrest over asylum.',
  ],
  ['ar', 'الرئيس الفرنسي يزور الجزائر', 'The French president is visiting Algeria.', 'The French president has fled to Algeria.'],
  ['ar', 'فرق الإنقاذ تصل إلى درنة', 'Rescue teams have arrived in Derna.', 'Rescue teams have fled to Derna.'],
])('a short word is no beginning of another, %s: "%s"', (lang, title, borne, notBorne) => {
  expect(refused(lang, title, borne)).toBeNull();
  expect(refused(lang, title, notBorne)).not.toBeNull();
});
