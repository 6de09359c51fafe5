// What can be hit: places of civilians and of armed forces, a row a kind of place, a column a language.
import { patternOf, type WordRow } from '../../lib/language/word-rows.js';

export interface StruckSite {
  kind: 'civil' | 'military';
  /** As a sentence names it: "a hospital". */
  site: string;
  words: WordRow;
}

export const sites: readonly StruckSite[] = [
  {
    kind: 'civil',
    site: 'a hospital',
    words: {
      en: 'hospital|hospitals|clinic|clinics',
      de: 'krankenhaus*|krankenhäus*|klinik|kliniken|klinikum',
      fr: 'hôpital|hôpitaux',
      es: 'hospital|hospitales',
      ru: 'больниц*|госпитал*',
      zh: '医院',
      ar: 'مستشف*|المستشف*',
    },
  },
  {
    kind: 'civil',
    site: 'a school',
    words: {
      en: 'school|schools',
      de: 'schule|schulen|grundschule',
      fr: 'école|écoles',
      es: 'escuela|escuelas|colegio|colegios',
      ru: 'школа*|школы*|школе*|школу*|школ',
      zh: '学校|小学',
      ar: 'مدرسة|مدارس|المدرسة',
    },
  },
  {
    kind: 'civil',
    site: 'a market',
    words: {
      en: 'market|markets',
      de: 'wochenmarkt|markt',
      fr: 'marché|marchés',
      es: 'mercado|mercados',
      ru: 'рынок|рынку|рынка|рынке',
      zh: '集市|市场',
      ar: 'سوق|السوق',
    },
  },
  {
    kind: 'civil',
    site: 'a mosque',
    words: {
      en: 'mosque|mosques',
      de: 'moschee*',
      fr: 'mosquée|mosquées',
      es: 'mezquita|mezquitas',
      ru: 'мечет*',
      zh: '清真寺',
      ar: 'مسجد|المسجد',
    },
  },
  {
    kind: 'civil',
    site: 'a church',
    words: {
      en: 'church|churches',
      de: 'kirche|kirchen',
      fr: 'église|églises',
      es: 'iglesia|iglesias',
      ru: 'церк*',
      zh: '教堂',
      ar: 'كنيسة|الكنيسة',
    },
  },
  {
    kind: 'civil',
    site: 'a refugee camp',
    words: {
      en: 'refugee camp|refugee camps',
      de: 'flüchtlingslager*',
      fr: 'camp de réfugiés|camps de réfugiés',
      es: 'campo de refugiados|campos de refugiados',
      ru: 'лагер* беженцев',
      zh: '难民营',
      ar: 'مخيم',
    },
  },
  {
    kind: 'civil',
    site: 'homes',
    words: {
      en: 'apartment block|apartment blocks|apartment building|apartment buildings|residential building|residential buildings|residential block|residential blocks|residential area|residential areas|homes|houses',
      de: 'wohnhaus*|wohnhäus*|wohnblock|wohnblocks|wohngebiet*',
      fr: "immeuble d'habitation|immeubles d'habitation",
      es: 'vivienda|viviendas|edificio residencial|edificios residenciales',
      ru: 'жилой дом*|жилые дом*|жилых дом*|жилому дом*|жилым дом*',
      zh: '居民楼|住宅',
      ar: 'منازل|مبنى سكني',
    },
  },
  {
    kind: 'military',
    site: 'a command centre',
    words: {
      en: 'command centre|command centres|command center|command centers|command post|command posts|command hub|command hubs|headquarters',
      de: 'kommandozentrale*|hauptquartier*|gefechtsstand*|gefechtsständ*',
      fr: 'poste de commandement|postes de commandement|centre de commandement|centres de commandement|quartier général',
      es: 'centro de mando|centros de mando|cuartel general|puesto de mando|puestos de mando',
      ru: 'командный пункт*|командного пункта*|командный центр*|штаб*',
      zh: '指挥中心|指挥部|指挥所',
      ar: 'مركز قيادة|مقر قيادة',
    },
  },
  {
    kind: 'military',
    site: 'a military base',
    words: {
      en: 'military base|military bases|army base|army bases|naval base|naval bases|air base|air bases|airbase|airbases',
      de: 'militärbasis|militärbasen|militärstützpunkt*|luftwaffenstützpunkt*',
      fr: 'base militaire|bases militaires|base aérienne|bases aériennes|base navale|bases navales',
      es: 'base militar|bases militares|base aérea|bases aéreas|base naval|bases navales',
      ru: 'военная база|военную базу|военной базе|военные базы|авиабаз*',
      zh: '军事基地|空军基地',
      ar: 'قاعدة عسكرية|قاعدة جوية',
    },
  },
  {
    kind: 'military',
    site: 'barracks',
    words: {
      en: 'barracks',
      de: 'kaserne|kasernen',
      fr: 'caserne|casernes',
      es: 'cuartel|cuarteles',
      ru: 'казарм*',
      zh: '兵营|军营',
      ar: 'ثكنة',
    },
  },
  {
    kind: 'military',
    site: 'an arms depot',
    words: {
      en: 'ammunition depot|ammunition depots|ammo depot|ammo depots|arms depot|arms depots|weapons depot|weapons depots|ammunition store|ammunition warehouse|weapons warehouse|weapons store|arms dump|ammunition dump',
      de: 'munitionslager*|waffenlager*',
      fr: "dépôt de munitions|dépôts de munitions|dépôt d'armes|dépôts d'armes",
      es: 'depósito de armas|depósitos de armas|depósito de municiones|depósitos de municiones',
      ru: 'склад* боеприпасов|склад* оружия',
      zh: '弹药库|军火库',
      ar: 'مستودع ذخيرة|مستودع أسلحة',
    },
  },
  {
    kind: 'military',
    site: 'an arms factory',
    words: {
      en: 'arms factory|arms factories|weapons factory|weapons factories|drone factory|drone factories|missile factory|missile factories|arms plant|weapons plant|drone plant|missile plant',
      de: 'waffenfabrik*|rüstungsbetrieb*',
      fr: "usine d'armement|usines d'armement|usine d'armes|usines d'armes",
      es: 'fábrica de armas|fábricas de armas|fábrica de drones|fábricas de drones',
      ru: 'военный завод*|военного завода*',
      zh: '兵工厂',
      ar: 'مصنع أسلحة|مصنع الأسلحة',
    },
  },
];

/** From, near or after which something is hit: not the place itself. */
export const besides: WordRow = {
  en: 'from|near|outside|after|by|as',
  de: 'aus|von|vom|nahe|bei|nach|neben',
  fr: 'depuis|près|après',
  es: 'desde|cerca|tras',
  ru: 'из|с|со|возле|рядом|около|после|из-за',
  zh: '附近|之后',
  ar: 'من|قرب|بعد',
};

/** Who speaks or works at a place, behind its name. */
export const staff: WordRow = {
  en: 'official|officials|staff|source|sources|director|directors|doctor|doctors|medic|medics|worker|workers|children|pupil|pupils|student|students|teacher|teachers|chief|chiefs|commander|commanders|spokes*|say|says|said',
  de: 'sprecher*|mitarbeiter*|ärzte',
  fr: 'annonce|annoncent|affirme|affirment',
  es: 'informa|informan|afirma|afirman',
  ru: 'сообщил*|заявил*',
  zh: '称|表示',
  ar: 'يقول|تقول|قال|قالت',
};

/** Each with what finds it, wherever it stands. */
export const sitePatterns = sites.map(({ words, ...site }) => ({ ...site, pattern: new RegExp(patternOf([words]).source, 'giu') }));
