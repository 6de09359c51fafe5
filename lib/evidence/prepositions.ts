// The prepositions of each language, as they stand right before the name of a place or party: at the end of the text before it. They differ by
// what asks: a verb of leaving takes more words for "from" than one of sending may.
import type { Mention } from './actors.js';
import type { Told } from './told.js';

/** By language; one that is not there has none that are known. */
type Before = Readonly<Record<string, RegExp>>;

/** Whether one of these stands right before the name. */
export function standsBehind(words: Before, { text, lang }: Pick<Told, 'text' | 'lang'>, { start }: Pick<Mention, 'start'>): boolean {
  return words[lang]?.test(text.slice(0, start)) === true;
}

/** Where something happens, or whence it is told. */
export const inLand: Before = {
  en: /\b(?:in|inside|within|across)\s(?:the\s)?$/i,
  de: /\b(?:in|im|aus)\s(?:der\s|dem\s|den\s)?$/i,
  es: /\b(?:en|de)\s(?:la\s|el\s|los\s)?$/i,
  fr: /(?<!\p{L})(?:en|aux?|dans|du|de|d')\s?(?:la\s|le\s|l'|les\s)?$/iu,
  ru: /(?<!\p{L})(?:в|во|на|из)\s$/iu,
  zh: /[在驻]$/u,
  ar: /(?:في|من|ب)\s?$/u,
};

/** Where something happens, and nothing else. */
export const inPlace: Before = {
  en: /(?<!\b(?:trust|confidence|belief|interest|invest|invests|invested|investment)\s)\bin\s(?:the\s)?$/i,
  de: /\b(?:in|im)\s(?:der\s|dem\s|den\s)?$/i,
  es: /\ben\s(?:la\s|el\s|los\s)?$/i,
  fr: /(?<!\p{L})(?:en|aux?)\s$/iu,
  ru: /(?<!\p{L})(?:в|во)\s$/iu,
  zh: /在$/u,
  ar: /في\s$/u,
};

/** Where, near which or on which side of it something happens; in titles of other languages. */
export const whereabouts: Before = {
  de: /(?<!\p{L})(?:in|im|nahe|bei|vor|außerhalb|innerhalb)\s(?:der\s|den\s|dem\s)?$/iu,
  fr: /(?<!\p{L})(?:en|dans|près d[eu']|au large d[eu']|dans le (?:nord|sud|centre) d[eu']|dans l['’](?:est|ouest) d[eu'])\s?(?:la\s|le\s|les\s|l['’])?$/iu,
  es: /(?<!\p{L})(?:en|cerca de|frente a|(?:norte|sur|este|oeste|centro) de)\s(?:la\s|el\s|las\s|los\s)?$/iu,
  ru: /(?<!\p{L})(?:в|во|на|под|около|близ|возле)\s(?:(?:север|юг|восток|запад)\p{L}*\s)?$/iu,
  ar: /(?<!\p{L})و?(?:في|شمالي?|جنوبي?|شرقي?|غربي?|وسط|قرب|قبالة|داخل|بشمال|بجنوب|بشرق|بغرب)\s(?:(?:سواحل|شرق|غرب|مدينة|محافظة)\s)?$/u,
};

/** What is near; in Chinese it stands behind, see `isNear`. */
export const nearPlace: Before = {
  en: /\b(?:near|close to|next to|not far from)\s(?:\S+\s){0,2}$/i,
  de: /\b(?:nahe|unweit|neben|in der nähe(?: von)?)\s(?:\S+\s){0,2}$/i,
  fr: /(?:près d|à proximité d|non loin d|à côté d)(?:e |es |u |'|’)(?:\S+\s){0,2}$/iu,
  es: /\b(?:cerca del?|junto al?|próximo al?)\s(?:\S+\s){0,2}$/iu,
  ru: /(?:возле|рядом со?|вблизи|около|недалеко от|неподал[её]ку от)\s(?:\S+\s){0,2}$/iu,
  ar: /(?:قرب|بالقرب من|بجوار|على مقربة من)\s(?:\S+\s){0,1}$/u,
};

/** Whither something goes. */
export const toPlace: Before = {
  en: /\b(?:to|into|towards?)\s(?:the\s)?$/i,
  de: /\b(?:nach|an|in die)\s$/i,
  es: /\b(?:a|hacia|hasta)\s(?:la\s|los\s)?$/i,
  fr: /(?<!\p{L})(?:à|vers|aux?)\s(?:la\s|l')?$/iu,
  zh: /[向给往]$/u,
  ar: /(?:إلى|الى)\s$/u,
};

/** Whither somebody travels, or where he is to arrive. */
export const toGoal: Before = {
  en: /\b(?:to|in|at|visit(?:s|ed|ing)?)\s(?:the\s)?$/i,
  de: /\b(?:nach|in)\s(?:die\s|den\s)?$/i,
  es: /\b(?:a|hacia|visita)\s(?:la\s|los\s)?$/i,
  fr: /(?<!\p{L})(?:à|aux?|en|vers|visite)\s(?:la\s|l'|le\s)?$/iu,
  ru: /(?<!\p{L})(?:в|на)\s$/iu,
  zh: /(?:访问|抵达|前往|出访|飞往|访|赴|抵)$/u,
  ar: /(?:إلى|الى|في)\s$/u,
};

/** Whence something goes. */
export const fromPlace: Before = {
  en: /\bfrom\s(?:the\s)?$/i,
  de: /\baus\s(?:dem\s|der\s)?$/i,
  es: /\bdesde\s(?:la\s|los\s)?$/i,
  fr: /\bdepuis\s(?:la\s|le\s|l')?$/i,
  ru: /(?<!\p{L})из\s$/iu,
  zh: /[从自]$/u,
  ar: /من\s$/u,
};

/** Whence somebody leaves; wider than `fromPlace`, for only verbs of leaving ask. */
export const leftPlace: Before = {
  en: /\bfrom\s(?:the\s)?$/i,
  de: /\baus\s(?:dem\s|der\s)?$/i,
  es: /\bde\s(?:la\s|los\s)?$/i,
  fr: /(?<!\p{L})(?:de|du|d['’]|de l['’])\s?(?:la\s|l['’])?$/iu,
  ru: /(?<!\p{L})из\s$/iu,
  zh: /[从自]$/u,
  ar: /من\s$/u,
};

/** Two between whom somebody mediates. */
export const betweenBoth: Before = {
  en: /\bbetween\s(?:the\s)?$/i,
  de: /\bzwischen\s(?:der\s|den\s|dem\s)?$/i,
  es: /\bentre\s(?:la\s|el\s|los\s)?$/i,
  fr: /(?<!\p{L})entre\s(?:la\s|le\s|les\s|l')?$/iu,
  ru: /(?<!\p{L})между\s$/iu,
  ar: /(?:^|\s)بين\s$/u,
};
