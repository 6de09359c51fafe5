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

describe('an officer at the end, and a service before a colon, say what they tell', () => {
  test.each([
    ['en', 'Turkish jets bombed village, Kurdish commander claims', ['TR attack - claimed']],
    ['de', 'Schwedens Geheimdienst: Iran ließ Dissidenten töten', ['SE accuse IR', 'IR attack SE claimed by SE']],
    ['en', 'Malta to charge Italian navy more', []],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));
});

describe('what one will not do is told by his no alone', () => {
  test.each([
    ['en', 'Bern will not sell shells to Kyiv', ['CH reject -']],
    ['en', 'Iran will not negotiate with US', ['IR reject -']],
    ['en', 'Slovakia will not support UN resolution', ['SK reject -']],
    ['de', 'Deutschland wird keine Raketen an die Ukraine liefern', ['DE reject -']],
    ['fr', 'Berne ne vendra pas de blindés à Ankara', ['CH reject -']],
    ['fr', "Paris n'enverra pas de soldats en Ukraine", ['FR reject -']],
    ['es', 'España no venderá armas a Israel', ['ES reject -']],
    ['ru', 'Германия не поставит Украине ракеты Taurus', ['DE reject -']],
    ['zh', '瑞士：不会向乌克兰出售弹药', ['CH reject -']],
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

describe('what somebody is accused of in the passive is claimed by who accuses', () => {
  test.each([
    ['fr', "Le Rwanda accusé par l'ONU d'armer le M23", ['UN accuse RW', 'RW supply_arms M23 claimed by UN']],
    ['es', 'Ruanda, acusado por la ONU de armar al M23', ['UN accuse RW', 'RW supply_arms M23 claimed by UN']],
    ['de', 'Ruanda von UNO beschuldigt, M23 zu bewaffnen', ['UN accuse RW', 'RW supply_arms M23 claimed']],
    ['en', 'Bahrain accused by lawyers of torturing detainees', ['- accuse BH']],
    ['ar', 'اتهام إثيوبيا بقصف مدنيين في تيغراي', []],
    ['ar', 'رواندا متهمة بتسليح حركة 23 مارس', []],
    ['en', 'Hungary under fire from EU for blocking Ukraine aid', ['- condemn HU']],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));
});

test.each([
  ['en', 'Attack foiled in Oslo, three arrested'],
  ['fr', 'Attentat déjoué à Oslo, trois arrestations'],
  ['de', 'Vereitelter Anschlag auf Synagoge in Wien'],
  ['de', 'Dänemark verhindert Anschlag auf israelische Botschaft'],
  ['es', 'Frustran un atentado contra la embajada de Israel en Lima'],
  ['ru', 'Теракт предотвращён в Осло'],
  ['zh', '丹麦挫败针对以色列使馆的袭击'],
  ['ar', 'إحباط هجوم في أوسلو'],
  ['it', 'Sventato attentato a Oslo'],
])('an attack that was foiled is none: %s %s', (lang, title) => expect(told(title, lang)).toEqual([]));

test.each([
  ['en', 'Rome accuses Albanian mafia of smuggling arms'],
  ['de', 'Rom beschuldigt albanische Mafia'],
  ['fr', 'Paris met en cause une mafia albanaise'],
  ['ru', 'Рим обвинил албанскую мафию в контрабанде'],
  ['zh', '厄瓜多尔指责墨西哥贩毒集团策划袭击'],
])('the gangs of a land are not the land: %s %s', (lang, title) => expect(told(title, lang)).toEqual([]));

describe('words that only look like a blow or a demand', () => {
  test.each([
    ['New York rail worker struck and killed by train', []],
    ['White House plays down role for US gas in Ukraine', []],
    ['Oil falls as China signals demand concerns', []],
    ['Indonesia weighs exit before ASEAN vote', ['ID withdraw_or_yield - planned']],
    ['Google preps assault on smartwatch market', []],
    ['Libya PM Zeidan dismissed in vote', []],
    ['Poland urges Germany to buy less Russian gas', ['PL demand DE']],
    ['Houthis warn of strikes if Israel attacks Iran', []],
    ['Dhow Oman impounded last week sinks', []],
    ['The yacht that Italy seized from oligarch sinks', ['IT seize_or_occupy -']],
    ["China's proposal to India rejected by Delhi", ['IN reject CN']],
    ['Serbia denies reports of a shooting at border with Kosovo', ['RS deny -']],
    ['South Korea raises alert as flu cases jump', []],
    ['US helps Chinese firm', []],
    ['Houthis down US drone', ['HOUTHIS attack US']],
  ])('%s', (title, acts) => expect(told(title, 'en')).toEqual(acts));
});

describe('states under every name, and people as people', () => {
  test.each([
    ['ru', 'Панама осудила Китай', ['PA condemn CN']],
    ['ru', 'Сьерра-Леоне осудила Китай', ['SL condemn CN']],
    ['ru', 'Босния и Герцеговина осудила Сербию', ['BA condemn RS']],
    ['de', 'Togo verurteilt China', ['TG condemn CN']],
    ['ar', 'بوروندي تدين رواندا', ['BI condemn RW']],
    ['ar', 'عمان تدين الصين', []],
    ['es', 'Chile repatría a 80 venezolanos', ['CL expel VE']],
    ['es', 'Honduras rompe con Taiwán', ['HN withdraw_or_yield TW']],
    ['fr', 'Le Gabon rapatrie ses soldats de Centrafrique', ['GA withdraw_or_yield CF']],
    ['fr', 'Bangui accuse des rebelles tchadiens d’avoir tué six soldats', []],
    ['zh', '菲律宾召见中国大使抗议撞船', ['PH demand CN']],
    ['zh', '韩国法院推翻总统弹劾令', ['KR legislate_or_rule KR']],
    ['de', 'Chile ruft Botschafter aus Tel Aviv zurück', ['CL withdraw_or_yield IL']],
    ['de', 'Türkei lässt israelisches Flugzeug nicht tanken', ['TR restrict IL']],
    ['ru', 'Литва не пустила автобус из Белоруссии', ['LT restrict BY']],
    ['en', 'Norway-UK fisheries pact signed', ['NO agree_or_sign GB', 'GB agree_or_sign NO']],
    ['en', 'M23 claims capture of Goma', ['M23 seize_or_occupy CD claimed by M23']],
    ['en', 'Malta recalls high commissioner from Dhaka', ['MT withdraw_or_yield BD']],
    ['en', 'Turkey threatens to stop grain exports to Syria', ['TR threaten SY', 'TR restrict SY threatened by TR']],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));
});

describe('what one refuses to do is denied where it is told upon whom', () => {
  test.each([
    ['en', 'Turkey refuses to sell drones to Israel', ['TR reject -']],
    ['en', 'Israel refuses to withdraw from Lebanon', ['IL reject -']],
    ['en', 'Kenya refuses to withdraw', ['KE reject -']],
    ['ru', 'В Баку опровергли поставку оружия Украине', ['AZ deny -', 'AZ supply_arms UA denied by AZ']],
    ['ru', 'В Анкаре осудили удар Израиля по Дамаску', ['TR condemn IL', 'IL attack SY']],
    ['ru', 'В Киеве осудили российского солдата', []],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));
});

describe('the other party stands behind the verb that takes it in', () => {
  test.each([
    ['ar', 'الصومال يقطع علاقاته مع إثيوبيا', ['SO withdraw_or_yield ET']],
    ['ar', 'الإمارات توقع اتفاق شراكة مع ماليزيا', ['AE agree_or_sign MY', 'MY agree_or_sign AE']],
    ['ar', 'الكويت تطرد القائم بالأعمال الإيراني', ['KW expel IR']],
    ['zh', '墨西哥拟对中国汽车加征50%关税', ['MX sanction CN planned']],
    ['de', 'Bundesregierung prüft Lieferung von Patriots an Moldau', ['DE supply_arms MD planned']],
    ['de', 'Panama weist Vorwürfe Washingtons zurück', ['PA reject US', 'US accuse PA']],
    ['fr', "Le Vanuatu attaque l'Australie en justice", ['VU accuse AU']],
    ['fr', "L'Ouganda dément avoir armé le M23", ['UG deny -', 'UG supply_arms M23 denied by UG']],
    ['de', 'Nepal protestiert in Peking gegen neue Landkarte', ['NP protest CN']],
    ['es', 'La Corte de La Haya ordena a Myanmar proteger a los rohinyás', ['ICJ demand MM']],
    ['fr', "L'armée ougandaise tue vingt rebelles en RDC", ['UG attack -']],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));
});

describe('a denial and a ruling are told whatever verb stands behind them', () => {
  test.each([
    ['fr', 'Le Tchad dément abriter des miliciens centrafricains', ['TD deny -']],
    ['ru', 'Суд ЕС обязал Румынию принять беженцев', ['EU legislate_or_rule RO']],
    ['en', 'Kenya court orders Uganda to pay Chad', []],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));
});

describe('what was read before rules beside it were made is read still', () => {
  test.each([
    ['en', "Beijing stops short of condemning Pyongyang's missile test", ['CN reject -', 'KP mobilise_or_drill -']],
    ['fr', 'Des milliers de Géorgiens dans la rue contre la loi « russe »', ['GE protest GE']],
    ['ru', 'Суд в Гааге выдал ордер на арест филиппинского экс-президента', ['ICC arrest_or_try PH']],
    ['ru', 'Путин пообещал ответить на поставки ракет Киеву', ['RU threaten -']],
    ['zh', '塞尔维亚否认向以色列出售弹药', ['RS deny -', 'RS supply_arms IL denied by RS']],
    ['en', "Kenya's High Court halts police deployment to Haiti", ['KE legislate_or_rule KE']],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));
});
