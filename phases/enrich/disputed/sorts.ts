// Who is counted, in whatever language: the nouns by which headlines say which people died, were hurt or held. A row a sort of people.
import { patternOf, type WordRow } from '../../../lib/language/word-rows.js';

const sorts = {
  soldier: {
    en: 'soldiers|soldier|troops|servicemen|serviceman|service members',
    de: 'soldat*',
    fr: 'soldats|soldat|militaires|militaire',
    es: 'soldados|soldado|militares|militar',
    ru: 'солдат*|военнослужащ*|военных',
    zh: '士兵|军人|官兵',
    ar: 'جنود*|جندي*|جنديا|عسكري*',
  },
  child: {
    en: 'children|child|kids|pupils',
    de: 'kinder*|kind|schüler*',
    fr: 'enfants|enfant|écoliers',
    es: 'niños|niño|niñas|niña|menores',
    ru: 'дет*|ребен*|ребён*',
    zh: '儿童|孩子',
    ar: 'أطفال|طفل*|اطفال',
  },
  civilian: {
    en: 'civilians|civilian',
    de: 'zivilist*',
    fr: 'civils|civil',
    es: 'civiles|civil',
    ru: 'мирных жителей|мирных|мирны*',
    zh: '平民',
    ar: 'مدني*|مدنيين|مدنيا',
  },
  'police officer': {
    en: 'police|policemen|policeman|police officers|officers',
    de: 'polizist*',
    fr: 'policiers|policier|gendarmes',
    es: 'policías|policía|agentes',
    ru: 'полицейск*',
    zh: '警察|警员',
    ar: 'شرطي*|رجال الشرطة',
  },
} as const satisfies Readonly<Record<string, WordRow>>;

const patterns = Object.entries(sorts).map(([sort, row]) => ({ sort, pattern: patternOf([row], 'end') }));

/** The sort of people that words end with, in English and one of them; null where they end with none that is known. */
export function peopleSortOf(words: string): string | null {
  return patterns.find(({ pattern }) => pattern.test(words))?.sort ?? null;
}
