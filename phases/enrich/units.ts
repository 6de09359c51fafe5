// What can be counted in a headline, in six languages. Data for magnitudes.ts; a `*` stands for any ending of the word. Guards
// that a unit has one English name, whatever language the headline counts in.

interface Unit {
  unit: string;
  /** What is counted, in one English word. */
  what: string;
  /** Words that follow the number, separated by spaces; `_` stands for a space inside one. */
  words: string;
  /** Whether a number written as a word ("nine", "neun") is believed before it. */
  spelled?: boolean;
}

export const units: readonly Unit[] = [
  {
    unit: 'people',
    what: 'killed',
    spelled: true,
    words:
      'killed dead deaths fatalities tote toten todesopfer getötet* morts mort tués tué погиб* убит* жертв* muertos fallecidos 人死亡 人遇难',
  },
  {
    unit: 'people',
    what: 'wounded',
    spelled: true,
    words: 'wounded injured hurt verletzte verletzten verletzt verwundete* blessés blessé ранен* пострада* heridos 人受伤',
  },
  {
    unit: 'people',
    what: 'troops',
    spelled: true,
    words: 'troops soldiers servicemen soldat* soldados militares солдат* военных военнослужащ* 名士兵 名军人 士兵',
  },
  {
    unit: 'people',
    what: 'prisoners',
    spelled: true,
    words: 'prisoners pows captives gefangen* prisonniers пленн* военнопленн* prisioneros 名战俘',
  },
  { unit: 'people', what: 'hostages', spelled: true, words: 'hostages geiseln otages заложник* rehenes 名人质' },
  {
    unit: 'people',
    what: 'displaced',
    words: 'refugees displaced flüchtling* geflüchtet* vertrieben* réfugiés déplacés беженц* refugiados desplazados 名难民',
  },
  {
    unit: 'people',
    what: 'protesters',
    words: 'protesters demonstrators demonstrant* manifestants протестующ* демонстрант* manifestantes 名示威者',
  },
  { unit: 'jobs', what: 'jobs', words: 'jobs arbeitsplätze* stellen emplois рабочих_мест empleos' },
  {
    unit: 'people',
    what: 'people',
    spelled: true,
    words:
      'people civilians children persons residents menschen zivilist* kinder* personen personnes civils enfants человек мирных_жителей детей personas civiles niños 人 名平民 名儿童',
  },
  {
    unit: 'missiles',
    what: 'missiles',
    spelled: true,
    words: 'missiles rockets rakete* marschflugkörper* roquettes ракет* misiles cohetes 枚导弹',
  },
  { unit: 'drones', what: 'drones', spelled: true, words: 'drones uavs drohne* беспилотник* дрон* бпла 架无人机' },
  {
    unit: 'aircraft',
    what: 'aircraft',
    spelled: true,
    words: 'jets warplanes aircraft fighters kampfjet* kampfflugzeug* chasseurs самолет* самолёт* истребител* aviones cazas 架战机 架军机',
  },
  {
    unit: 'ships',
    what: 'ships',
    spelled: true,
    words: 'ships vessels tankers warships schiffe* tanker* navires pétroliers корабл* танкер* суд*ов buques barcos 艘军舰 艘船',
  },
  { unit: 'vehicles', what: 'tanks', spelled: true, words: 'tanks panzer* chars танк* tanques 辆坦克' },
  { unit: 'warheads', what: 'warheads', words: 'warheads sprengköpfe* ogives боеголов* ojivas 枚核弹头' },
  { unit: 'GW', what: 'power', words: 'gw gigawatt* гвт 吉瓦' },
  { unit: 'MW', what: 'power', words: 'mw megawatt* мвт 兆瓦' },
  { unit: 'TWh', what: 'energy', words: 'twh terawatt* твтч' },
  { unit: 'bcm', what: 'gas', words: 'bcm milliarden_kubikmeter* milliards_de_mètres_cubes млрд_кубометров' },
  { unit: 'barrels', what: 'oil', words: 'barrel* fass баррел* barriles 桶' },
  { unit: 'tonnes', what: 'weight', words: 'tonnes tons tonnen tonne тонн* toneladas 吨' },
  { unit: 'km', what: 'distance', words: 'km kilomet* kilomèt* километр* км kilómetros 公里' },
  { unit: 'miles', what: 'distance', words: 'miles mile' },
  { unit: 'seats', what: 'seats', words: 'seats sitze* sièges мандат* escaños 席' },
  { unit: 'states', what: 'states', spelled: true, words: 'countries nations states länder* staaten pays стран* países 个国家' },
  { unit: 'hours', what: 'duration', spelled: true, words: 'hour* stunde* stündig* heures час* horas 小时' },
  { unit: 'days', what: 'duration', spelled: true, words: 'day days tage* tägig* jours дней дня дневн* días 天' },
  { unit: 'months', what: 'duration', spelled: true, words: 'month* monate* monatig* mois месяц* meses 个月' },
  { unit: 'years', what: 'duration', spelled: true, words: 'year* jahre* jährig* ans années лет años' },
  { unit: '%', what: 'rate', words: '% percent per_cent prozent* pour_cent процент* por_ciento' },
];

export const currencies: readonly { unit: string; before: string; after: string }[] = [
  { unit: 'USD', before: 'us$ $ usd', after: '$ usd dollars dollar us-dollar* долл* dólares 美元' },
  { unit: 'EUR', before: '€ eur', after: '€ eur euro* евро 欧元' },
  { unit: 'GBP', before: '£ gbp', after: '£ gbp pounds pfund livres_sterling фунт* libras 英镑' },
  { unit: 'CNY', before: 'cny rmb', after: 'yuan юан* yuanes 元 元人民币' },
  { unit: 'JPY', before: 'jpy ¥', after: 'yen иен* 日元' },
  { unit: 'RUB', before: '₽', after: '₽ rub rubles roubles rubel руб* rublos 卢布' },
];

/** What a sum of money is, where the headline says so; the first that stands in the title counts. */
export const purposes: readonly { what: string; words: string }[] = [
  { what: 'fine', words: 'fine fined fines bußgeld* geldbuße* strafe* amende* штраф* multa* 罚款' },
  { what: 'loan', words: 'loan* kredit* darlehen* prêt* кредит* préstamo* 贷款' },
  { what: 'arms', words: 'arms weapons rüstung* waffen* armes armement* вооруж* оруж* armas 军售 武器' },
  { what: 'aid', words: 'aid relief hilfe* hilfspaket* aide помощ* ayuda 援助' },
  { what: 'assets', words: 'assets vermögen* avoirs актив* activos 资产' },
  { what: 'investment', words: 'invest* инвест* inversi* 投资' },
  {
    what: 'trade',
    words: 'trade tariff* export* import* handel* zölle* zoll commerce торгов* пошлин* экспорт* comercio arancel* 贸易 关税',
  },
  { what: 'budget', words: 'budget* haushalt* etat бюджет* presupuesto* 预算' },
];

export const scales: readonly { factor: number; words: string }[] = [
  { factor: 1e3, words: 'k thousand tausend mille тыс тысяч* mil 千' },
  { factor: 1e4, words: '万' },
  { factor: 1e6, words: 'm mn mln million* mio millonen* millones млн миллион* 百万' },
  { factor: 1e8, words: '亿' },
  { factor: 1e9, words: 'bn bln b billion billions mrd milliard* млрд миллиард* mil_millones 十亿' },
  { factor: 1e12, words: 'tn trillion trillions bio трлн триллион* 万亿' },
];

/** Small numbers as words: one row a value, from two to twelve, and what English and German also write out. */
export const spelled: readonly { value: number; words: string }[] = [
  { value: 2, words: 'two zwei deux два двое dos 两' },
  { value: 3, words: 'three drei trois три трое tres 三' },
  { value: 4, words: 'four vier quatre четыре четверо cuatro 四' },
  { value: 5, words: 'five fünf cinq пять пятеро cinco 五' },
  { value: 6, words: 'six sechs шесть шестеро seis 六' },
  { value: 7, words: 'seven sieben sept семь семеро siete 七' },
  { value: 8, words: 'eight acht huit восемь ocho 八' },
  { value: 9, words: 'nine neun neuf девять nueve 九' },
  { value: 10, words: 'ten zehn dix десять diez 十' },
  { value: 11, words: 'eleven elf onze одиннадцать once' },
  { value: 12, words: 'twelve zwölf douze двенадцать doce dozen dutzend' },
  { value: 20, words: 'twenty zwanzig vingt двадцать veinte' },
  { value: 30, words: 'thirty dreißig trente тридцать treinta' },
];
