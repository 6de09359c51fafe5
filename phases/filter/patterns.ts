// What numbers in a title say: casualties, score lines, sums of money, "17 Things ...". Nothing is tried on a title without a digit or a
// number word, and every pattern is linear, for each title of a batch passes here.
import { simplify } from '../../lib/language/traditional.js';
import { unitsOf } from '../../lib/language/units.js';

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
/** What a title must hold for an English count of casualties, told faster than by the pattern. */
const english = /kill|dead|die|wound|injur|hurt|missing|drown|slain|kidnap|abduct|displac|arrest|detain|leave|toll/iu;

/** The first three letters of each of them, five bits a letter: a title without any need not be asked. */
const englishBeginnings = new Uint8Array(1 << 15);
for (const word of english.source.split('|'))
  englishBeginnings[[...word].slice(0, 3).reduce((hash, letter) => hashWith(hash, letter.charCodeAt(0)), 0)] = 1;

/** The last three letters, whatever their case, as one number. */
function hashWith(hash: number, code: number): number {
  return ((hash << 5) | (code & 31)) & 0x7fff;
}

/** What letters and signs of a title make a pattern worth trying, as bits. */
const digit = 1;
const digitsAndSpace = 2;
/** Between two numbers, behind the first. */
const joint = 4;
const currency = 8;
const cyrillicOrArabic = 16;
const han = 32;
/** A letter of which English words are. */
const latin = 64;
/** The title begins as a listicle may: with a digit, or the first letter of "the", "top" or a number word. */
const opening = 128;
/** Three letters stand together with which a word of casualties begins. */
const hurting = 256;

const patterns: readonly { sense: NumberSense; needs: number; only?: RegExp; pattern: RegExp }[] = [
  { sense: 'casualties', needs: latin, only: english, pattern: new RegExp(`\\b${count} (?:[\\p{L}-]{2,20} ){0,3}${hurt}\\b`, 'iu') },
  {
    sense: 'casualties',
    needs: latin,
    only: english,
    pattern: new RegExp(
      `\\b(?:kill(?:s|ed|ing)?|wound(?:s|ed|ing)?|injur(?:es|ed|ing)|leaves?) (?:at least |more than |nearly |over |about |up to )?${count}\\b`,
      'iu',
    ),
  },
  { sense: 'casualties', needs: latin, only: english, pattern: /\bdeath toll\b/iu },
  {
    sense: 'casualties',
    needs: digitsAndSpace,
    pattern:
      /\d[\d.,]{0,9} (?:[\p{L}-]{2,20} ){0,2}(?:tote|verletzte|todesopfer|getötet|morts?|blessés?|tués?|muertos|heridos|fallecidos|víctimas|desaparecidos|погиб\p{L}{0,6}|раненых|ранены|убит\p{L}{0,4}|жертв\p{L}{0,3}|пострадав\p{L}{0,5})/iu,
  },
  {
    sense: 'casualties',
    needs: cyrillicOrArabic,
    pattern: /(?:погибл[иао]|убит[ыо]|ранен[ыо]|пострадал[иао]|مقتل|إصابة|استشهاد|قتيل|قتلى) (?:[\p{L}-]{2,12} ){0,2}\d{1,6}/iu,
  },
  {
    sense: 'casualties',
    needs: han,
    pattern:
      /[\d一二三四五六七八九十百千数两多]{1,6}[余多]?[人名][^\s,，。]{0,6}?(?:死亡|遇难|丧生|身亡|受伤|失踪|被杀|罹难|死伤|伤亡|被捕|被绑)|[\d一二三四五六七八九十百千数两]{1,6}[余多]?(?:人)?死|死亡\d+|致(?:至少|超)?[\d一二三四五六七八九十数]{1,5}[余多]?人?死?/u,
  },
  { sense: 'score-line', needs: joint, pattern: /(?<![\d.,:/-])\d{1,3} ?[-–:：比] ?\d{1,3}(?![\d.,:/-]|(?: ?(?:am|pm|uhr|h)\b))/iu },
  {
    sense: 'money',
    needs: currency | digitsAndSpace | han,
    pattern:
      /[$€£¥]\s?\d[\d.,]{0,12}\s?(?:b|bn|billion|m|mn|million|tn|trillion|k)?\b|\d[\d.,]{0,9} (?:billion|trillion|milliard\p{L}{0,3}|billion\p{L}{0,2}|миллиард\p{L}{0,3}|млрд|mil millones)|\d+(?:\.\d+)?(?:亿|万亿)/iu,
  },
  {
    sense: 'listicle',
    needs: opening,
    pattern:
      /^(?:the |top )?(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten) (?:[\p{L}'’-]{2,20} ){0,4}(?:things|ways|reasons|tips|tricks|recipes|ideas|gifts|hacks|signs|facts|products|photos|pictures|tweets|moments|quotes|questions|movies|films|shows|songs|books|podcasts|outfits|looks|dresses|places|foods|habits|steps|secrets|mistakes|lessons|best|times|celebrities|apps|games|rules|myths|items|pieces)\b/iu,
  },
];
const numberWord = /\b(?:two|three|four|five|six|seven|eight|nine|ten|dozens?|scores|hundreds|thousands|several|many|toll)\b/i;
const hanNumeral = /[一二三四五六七八九十百千数數两兩]/;

/** The numbers that say something, at most one hit per sense, in no particular order; none gives []. */
export function readNumbers(given: string): NumberHit[] {
  const holds = signsOf(given);
  const isWorthTrying =
    (holds & digit) !== 0 || ((holds & han) !== 0 && hanNumeral.test(given)) || ((holds & latin) !== 0 && numberWord.test(given));
  if (!isWorthTrying) return [];
  const title = (holds & han) === 0 ? given : simplify(given);
  const hits: NumberHit[] = [];
  let isEnglish: boolean | null = null;
  for (const { sense, needs, only, pattern } of patterns) {
    if ((holds & needs) === 0) continue;
    if (only !== undefined) {
      isEnglish ??= (holds & hurting) !== 0 && only.test(title);
      if (!isEnglish) continue;
    }
    if (hits.length > 0 && isAmong(hits, sense)) continue;
    const found = pattern.exec(title);
    if (found !== null) hits.push({ sense, start: found.index, end: found.index + found[0].length });
  }
  return hits;
}

function isAmong(hits: readonly NumberHit[], sense: NumberSense): boolean {
  for (const hit of hits) if (hit.sense === sense) return true;
  return false;
}

/** One look at each letter, in place of a look at all of them by each pattern. */
function signsOf(title: string): number {
  const { units, length } = unitsOf(title);
  let holds = opensAsList(units[0] ?? 0) ? opening : 0;
  // How far a number is behind: in it, or one space after it.
  let inNumber = false;
  let afterNumber = false;
  let letters = 0;
  for (let at = 0; at < length; at++) {
    const code = units[at] ?? 0;
    if (code >= 0x30 && code <= 0x39) {
      holds |= digit;
      inNumber = true;
    } else if (code === 0x20) {
      if (inNumber) holds |= digitsAndSpace;
      afterNumber = inNumber;
      inNumber = false;
      continue;
    } else if (code >= 0x3400 && code <= 0x9fff) {
      // Among them what stands between two numbers, and what is counted in.
      holds |= han | joint;
      inNumber = false;
    } else if (isJoint(code)) {
      if (inNumber || afterNumber) holds |= joint;
      inNumber = false;
    } else if (code !== 0x2e && code !== 0x2c) {
      inNumber = false;
      if (code > 0x40 && code < 0x7b) {
        holds |= latin;
        letters = hashWith(letters, code);
        if (englishBeginnings[letters] === 1) holds |= hurting;
      } else if (code === 0x24 || code === 0xa3 || code === 0xa5 || code === 0x20ac) holds |= currency;
      else if (code >= 0x400 && code <= 0x6ff) holds |= cyrillicOrArabic;
      // Two signs that count as an "s" and a "k" where case does not.
      else if (code === 0x17f || code === 0x212a) holds |= latin | hurting;
    }
    afterNumber = false;
  }
  return holds;
}

const firstLetters = new Set([...'tTfFsSeEnN\u017f'].map((letter) => letter.charCodeAt(0)));

function opensAsList(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || firstLetters.has(code);
}

/** One of - – : and its wide form. */
function isJoint(code: number): boolean {
  return code === 0x2d || code === 0x2013 || code === 0x3a || code === 0xff1a;
}
