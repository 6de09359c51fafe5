// States that a headline means without their names: its own, and the half of Korea that is called by where it lies.
import type { Told } from './told.js';
import type { FoldedWord } from './words.js';

/** What an adjective of two states begins with: "franco-espagnole", "Deutschrussen", "российско-китайский". */
const halves: readonly (readonly [RegExp, string])[] = (
  [
    ['franco|französisch|франко', 'FR'],
    ['germano|deutsch|германо', 'DE'],
    ['russo|ruso|russisch|российско|русско', 'RU'],
    ['sino|chinesisch|китайско', 'CN'],
    ['indo|indisch|индийско', 'IN'],
    ['anglo|britisch|британо', 'GB'],
    ['hispano|spanisch|испано', 'ES'],
    ['italo|italienisch|итало', 'IT'],
    ['américano|americano|amerikanisch|американо', 'US'],
    ['turco|türkisch|турецко', 'TR'],
    ['gréco|greco|griechisch|греко', 'GR'],
    ['israélo|israelo|israelisch|израильско', 'IL'],
    ['irano|iranisch|ирано', 'IR'],
    ['irako|iraquo|irakisch|иракско', 'IQ'],
    ['syro|sirio|syrisch|сирийско', 'SY'],
    ['ukraino|ucranio|ukrainisch|украинско', 'UA'],
    ['polono|polnisch|польско', 'PL'],
    ['algéro|argelino|algerisch|алжиро', 'DZ'],
    ['colombo|colombiano|колумбийско', 'CO'],
    ['égypto|egipcio|ägyptisch|египетско', 'EG'],
    ['nippo|japano|japanisch|японо', 'JP'],
    ['армяно|arméno|armenisch', 'AM'],
  ] as const
).map(([words, id]) => [new RegExp(`^(?:${words})(?=-|\\p{L}{4})`, 'iu'), id]);

function halvesIn({ text, lang }: Told): string[] {
  if (!halved.has(lang)) return [];
  const compounds = text.match(/[\p{L}]+-[\p{L}]+|Deutsch(?:russ|türk|franz)\p{L}*/gu) ?? [];
  return compounds.flatMap((word) => halves.flatMap(([pattern, id]) => (pattern.test(word) ? [id] : [])));
}

const halved: ReadonlySet<string> = new Set(['de', 'fr', 'es', 'ru']);

/** Whose institutions a headline speaks of without naming him: a Chinese or a Russian one that names no state tells of its own. */
export function impliedBy(told: Told): string[] {
  return [...halvesIn(told), ...ownState(told)];
}

function ownState({ lang, text, actors, words }: Told): string[] {
  const states = actors.flatMap(({ ids }) => ids.filter((id) => /^[A-Z]{2}$/.test(id)));
  const names = (text: string): boolean => words.some((word) => word.text === text);
  if (/\b(?:both|two) Koreas\b|beiden? Koreas|\bdeux Corées|\bdos Coreas|обе Кореи|двух Корей|朝韩|韩朝|الكوريت/iu.test(text))
    return ['KP', 'KR'];
  if (states.includes('KR') && names('North')) return ['KP'];
  if (states.includes('KP') && names('South')) return ['KR'];
  if (names('Kim') && !states.includes('KR')) return ['KP'];
  if (lang === 'zh') return states.length === 0 ? ['CN'] : [];
  if (lang === 'ru') return states.length === 0 ? ['RU'] : [];
  if (lang !== 'de' || states.some((id) => federal.has(id))) return [];
  return words.some(({ plain }) => (states.length === 0 ? /^bund(?:es|$)/ : ofTheFederation).test(plain)) ? ['DE'] : [];
}

/** They have such bodies too. */
const federal: ReadonlySet<string> = new Set(['DE', 'AT', 'CH']);
const ofTheFederation =
  /^bundes(?:kabinett|regierung|tag|wehr|kanzler|minist|polizei|anwalt|verfassung|gericht|prasident|nachricht|innen|aussen|finanz|wirtschaft)/;

/** "the North" where Pyongyang is named. */
export function isHalfOfKorea({ text }: FoldedWord, ids: ReadonlySet<string>): boolean {
  return (text === 'North' && ids.has('KP')) || (text === 'South' && ids.has('KR'));
}
