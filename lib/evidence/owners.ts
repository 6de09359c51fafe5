// Whether a sentence gives those whom its titles tell of to another land: "a minister in Uganda" of Kenya's, "an earthquake in Uganda" of one in
// Kenya. Only where the titles name that land too, as another's.

import type { Mention } from './actors.js';
import { stateOf } from './agree.js';
import { areJoined } from './joined.js';
import { isAdjective } from './lands.js';
import { inPlace, standsBehind } from './prepositions.js';
import type { Told } from './told.js';

/** What stands between a noun and whose or where it is. */
const between: Readonly<Record<string, RegExp>> = {
  en: /^\s(?:in|of|from)\s(?:the\s)?$/i,
  de: /^\s(?:in|im|aus|von|der|des)\s(?:der\s|dem\s|den\s)?$/i,
  es: /^\s(?:en|de|del)\s(?:la\s|el\s|los\s)?$/i,
  fr: /^\s(?:en|aux?|de|du|des|d['’]|de l['’])\s?(?:la\s|le\s|l['’]|les\s)?$/iu,
  ru: /^\s(?:(?:в|во|на|из)\s)?$/iu,
  ar: /^\s(?:(?:في|من)\s)?$/u,
};
/** Languages that have an adjective before its noun. */
const adjectiveFirst: ReadonlySet<string> = new Set(['en', 'de', 'ru']);

/** A state by its name or its seat. */
function isLand({ plain, place, text, ids }: Mention): boolean {
  return plain && !place && !isAdjective(text) && ids.every((id) => /^[A-Z]{2}$/.test(id) && id !== 'EU' && id !== 'UN');
}

/** Everybody whose the noun at a position is, or where it is. */
function ownersAt(told: Told, at: number): Mention[] {
  const { lang, text, words, actors } = told;
  const noun = words[at];
  if (!noun) return [];
  return actors.filter((mention) => {
    if (mention.from > at) {
      const gap = text.slice(noun.end, mention.start);
      return between[lang]?.test(gap) === true || ((lang === 'fr' || lang === 'es') && gap === ' ');
    }
    // "Thai and Cambodian troops" are of both.
    const next = actors.find(({ to }) => to === at);
    if (next && next !== mention && mention.to < next.from && areJoined(told, mention, next)) return adjectiveFirst.has(lang);
    if (mention.to !== at) return false;
    return adjectiveFirst.has(lang) || (lang === 'en' && /^['’]s?\s$/.test(text.slice(mention.end, noun.start)));
  });
}

/** Of Chinese: who is named right before a word of these rows, and not as where it is: 驻乌干达大使. */
export function ownersInRuns({ text, hits, actors }: Told, rows: ReadonlySet<string>): (Mention | null)[] {
  return hits
    .filter(({ row, narrower, wider }) => !narrower && !wider && rows.has(row))
    .map(
      ({ start }) =>
        actors.find(
          ({ plain, place, start: from, end }) => plain && !place && end === start && !/[驻在赴从对向]$/u.test(text.slice(0, from)),
        ) ?? null,
    );
}

/** Those whose a noun of these rows is in a title. */
function ownersIn(title: Told, rows: ReadonlySet<string>): Mention[] {
  if (title.lang === 'zh') return ownersInRuns(title, rows).filter((one) => one !== null);
  return title.hits
    .filter(({ row, narrower, wider, from, to }) => !narrower && !wider && rows.has(row) && to === from + 1)
    .flatMap(({ from }) => ownersAt(title, from));
}

/** Rows of concepts-*.tsv for those who are where whose they are: in a land, of it and from it. */
const atHome: ReadonlySet<string> = new Set([
  ...[
    'minister',
    'government',
    'court',
    'parliament',
    'opposition',
    'party',
    'farmer',
    'union',
    'police',
    'prosecutor',
    'army',
    'military',
  ],
  ...['earthquake', 'flood', 'wildfire', 'volcano', 'landslide', 'tsunami', 'typhoon'],
]);
/** And for those who may be elsewhere: only of it and from it. */
const people: ReadonlySet<string> = new Set([
  ...['fisherman', 'worker', 'miner', 'student', 'tourist', 'journalist', 'activist', 'company', 'citizen', 'rebel', 'doctor', 'teacher'],
  ...[
    'leader',
    'tanker',
    'lawyer',
    'businessman',
    'pilot',
    'engineer',
    'priest',
    'general',
    'commander',
    'dissident',
    'troops',
    'drone',
    'missile',
    'warship',
    'rocket',
  ],
]);

/** The first noun in another land, told as a reason; null where there is none. */
export function inAnotherLand(own: Told, titles: readonly Told[]): string | null {
  for (const mention of own.actors) {
    const at =
      mention.from -
      1 -
      own.words
        .slice(0, mention.from)
        .reverse()
        .findIndex(({ plain }) => !/^(?:in|of|from|the)$/.test(plain));
    const noun = own.words[at];
    if (!isLand(mention) || !noun || !between.en?.test(own.text.slice(noun.end, mention.start))) continue;
    // "Kenyan troops in Uganda": whose they are is told.
    const owners = ownersAt(own, at).map(({ ids }) => ids.map(stateOf));
    if (owners.length !== 1 || /^['’]/.test(own.text.slice(mention.end)) || /(?:ed|ing)$/.test(noun.plain) || noun.plain === 'fish')
      continue;
    const rows = new Set(
      own.hits.filter(({ from, to, wider, narrower }) => !wider && !narrower && from === at && to === at + 1).map(({ row }) => row),
    );
    const states = mention.ids.map(stateOf);
    const isOther = (title: Told): boolean => {
      const theirs = ownersIn(title, rows);
      return (
        theirs.length > 0 &&
        theirs.every(({ ids }) => !ids.some((id) => states.includes(stateOf(id)))) &&
        title.actors.some(({ ids }) => ids.some((id) => states.includes(stateOf(id))))
      );
    };
    const isIn = own.words.slice(at + 1, mention.from).some(({ plain }) => plain === 'in');
    if (![...rows].some((row) => atHome.has(row) || (!isIn && people.has(row)))) continue;
    if (titles.length > 0 && titles.every(isOther))
      return `tells of ${noun.text} in ${mention.text}, who are another's in the cited titles`;
  }
  return null;
}

const shelters = /\b(?:asylum|refuge)\b/i;

/** "Uganda has given asylum": the land in which the titles tell that somebody gets it. */
export function isHost(own: Told, titles: readonly Told[], one: Mention): boolean {
  return shelters.test(own.text) && titles.some((title) => hostsIn(title).some((host) => isOfOneState(host, one)));
}

function isOfOneState(one: Mention, other: Mention): boolean {
  return one.ids.some((id) => other.ids.some((it) => stateOf(it) === stateOf(id)));
}

function hostsIn({ lang, text, actors }: Told): Mention[] {
  return actors.filter((one) => standsBehind(inPlace, { lang, text }, one));
}

/** Whoever shelters where the titles tell that another does, or shelters nobody: told as a reason; null where there is none. */
export function otherHost(own: Told, titles: readonly Told[]): string | null {
  const refused = /\b(?:refuses?|refused|denies|denied)\s(?:\p{L}+\s){0,3}?(?:asylum|refuge)\b/iu.exec(own.text);
  const isRefused = ({ marks }: Told): boolean => marks.some(({ row }) => row === 'refuse' || row === 'not');
  if (refused && titles.length > 0 && !titles.some(isRefused)) return `says "${refused[0]}" of what no cited title tells as refused`;
  const found = /\b(?:given|gives?|gave|granted|grants|offered|offers)\s(?:\p{L}+\s){0,3}?(?:asylum|refuge)\s(?:to|for)\b/iu.exec(own.text);
  const [host] = own.actors;
  if (!found || !host || host.start > found.index) return null;
  const isOther = (title: Told): boolean => hostsIn(title).length === 1 && !hostsIn(title).some((one) => isOfOneState(one, host));
  return titles.length > 0 && titles.every(isOther) ? `lets ${host.text} shelter whom another shelters in the cited titles` : null;
}

/** The first land in which it happens where the titles name another for that and this one for something else; null where there is none. */
export function happensElsewhere(own: Told, titles: readonly Told[]): string | null {
  for (const mention of own.actors) {
    if (!isLand(mention) || !standsBehind(inPlace, { text: own.text, lang: 'en' }, mention) || /^['’-]/.test(own.text.slice(mention.end)))
      continue;
    const states = mention.ids.map(stateOf);
    const isHere = ({ ids }: Mention): boolean => ids.some((id) => states.includes(stateOf(id)));
    const isOther = (title: Told): boolean => {
      const there = title.actors.filter((one) => standsBehind(inPlace, title, one));
      const mine = title.actors.filter(isHere);
      return (
        there.length === 1 &&
        !there.some(isHere) &&
        mine.length > 0 &&
        there.every(({ place, ids }) => !place && ids.every((id) => /^[A-Z]{2}$/.test(id)))
      );
    };
    if (titles.length > 0 && titles.every(isOther))
      return `lets it happen in ${mention.text}, which the cited titles name for something else`;
  }
  return null;
}
