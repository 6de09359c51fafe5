// The domain's two lists as data: theaters and event types, with the actors, mechanisms and words that speak for each. Rules and prompts read them
// from the config, where sni.yaml may add entries. An id the gate does not know is harmless in what is built in; in sni.yaml it is a slip (ids.ts).
import * as z from 'zod';
import { african, arabLeagues, european, latin, latinWords, pacific, ukrainianWords } from './regions.js';

/** Which of them the gate knows, ids.ts looks. */
function ids(what: string) {
  return z.array(z.string().min(1).max(100).describe('an id')).max(1000).describe(what);
}

/**
 * A theater. `actors` are canonical ids that speak for it, the less the more theaters share them; `mechanisms`, where given,
 * speak for it too and their absence against it; `words` are beginnings of words, in lower case, that name it.
 */
export const theaterShape = () =>
  z.strictObject({
    name: z.string().trim().min(1).describe('its name for people, such as Balkans'),
    actors: ids('a list of actors by id, such as [RS, XK]').default([]),
    mechanisms: ids('a list of actions by id, such as [sanctions]').optional(),
    words: z
      .array(
        z
          .string()
          .min(2)
          .max(100)
          .refine((word) => word === word.trim().toLowerCase())
          .describe('the beginning of a word in small letters, such as donbas'),
      )
      .describe('a list of beginnings of words in small letters, such as [donbas]')
      .optional(),
  });
export type Theater = z.infer<ReturnType<typeof theaterShape>>;

/** An event type, with the mechanisms that speak for it. */
export const eventTypeShape = () => z.strictObject({ mechanisms: ids('a list of actions by id, such as [sanctions]') });
export type EventType = z.infer<ReturnType<typeof eventTypeShape>>;

/** Every theater of the domain, by id. */
export const defaultTheaters: Record<string, Theater> = {
  UKRAINE: {
    name: 'Ukraine',
    actors: ['UA', 'RU', 'WAGNER'],
    words: ukrainianWords,
  },
  GAZA: {
    name: 'Gaza',
    actors: ['PS', 'HAMAS', 'IL', 'ISLAMIC-JIHAD', 'FATAH', 'UNRWA'],
    words: [
      'gaza',
      'rafah',
      'west bank',
      'сектор газа',
      'секторе газа',
      'сектора газа',
      '加沙',
      '约旦河西岸',
      '拉法口岸',
      'cisjordani',
      'غزة',
      'الضفة الغربية',
      'رفح',
    ],
  },
  TAIWAN_STRAIT: {
    name: 'Taiwan Strait',
    actors: ['TW', 'CN'],
    words: ['taiwan', 'taïwan', 'тайван', '台湾', '台灣', 'taiwán', '台海', 'تايوان'],
  },
  IRAN_NUCLEAR: {
    name: 'Iran, nuclear',
    actors: ['IR', 'IAEA'],
    mechanisms: ['nuclear', 'sanctions', 'peace-process', 'missile-test'],
    words: [
      'natanz',
      'fordow',
      'jcpoa',
      'uranium enrich',
      'enriched uranium',
      'uranium enrichi',
      'enrichissement',
      'uranio enriquecido',
      'enriquecimiento',
      'urananreicherung',
      'обогащени',
      '浓缩铀',
      '铀浓缩',
      'تخصيب',
      'آلية الزناد',
      'snapback',
      ...['e3', 'евротройк', '欧洲三国'],
    ],
  },
  EUROPE_SECURITY: { name: 'European security', actors: ['NATO', 'EU', 'OSCE', 'CSTO', 'RU', ...european] },
  US_DOMESTIC: {
    name: 'United States, domestic',
    actors: ['US', 'US-CONGRESS', 'US-STATES', 'US-POLITICIANS', 'US-PARTIES', 'US-AGENCIES'],
    mechanisms: ['election', 'policy', 'legislation', 'court-ruling', 'indictment', 'protest', 'platform-ban', 'migration'],
  },
  CHINA_TRADE: {
    name: 'China, trade',
    actors: ['CN', 'HUAWEI'],
    mechanisms: ['tariffs', 'export-controls', 'trade-agreement', 'sanctions'],
  },
  MEAST_REGIONAL: {
    name: 'Middle East',
    actors: [
      'SY',
      'LB',
      'IQ',
      'YE',
      'JO',
      'SA',
      'AE',
      'QA',
      'KW',
      'BH',
      'OM',
      'EG',
      'IR',
      'IL',
      'TR',
      'HEZBOLLAH',
      'HOUTHIS',
      'ISIS',
      'PKK',
      'KURDS',
      ...arabLeagues,
      'MUSLIM-BROTHERHOOD',
    ],
    words: [
      'red sea',
      'hormuz',
      'golan',
      'rotes meer',
      'roten meer',
      'mer rouge',
      'красном море',
      'красного моря',
      'mar rojo',
      'ormuz',
      '红海',
      '霍尔木兹',
      'البحر الأحمر',
      'هرمز',
      'الجولان',
    ],
  },
  CYBER_GLOBAL: { name: 'Cyberspace', actors: [], mechanisms: ['cyber-operation'] },
  CLIMATE_GLOBAL: {
    name: 'Climate',
    actors: ['UNFCCC', 'IPCC'],
    mechanisms: ['climate'],
    words: ['climate', 'klima', 'climat', 'климат', 'emissions', 'cop29', 'cop30', 'cop31', 'cop32', 'climátic', '气候', 'المناخ'],
  },
  AFRICA_SECURITY: {
    name: 'Africa',
    actors: ['AU-UNION', 'ECOWAS', 'AES', 'RSF', 'AL-SHABAAB', 'BOKO-HARAM', 'M23', 'FDLR', 'LRA', ...african],
    words: ['sahel', '萨赫勒', 'منطقة الساحل'],
  },
  KOREA_PENINSULA: {
    name: 'Korean peninsula',
    actors: ['KP', 'KR'],
    words: ['north korea', 'nordkorea', 'corée du nord', 'северная корея', 'кндр', 'corea del norte', '朝鲜半岛', 'كوريا الشمالية'],
  },
  LATAM_REGIONAL: {
    name: 'Latin America',
    actors: ['MERCOSUR', 'CELAC', 'ANDEAN-COMMUNITY', 'OAS', 'FARC', 'ELN', ...latin],
    words: latinWords,
  },
  ARCTIC: {
    name: 'Arctic',
    actors: ['GL', 'ARCTIC-COUNCIL'],
    words: [
      'arctic',
      'arktis',
      'arctique',
      'арктик',
      'svalbard',
      'greenland',
      'grönland',
      'ártico',
      'groenland',
      '北极',
      '格陵兰',
      'غرينلاند',
      'القطب الشمالي',
    ],
  },
  GLOBAL_SUMMIT: { name: 'Global summits', actors: ['G7', 'G20', 'BRICS', 'UN', 'UNGA', 'APEC', 'SCO'], mechanisms: ['summit'] },
  SOUTH_ASIA: {
    name: 'South Asia',
    actors: ['IN', 'PK', 'AF', 'BD', 'LK', 'NP', 'BT', 'MV', 'TALIBAN', 'TTP'],
    words: ['kashmir', 'кашмир', 'cachemir', '克什米尔', 'كشمير'],
  },
  ASIA_PACIFIC: {
    name: 'Asia and the Pacific',
    actors: [...pacific, 'ASEAN', 'AUKUS', 'QUAD'],
    words: ['south china sea', 'südchinesisch', 'mer de chine', 'южно китайск', 'mar de china', '南海', 'بحر الصين'],
  },
  // Names nothing: takes every happening that no other theater claims.
  GLOBAL: { name: 'Global', actors: [] },
};

/** Every event type of the domain, by the name it is stored under. */
export const defaultEventTypes: Record<string, EventType> = {
  'Strategy/Tactics': {
    mechanisms: ['strike', 'ground-incursion', 'missile-test', 'troops', 'war', 'attack', 'terrorism'],
  },
  Humanitarian: { mechanisms: ['casualties', 'humanitarian', 'migration', 'disaster', 'public-health'] },
  'Alliances/Geopolitics': { mechanisms: ['summit', 'aid-package', 'alliance'] },
  'Diplomacy/Negotiations': { mechanisms: ['ceasefire', 'peace-process', 'diplomatic-statement', 'diplomacy', 'hostages', 'nuclear'] },
  'Sanctions/Economy': { mechanisms: ['sanctions', 'export-controls', 'tariffs', 'trade-agreement', 'economy'] },
  'Domestic Politics': { mechanisms: ['election', 'policy', 'legislation', 'protest', 'coup', 'government', 'party-politics'] },
  'Procurement/Force-gen': { mechanisms: ['arms-transfer', 'defence-deal'] },
  'Tech/Cyber/OSINT': { mechanisms: ['cyber-operation', 'espionage', 'space'] },
  'Legal/ICC': { mechanisms: ['court-ruling', 'indictment'] },
  'Information/Media/Platforms': { mechanisms: ['platform-ban'] },
  'Energy/Infrastructure': { mechanisms: ['energy-supply'] },
  Other: { mechanisms: [] },
};
