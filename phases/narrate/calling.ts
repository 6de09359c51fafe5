// Whether a headline tells what somebody calls another, with or without quotation marks: "governor calls deployments an invasion".
import { patternOf } from '../../lib/language/word-rows.js';

const calling = patternOf([
  {
    en: 'calls|brands|labels|dubs|likens|compares|denounces|describes|slams as|decries',
    de: 'nennt|nennen|bezeichnet|bezeichnen|vergleicht|vergleichen|spricht von|sprechen von|prangert',
    fr: 'qualifie|qualifient|dénonce|dénoncent|compare|comparent|parle de|parlent de',
    es: 'califica|califican|tacha|tachan|tilda|tildan|denuncia|denuncian|compara|comparan',
    ru: 'назвал*|называ*|сравнил*',
    zh: '称为|斥为|称其|比作',
    ar: 'يصف|تصف|وصف|وصفت',
  },
]);

/** Such a headline gives somebody's words though it marks none: it is none of those that quote and ascribe nothing. */
export function tellsWhatOneCalls(title: string): boolean {
  return calling.test(title);
}
