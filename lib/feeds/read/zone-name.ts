// Names of zones in words: a place, "Eastern Standard Time", "heure de Paris", 北京时间. They come from the time zone data that Node carries,
// and are made only when a feed writes one.
import { isZone, offsetMillis, type Zone } from './local-time.js';

/** The zone of "America/New_York", "Los Angeles", "Moscow time", "Mitteleuropäische Zeit"; null for words that name none. */
export function zoneNamed(words: string): Zone | null {
  const name = bareName(words);
  if (name.length < 3 || name.length > 60) return null;
  const place = placeNamed(name);
  if (place !== null) return place;
  if (/^[a-z]+$/.test(name)) return null;
  longNames ??= namesInWords();
  return longNames.get(name) ?? null;
}

/** IANA's name in any capitals, with blanks for underscores too; else a city that has a zone, with or without "time" around it. */
function placeNamed(name: string): string | null {
  if (/^[a-z]+(?:\/[a-z_ +-]+\d{0,2}){1,2}$/.test(name)) {
    const path = name.replaceAll(' ', '_');
    return isZone(path) ? path : null;
  }
  places ??= placesKnown();
  return places.get(name) ?? places.get(name.replace(aroundPlace, '')) ?? null;
}

const aroundPlace =
  /^(?:heure de |heure d'|hora de |ora di |ora de |horário de |по времени |время: )|(?: (?:local )?(?:standard )?(?:time|zeit|saati)|er zeit|时间|時間|시간)$/g;

let places: Map<string, string> | null = null;

function placesKnown(): Map<string, string> {
  const found = new Map(Object.entries(capitals));
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    const city = zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
    if (!found.has(city.toLowerCase())) found.set(city.toLowerCase(), zone);
  }
  return found;
}

/** Cities and countries that name their zone in the news, where the data call it by another place. */
const capitals: Record<string, string> = {
  beijing: 'Asia/Shanghai',
  peking: 'Asia/Shanghai',
  china: 'Asia/Shanghai',
  北京: 'Asia/Shanghai',
  中国: 'Asia/Shanghai',
  中國: 'Asia/Shanghai',
  台北: 'Asia/Taipei',
  臺北: 'Asia/Taipei',
  香港: 'Asia/Hong_Kong',
  東京: 'Asia/Tokyo',
  日本: 'Asia/Tokyo',
  서울: 'Asia/Seoul',
  한국: 'Asia/Seoul',
  japan: 'Asia/Tokyo',
  korea: 'Asia/Seoul',
  india: 'Asia/Kolkata',
  delhi: 'Asia/Kolkata',
  'new delhi': 'Asia/Kolkata',
  mumbai: 'Asia/Kolkata',
  hanoi: 'Asia/Ho_Chi_Minh',
  'hà nội': 'Asia/Ho_Chi_Minh',
  islamabad: 'Asia/Karachi',
  jakarta: 'Asia/Jakarta',
  kyiv: 'Europe/Kiev',
  київ: 'Europe/Kiev',
  киев: 'Europe/Kiev',
  moscow: 'Europe/Moscow',
  moskau: 'Europe/Moscow',
  moscou: 'Europe/Moscow',
  moscú: 'Europe/Moscow',
  москва: 'Europe/Moscow',
  москвы: 'Europe/Moscow',
  московское: 'Europe/Moscow',
  'московское время': 'Europe/Moscow',
  'по москве': 'Europe/Moscow',
  'по московскому времени': 'Europe/Moscow',
  'по киеву': 'Europe/Kiev',
  'по киевскому времени': 'Europe/Kiev',
  geneva: 'Europe/Zurich',
  genève: 'Europe/Zurich',
  bruxelles: 'Europe/Brussels',
  brüssel: 'Europe/Brussels',
  londres: 'Europe/London',
  roma: 'Europe/Rome',
  rom: 'Europe/Rome',
  wien: 'Europe/Vienna',
  lisboa: 'Europe/Lisbon',
  brasília: 'America/Sao_Paulo',
  brasilia: 'America/Sao_Paulo',
  'são paulo': 'America/Sao_Paulo',
  'ciudad de méxico': 'America/Mexico_City',
  bogotá: 'America/Bogota',
  'buenos aires': 'America/Argentina/Buenos_Aires',
  washington: 'America/New_York',
  'washington dc': 'America/New_York',
  'new york': 'America/New_York',
  'san francisco': 'America/Los_Angeles',
  ankara: 'Europe/Istanbul',
  türkiye: 'Europe/Istanbul',
  canberra: 'Australia/Sydney',
  'abu dhabi': 'Asia/Dubai',
  'tel aviv': 'Asia/Jerusalem',
  'eastern us': 'America/New_York',
};

let longNames: Map<string, Zone> | null = null;

const languages = 'en de fr es pt it ru uk pl nl tr zh zh-TW ja ko ar id vi'.split(' ');
const zones =
  'America/New_York America/Chicago America/Denver America/Los_Angeles America/Anchorage America/Halifax America/St_Johns America/Sao_Paulo America/Argentina/Buenos_Aires America/Bogota America/Lima America/Caracas America/Santiago America/Mexico_City Europe/London Europe/Lisbon Europe/Paris Europe/Athens Europe/Moscow Europe/Istanbul Africa/Johannesburg Africa/Lagos Africa/Nairobi Asia/Riyadh Asia/Dubai Asia/Tehran Asia/Jerusalem Asia/Karachi Asia/Kolkata Asia/Dhaka Asia/Bangkok Asia/Jakarta Asia/Shanghai Asia/Hong_Kong Asia/Singapore Asia/Manila Asia/Tokyo Asia/Seoul Australia/Sydney Australia/Perth Pacific/Auckland Asia/Tashkent Asia/Kathmandu Pacific/Honolulu'.split(
    ' ',
  );

/** Names as people write them, in the languages above: a standard or summer time is its offset, a name for both is the zone. 200 ms, once. */
function namesInWords(): Map<string, Zone> {
  const names = new Map<string, Zone>(Object.entries(windowsNames).map(([name, zone]) => [`${name} standard time`, zone]));
  const add = (name: string, zone: Zone): void => {
    if (name !== '' && !names.has(name)) names.set(name, zone);
  };
  for (const language of languages) {
    for (const timeZone of zones) {
      const long = new Intl.DateTimeFormat(language, { timeZone, timeZoneName: 'long' });
      for (const at of seasons) add(nameIn(long, at), offsetMillis(timeZone, at) / 60_000);
      add(nameIn(new Intl.DateTimeFormat(language, { timeZone, timeZoneName: 'longGeneric' }), seasons[0]), timeZone);
    }
  }
  return names;
}

const seasons = [Date.UTC(2026, 0, 15), Date.UTC(2026, 6, 15)] as const;

function nameIn(format: Intl.DateTimeFormat, at: number): string {
  return bareName(format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '');
}

/** Windows calls zones by names of its own, and by "standard time" in summer too. */
const windowsNames: Record<string, string> = {
  'w. europe': 'Europe/Berlin',
  romance: 'Europe/Paris',
  'central europe': 'Europe/Budapest',
  gtb: 'Europe/Athens',
  fle: 'Europe/Helsinki',
  'e. europe': 'Europe/Chisinau',
  russian: 'Europe/Moscow',
  turkey: 'Europe/Istanbul',
  egypt: 'Africa/Cairo',
  arab: 'Asia/Riyadh',
  arabic: 'Asia/Baghdad',
  'w. central africa': 'Africa/Lagos',
  'e. africa': 'Africa/Nairobi',
  'se asia': 'Asia/Bangkok',
  'aus eastern': 'Australia/Sydney',
  'us eastern': 'America/Indianapolis',
  'e. south america': 'America/Sao_Paulo',
  'sa pacific': 'America/Bogota',
};

function bareName(words: string): string {
  return words
    .replace(/[’‘]/g, "'")
    .replace(/[()[\],]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
