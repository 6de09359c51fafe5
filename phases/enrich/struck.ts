// What a headline says was hit: a place of civilians, or one of armed forces. Said only where one such word stands beside the words of the
// act; a headline that names several, or one beside whoever speaks for it, says nothing here.
import { conceptsIn } from '../../lib/matching/concepts.js';
import type { Act } from '../../lib/reading/reading.js';

export interface Struck {
  /** As a sentence names it: "a hospital". */
  site: string;
  kind: 'civil' | 'military';
  /** Places that the headline names; may be none. */
  towns: ReadonlySet<string>;
  act: Act;
}

interface Site extends Pick<Struck, 'site' | 'kind'> {
  pattern: RegExp;
}

/** Beginnings of words, in the languages that are read; Chinese wherever it stands. */
const words: readonly (readonly [Struck['kind'], string, string])[] = [
  [
    'civil',
    'a hospital',
    'hospital(?:s|e|es)?|clinics?|krankenh[aä]us\\p{L}*|klinik(?:en|um)?|hôpita(?:l|ux)|больниц\\p{L}*|госпитал\\p{L}*|医院|مستشف\\p{L}*|المستشف\\p{L}*',
  ],
  ['civil', 'a school', 'schools?|schulen?|grundschule|escuelas?|colegios?|écoles?|школ[аыеу]\\p{L}*|школ|学校|小学|مدرسة|مدارس|المدرسة'],
  ['civil', 'a market', 'markets?|wochenmarkt|markt|mercados?|marchés?|рын(?:ок|ку|ка|ке)|集市|市场|سوق|السوق'],
  ['civil', 'a mosque', 'mosques?|moschee\\p{L}*|mezquitas?|mosquées?|мечет\\p{L}*|清真寺|مسجد|المسجد'],
  ['civil', 'a church', 'church(?:es)?|kirchen?|iglesias?|églises?|церк\\p{L}*|教堂|كنيسة|الكنيسة'],
  [
    'civil',
    'a refugee camp',
    'refugee camps?|flüchtlingslager\\p{L}*|campos? de refugiados|camps? de réfugiés|лагер\\p{L}* беженцев|难民营|مخيم \\p{L}+|مخيم',
  ],
  [
    'civil',
    'homes',
    'apartment (?:blocks?|buildings?)|residential (?:buildings?|blocks?|areas?)|homes|houses|wohnh[aä]us\\p{L}*|wohnblocks?|wohngebiet\\p{L}*|viviendas?|edificios? residencial(?:es)?|immeubles? d.habitation|жил\\p{L}+ дом\\p{L}*|居民楼|住宅\\p{L}?|منازل|مبنى سكني',
  ],
  [
    'military',
    'a command centre',
    'command (?:centres?|centers?|posts?|hubs?)|headquarters|kommandozentrale\\p{L}*|hauptquartier\\p{L}*|gefechtsst[aä]nd\\p{L}*|centros? de mando|cuartel general|puestos? de mando|postes? de commandement|centres? de commandement|quartier général|командн\\p{L}+ (?:пункт|центр)\\p{L}*|штаб\\p{L}*|指挥中心|指挥部|指挥所|مركز قيادة|مقر قيادة',
  ],
  [
    'military',
    'a military base',
    '(?:military|army|naval|air) bases?|airbases?|militärbas(?:is|en)|militärstützpunkt\\p{L}*|luftwaffenstützpunkt\\p{L}*|bases? (?:militar(?:es)?|militaires?|aériennes?|aéreas?|navales?)|военн\\p{L}+ баз\\p{L}*|авиабаз\\p{L}*|军事基地|空军基地|قاعدة عسكرية|قاعدة جوية',
  ],
  ['military', 'barracks', 'barracks|kasernen?|cuartel(?:es)?|casernes?|казарм\\p{L}*|兵营|军营|ثكنة'],
  [
    'military',
    'an arms depot',
    '(?:ammunition|ammo|arms|weapons) (?:depots?|stores?|warehouses?|dumps?)|munitionslager\\p{L}*|waffenlager\\p{L}*|depósitos? de (?:armas|municiones)|dépôts? (?:de munitions|d.armes)|склад\\p{L}* (?:боеприпасов|оружия)|弹药库|军火库|مستودع (?:ذخيرة|أسلحة)',
  ],
  [
    'military',
    'an arms factory',
    '(?:arms|weapons|drone|missile) (?:factory|factories|plants?)|waffenfabrik\\p{L}*|rüstungsbetrieb\\p{L}*|fábricas? de (?:armas|drones)|usines? d.arm\\p{L}+|военн\\p{L}+ завод\\p{L}*|兵工厂',
  ],
];

const sites: readonly Site[] = words.map(([kind, site, pattern]) => ({
  ...{ kind, site },
  pattern: new RegExp(`(?:(?<![\\p{L}\\p{N}])|(?<=\\p{Script=Han}))(?:${pattern})(?:(?![\\p{L}\\p{N}])|(?<=\\p{Script=Han}))`, 'giu'),
}));

/** Between the act and what is hit: no other clause, and nothing from or near which it is hit. */
const apart =
  /[,;:–—|，；：]|(?<!\p{L})(?:from|near|outside|after|by|as|aus|von|vom|nahe|bei|nach|neben|desde|cerca|tras|depuis|près|après|из|с|со|возле|рядом|около|после|из-за|من|قرب|بعد)(?!\p{L})/iu;
/** Who speaks or works there. */
const people =
  /^(?:’s|'s)?\s+(?:officials?|staff|sources?|directors?|doctors?|medics?|workers?|children|pupils?|students?|teachers?|chiefs?|commanders?|spokes\p{L}+|say|says|said)(?!\p{L})/iu;
const furthest = { words: 4, letters: 30 };

/** Null where it does not say so plainly. */
export function struckIn({ title, acts }: { title: string; acts: readonly Act[] }): Struck | null {
  const attacks = acts.filter(
    ({ action, mode, source }) => action === 'attack' && source !== null && (mode === 'done' || mode === 'claimed'),
  );
  const [act] = attacks;
  if (act === undefined || attacks.some(({ source }) => source !== act.source)) return null;
  const named = sites.flatMap(({ pattern, ...site }) =>
    [...title.matchAll(pattern)].map(({ 0: text, index }) => ({ ...site, start: index, end: index + text.length })),
  );
  const [only] = named;
  if (only === undefined || named.some(({ site }) => site !== only.site)) return null;
  const isStruck = named.some((one) => attacks.some((attack) => standsBeside(title, one, attack)));
  if (!isStruck) return null;
  return { site: only.site, kind: only.kind, towns: placesIn(title), act };
}

function standsBeside(title: string, site: { start: number; end: number }, act: Act): boolean {
  if (people.test(title.slice(site.end))) return false;
  const between = site.start >= act.end ? title.slice(act.end, site.start) : title.slice(site.end, act.start);
  if (between.length > furthest.letters || apart.test(between)) return false;
  return between.split(/\s+/u).filter(Boolean).length <= furthest.words;
}

/** Ids of the places that a headline names. */
export function placesIn(title: string): ReadonlySet<string> {
  const { ids } = conceptsIn(
    title
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean),
  );
  return new Set(ids.filter((id) => id.startsWith('l')));
}
