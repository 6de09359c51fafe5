// The words by which disputes are told from what only looks like one: a row a meaning, a column a language. Arabic stands with the article
// where a headline has it.
import { patternOf, type WordRow } from '../../../lib/language/word-rows.js';

const rows = {
  /** Over what time is counted where it is not the happening alone. */
  overTime: {
    en: 'since|so far this|this week|this month|this year|this season|a day|a week|a month|a year|per _|each day|each week|each month|each year|every day|every week|every month|every year|in # day|in # days|in # weeks|in # months|in # years|in _ day|in _ week|in _ month|in _ year|in _ days|in _ weeks|in _ months|in _ years|annual|over the weekend',
    de: 'seit|binnen|pro tag|pro jahr',
    fr: 'depuis|par an|en un an|en # an|en # ans|en # mois|en # jours|en un mois',
    es: 'desde|por año|en un año|en # años|en # días',
    ru: 'с начала|за год|за неделю|за месяц|за сутки',
    zh: '自从|以来',
    ar: 'منذ',
  },
  /** Of those counted before or behind these are others, or some. */
  added: {
    en: 'more|another|additional|further|including',
    de: 'weitere|weiterer|darunter',
    fr: 'autres|dont',
    es: 'otros|otras|incluido|incluida|incluidos|incluidas',
    ru: 'ещё|еще|в том числе',
    zh: '其中|另有',
    ar: 'بينهم|آخرين',
  },
  /** People of any kind, not told apart by who they are. */
  people: {
    en: 'people|person|persons|lives|victims|victim|bodies|casualties',
    de: 'menschen|personen|opfer|leichen',
    fr: 'personnes|personne|victimes|corps',
    es: 'personas|persona|víctimas|cuerpos',
    ru: 'человек|люд*|жертв*',
    zh: '人',
    ar: 'شخص*|أشخاص|شخصا|ضحايا',
  },
  killed: {
    en: 'dead|bodies|corpses|deaths|death|killed|kills|kill|killing|die|dies|died|fatalities|slain',
    de: 'tote|toten|toter|leichen|todesopfer|getötet|tot',
    fr: 'morts|corps|mort|mortes|tués|tuées|tué|tuée|décès',
    es: 'muertos|cuerpos|cadáveres|muertas|muerto|muerta|fallecidos|asesinados',
    ru: 'погиб*|убит*|жертв*',
    zh: '死|死亡|遇难|丧生|身亡',
    ar: 'قتيل*|قتلى|شهيد*|شهداء|قتل*|مقتل',
  },
  wounded: {
    en: 'injur*|wounded|wounding|hurt',
    de: 'verletzt*',
    fr: 'blessés|blessées|blessé|blessée',
    es: 'heridos|heridas|herido|herida',
    ru: 'ранен*|пострадавш*',
    zh: '受伤|伤',
    ar: 'جريح*|جرحى|مصاب*|إصابة',
  },
  missing: {
    en: 'missing',
    de: 'vermisst*',
    fr: 'disparus|disparues|disparu',
    es: 'desaparecidos|desaparecidas|desaparecido',
    ru: 'пропавш*',
    zh: '失踪',
    ar: 'مفقود*|المفقودين',
  },
  arrested: {
    en: 'arrest*|detain*|held|jailed|detention',
    de: 'festnahmen|festgenommen*|verhaftet*|verhaftungen',
    fr: 'arrestations|arrêtés|arrêtées|interpellations',
    es: 'detenidos|detenidas|detenido|detenciones',
    ru: 'задержан*|арестован*',
    zh: '被捕|逮捕|拘留',
    ar: 'معتقل*|اعتقال|توقيف|موقوف*',
  },
  hostages: {
    en: 'hostages|hostage|captives|captive|abducted|kidnapped',
    de: 'geiseln|geisel|entführt*',
    fr: 'otages|otage|enlevés|enlevées',
    es: 'rehenes|rehén|secuestrados|secuestradas',
    ru: 'заложник*|похищен*',
    zh: '人质|被绑架',
    ar: 'رهينة|رهائن|الرهائن|مختطف*',
  },
  /** What is rejected so is what one is accused of, and no offer or plan. */
  accusation: {
    en: 'accus*|allegation*|alleged|claim*|charge|charges|charged|blame*',
    de: 'vorwurf*|vorwürf*|anschuldig*|beschuldig*',
    fr: 'accus*|allégation*',
    es: 'acusa*|acusaci*|alegato*',
    ru: 'обвинен*|обвинения|обвинений',
    zh: '指控|指责',
    ar: 'اتهام*|الاتهام*|اتهامات',
  },
  /** What one calls an accusation who denies it. */
  groundless: {
    en: 'baseless|groundless|unfounded|false|lies|a lie|fabricated|fabrication|fabrications|fake|untrue|nonsense|absurd',
    de: 'haltlos|haltlose|unbegründet|unbegründete|erfunden|falsch|lüge|lügen|unsinn|absurd',
    fr: 'infondée|infondées|sans fondement|mensongère|mensongères|fausses|fausse|mensonge|mensonges|absurdes|absurde',
    es: 'infundada|infundadas|sin fundamento|falsa|falsas|mentira|mentiras|absurdas|absurda',
    ru: 'бездоказательн*|беспочвенн*|голословн*|надуманн*|ложь|ложны*|необоснованн*|абсурдн*',
    zh: '毫无根据|无中生有|子虚乌有|不实|谎言|捏造|荒谬',
    ar: 'باطل*|لا اساس|لا أساس|كاذب*|ملفق*|افتراء*|أكاذيب',
  },
  /** By what somebody calls it so. */
  calling: {
    en: 'calls|call|called|dismisses|dismiss|dismissed|brands|labels|slams|rejects|says|say',
    de: 'nennt|nennen|nannte|bezeichnet|weist|weisen',
    fr: 'qualifie|qualifient|juge|jugent|dénonce|rejette|rejettent',
    es: 'califica|califican|tacha|tachan|tilda|rechaza|rechazan',
    ru: 'назвал*|называ*|счита*|отверг*',
    zh: '称|斥|驳斥|指',
    ar: 'يصف|تصف|وصف|وصفت|يعتبر|تعتبر|يقول|تقول',
  },
} as const satisfies Readonly<Record<string, WordRow>>;

/** All of the table, by meaning. */
export const disputeWords: Readonly<Record<keyof typeof rows, WordRow>> = rows;

export const overTime = patternOf([rows.overTime]);
export const added = patternOf([rows.added]);
export const accusation = patternOf([rows.accusation]);
export const groundless = patternOf([rows.groundless]);
export const calling = patternOf([rows.calling]);
/** One word alone for the dead and hurt, and for people of any kind. */
export const anybody = patternOf([rows.people, rows.killed, rows.wounded, rows.missing, rows.arrested, rows.hostages], 'whole');

const tolls: Readonly<Record<string, RegExp>> = Object.fromEntries(
  (['killed', 'wounded', 'missing', 'arrested', 'hostages'] as const).map((what) => [what, patternOf([rows[what]])]),
);

/** Whether words say themselves what a toll counts: "five dead", not "five" or "five sailors". */
export function saysToll(words: string, what: string): boolean {
  return tolls[what]?.test(words) ?? true;
}
