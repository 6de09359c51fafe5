// Whether a sentence tells of the place that something is bound for as the place it comes from, or the other way round: "coming from Mexico" of
// "bound for Mexico", in titles that tell one end of the way alone.
import type { Mention } from './actors.js';
import { sameName } from './sounds.js';
import type { Told } from './told.js';

/** What stands right before the place that something is on its way to, by language. */
const whither: Readonly<Record<string, RegExp>> = {
  en: /(?<!\p{L})(?:bound for|headed (?:for|to)|heading (?:for|to)|destined for|en route to|on (?:its|their|the) way to)\s(?:the\s)?$/iu,
  de: /(?<!\p{L})(?:unterwegs nach|auf dem Weg nach|bestimmt für|in Richtung|Richtung|Kurs auf)\s$/iu,
  es: /(?<!\p{L})(?:con destino a|con rumbo a|rumbo a|iban? (?:a|hacia|para)|se dirigían? a|destinad[oa]s? a|camino de)\s(?:la\s|el\s|los\s)?$/iu,
  fr: /(?<!\p{L})(?:à destination d[eu']|en route (?:pour|vers)|en partance pour|destinée?s? (?:à|au|aux)|se dirigea(?:i|ie)n?t vers)\s?(?:la\s|le\s|l['’]|les\s)?$/iu,
  ru: /(?<!\p{L})(?:направля\p{L}+|шедш\p{L}+|летевш\p{L}+|следовавш\p{L}+|шл[аио]|по пути|предназнач\p{L}+) (?:в|на|для)\s$/iu,
  zh: /(?:运往|开往|飞往|驶往|销往|发往)$/u,
  ar: /(?:متجه\p{L}*|في طريق\p{L}*|كان\p{L}* متوجه\p{L}*) (?:الى|إلى|نحو)\s$/u,
};
/** And before the place it comes from. */
const whence: Readonly<Record<string, RegExp>> = {
  en: /(?<!\p{L})(?:coming|arriving|arrived|came|shipped|sent|sailing|sailed|flying|flown|imported|originating|brought|smuggled) from\s(?:the\s)?$/iu,
  de: /(?<!\p{L})(?:aus|von)\s$/iu,
  es: /(?<!\p{L})(?:procedentes? de|provenientes? de|desde|venían? de)\s(?:la\s|el\s|los\s)?$/iu,
  fr: /(?<!\p{L})(?:en provenance d[eu']|venant d[eu']|arrivant d[eu'])\s?(?:la\s|le\s|l['’]|les\s)?$/iu,
  ru: /(?<!\p{L})(?:из|прибывш\p{L}+ из)\s$/iu,
  zh: /(?:来自|从)$/u,
  ar: /(?:قادم\p{L}*|آتي\p{L}*|اتي\p{L}*) من\s$/u,
};

/** The first place told so, as a reason; null where there is none. */
export function otherDirection(own: Told, titles: readonly Told[]): string | null {
  for (const place of own.actors) {
    const [comes, goes] = [stands(whence, own, place), stands(whither, own, place)];
    if (comes === goes) continue;
    const spots = titles.flatMap((title) => title.actors.filter((other) => isSame(place, other)).map((other) => ({ title, other })));
    if (spots.length > 0 && spots.every(({ title, other }) => stands(comes ? whither : whence, title, other)))
      return `tells ${place.text} as the ${comes ? 'start' : 'end'} of a way, which the cited titles tell as its ${comes ? 'end' : 'start'}`;
  }
  return null;
}

function stands(words: Readonly<Record<string, RegExp>>, { lang, text }: Told, { start }: Mention): boolean {
  return words[lang]?.test(text.slice(0, start)) === true;
}

function isSame(one: Mention, other: Mention): boolean {
  return one.ids.some((id) => other.ids.includes(id)) || sameName(one.text, other.text);
}
