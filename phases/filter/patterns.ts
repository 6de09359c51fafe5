// Takes a title and its language-free numbers, leaves what they say: casualty counts, score lines, sums of money, "17 Things ...".
// Guards speed: nothing is tried on a title without a digit or a number word, and every pattern is linear.
import { simplify } from '../../lib/language/traditional.js';

/** What a number in a title speaks of. */
type NumberSense = 'casualties' | 'score-line' | 'money' | 'listicle';

export interface NumberHit {
  sense: NumberSense;
  start: number;
  end: number;
}

const count = '(?:\\d[\\d.,]{0,9}|two|three|four|five|six|seven|eight|nine|ten|dozens?|scores|hundreds|thousands|several|many)';
const hurt =
  '(?:killed|dead|die|died|dies|wounded|injured|hurt|missing|drowned?|slain|kidnapped|abducted|displaced|arrested|detained|feared dead)';
/** What a title must hold for a pattern to be worth trying, told faster than by the pattern. */
const english = /kill|dead|die|wound|injur|hurt|missing|drown|slain|kidnap|abduct|displac|arrest|detain|leave|toll/iu;
const cyrillicOrArabic = /[\u0400-\u06ff]/;
const han = /[\u3400-\u9fff]/;

const patterns: readonly { sense: NumberSense; only?: RegExp; pattern: RegExp }[] = [
  { sense: 'casualties', only: english, pattern: new RegExp(`\\b${count} (?:[\\p{L}-]{2,20} ){0,3}${hurt}\\b`, 'iu') },
  {
    sense: 'casualties',
    only: english,
    pattern: new RegExp(
      `\\b(?:kill(?:s|ed|ing)?|wound(?:s|ed|ing)?|injur(?:es|ed|ing)|leaves?) (?:at least |more than |nearly |over |about |up to )?${count}\\b`,
      'iu',
    ),
  },
  { sense: 'casualties', only: english, pattern: /\bdeath toll\b/iu },
  {
    sense: 'casualties',
    pattern:
      /\d[\d.,]{0,9} (?:[\p{L}-]{2,20} ){0,2}(?:tote|verletzte|todesopfer|getötet|morts?|blessés?|tués?|muertos|heridos|fallecidos|víctimas|desaparecidos|погиб\p{L}{0,6}|раненых|ранены|убит\p{L}{0,4}|жертв\p{L}{0,3}|пострадав\p{L}{0,5})/iu,
  },
  {
    sense: 'casualties',
    only: cyrillicOrArabic,
    pattern: /(?:погибл[иао]|убит[ыо]|ранен[ыо]|пострадал[иао]|مقتل|إصابة|استشهاد|قتيل|قتلى) (?:[\p{L}-]{2,12} ){0,2}\d{1,6}/iu,
  },
  {
    sense: 'casualties',
    only: han,
    pattern:
      /[\d一二三四五六七八九十百千数两多]{1,6}[余多]?[人名][^\s,，。]{0,6}?(?:死亡|遇难|丧生|身亡|受伤|失踪|被杀|罹难|死伤|伤亡|被捕|被绑)|[\d一二三四五六七八九十百千数两]{1,6}[余多]?(?:人)?死|死亡\d+|致(?:至少|超)?[\d一二三四五六七八九十数]{1,5}[余多]?人?死?/u,
  },
  { sense: 'score-line', pattern: /(?<![\d.,:/-])\d{1,3} ?[-–:：比] ?\d{1,3}(?![\d.,:/-]|(?: ?(?:am|pm|uhr|h)\b))/iu },
  {
    sense: 'money',
    pattern:
      /[$€£¥]\s?\d[\d.,]{0,12}\s?(?:b|bn|billion|m|mn|million|tn|trillion|k)?\b|\d[\d.,]{0,9} (?:billion|trillion|milliard\p{L}{0,3}|billion\p{L}{0,2}|миллиард\p{L}{0,3}|млрд|mil millones)|\d+(?:\.\d+)?(?:亿|万亿)/iu,
  },
  {
    sense: 'listicle',
    pattern:
      /^(?:the |top )?(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten) (?:[\p{L}'’-]{2,20} ){0,4}(?:things|ways|reasons|tips|tricks|recipes|ideas|gifts|hacks|signs|facts|products|photos|pictures|tweets|moments|quotes|questions|movies|films|shows|songs|books|podcasts|outfits|looks|dresses|places|foods|habits|steps|secrets|mistakes|lessons|best|times|celebrities|apps|games|rules|myths|items|pieces)\b/iu,
  },
];
const worthTrying =
  /\d|[一二三四五六七八九十百千数數两兩]|(?:two|three|four|five|six|seven|eight|nine|ten|dozens?|scores|hundreds|thousands|several|many|toll)\b/i;

/** The numbers that say something, at most one hit per sense, in no particular order; none gives []. */
export function readNumbers(given: string): NumberHit[] {
  if (!worthTrying.test(given)) return [];
  const title = han.test(given) ? simplify(given) : given;
  const hits: NumberHit[] = [];
  let asked: RegExp | undefined;
  let holds = true;
  for (const { sense, only, pattern } of patterns) {
    if (only !== asked) holds = only === undefined || only.test(title);
    asked = only;
    if (!holds) continue;
    if (hits.some((hit) => hit.sense === sense)) continue;
    const found = pattern.exec(title);
    if (found !== null) hits.push({ sense, start: found.index, end: found.index + found[0].length });
  }
  return hits;
}
