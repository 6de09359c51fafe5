// Numbers in a text by their value, however they are written: "3,5 Mrd." and "3.5 billion" are one number, "3.5" is another. A digit that
// belongs to a name (G7, COVID-19, S-400) is no number, and a date is one thing.

import { scaleLetters, scales } from './number-words.js';
import { plain } from './plain.js';
import { numberWord, spelledNumbers } from './spelled.js';

/** `keys`: it stands where one of them is held. `implies`: what a text that holds it holds besides. */
interface Figure {
  shown: string;
  keys: readonly string[];
  implies?: readonly string[];
}

/** Latin, Greek and Cyrillic by ranges: classes by script are slow, and this runs over every title of a family. */
const letter = '[A-Za-z\u00c0-\u024f\u0370-\u052f]';
const capital = '[A-Z\u00c0-\u00de\u0391-\u03ab\u0400-\u042f]';
const currency = '(?:EUR|USD|GBP|CHF|JPY|CNY|RMB|INR|Rs|RUB|UAH)';
const figure = new RegExp(
  [
    '(?<![\\d-])(?<iso>\\d{4}-\\d{2}-\\d{2})(?![\\d-])',
    '(?<![\\d.])(?<day>\\d{1,2})\\.(?<month>\\d{1,2})\\.(?<year>\\d{4})(?!\\d)',
    '(?<joined>\\d+(?:[:/]\\d+)+)',
    `(?<!${letter}|\\d)(?!${currency}\\d)(?<name>${letter}+(?=\\d)|${capital}${letter}*-(?!(?:19|20)\\d\\d(?!\\d)))(?<mark>\\d+(?:\\.\\d+)?)`,
    '(?<generation>\\d+[GD])(?!\\p{L})',
    "(?<grouped>[1-9]\\d{0,2}(?<by>[,.' ])\\d{3}(?:\\k<by>\\d{3})*|\\d{1,2}(?:,\\d{2})+,\\d{3})(?!\\d)(?<rest>[.,]\\d+)?",
    '(?<digits>\\d+(?:[.,]\\d+)?)',
  ].join('|'),
  'gu',
);
const wordBefore = new RegExp(`(${letter}+)[ -]$`, 'u');
const scale = scales.map(({ factors, words }) => ({ factors, pattern: new RegExp(`^[ -]?(?:${alternatives(words)})`, 'iu') }));

/** Numbers in order of appearance, digits before words. `claimed` reads as a reader of English does, else generously in six languages. */
export function numbersOf(text: string, claimed: boolean): Figure[] {
  const digits = [...text.matchAll(figure)].map((found) => read(found, text));
  const alone = claimed ? [] : standingAlone(text);
  return [
    ...digits,
    ...alone,
    ...(claimed ? [] : sharesIn(text)),
    ...spelledNumbers(text, claimed).map(({ shown, value }) => ({ shown, keys: [keyOf(value)] })),
  ];
}

const parts = { two: 'half', three: 'a third', four: 'a quarter', five: 'a fifth', ten: 'a tenth' } as const;
const several = { two: 'two', three: 'three', four: 'four' } as const;

/** "one in three" is a third, "two in three" are two thirds. */
export function asShares(text: string): string {
  return text
    .replace(
      /\b(\p{L}+|\d+) and a half(?=\s(?:thousand|million|billion|trillion|hours?|days?|weeks?|months?|years?|percent|per cent)\b)/giu,
      (found, whole: string) => {
        const value = whole.toLowerCase() === 'one' ? 1 : (numberWord(whole.toLowerCase()) ?? (/^\d+$/.test(whole) ? Number(whole) : null));
        return value === null ? found : `${value}.5`;
      },
    )
    .replace(/\b(one|two|three|four|nine) (?:in|out of) (five|ten)\b/giu, (_, some: string, of: string) => {
      const part = { five: 20, ten: 10 }[of.toLowerCase() as 'five' | 'ten'];
      return `${(numberWord(some.toLowerCase()) ?? 0) * part} percent`;
    })
    .replace(/\bone in (two|three|four|five|ten)\b/giu, (_, of: string) => parts[of.toLowerCase() as keyof typeof parts])
    .replace(/\b(two|three|four) in (three|four|five|ten)\b/giu, (_, some: string, of: string) => {
      const part = parts[of.toLowerCase() as keyof typeof parts].replace(/^a /, '');
      return `${several[some.toLowerCase() as keyof typeof several]} ${part}s`;
    });
}

/** What part of a hundred a fraction is, in digits or in words: "ein Viertel" and "25 percent". */
const shares: readonly (readonly [RegExp, number])[] = [
  [/(?<!\p{L})(?:half|hälfte|halfte|mitad|moitié|moitie|половин\p{L}*)(?!\p{L})|一半|半数|نصف/giu, 50],
  [/(?<!\p{L})(?:third|drittel|tercio|tercera parte|tiers|треть)(?!\p{L})|三分之一|ثلث/giu, 33],
  [/(?<!three[- ])(?<!\p{L})(?:quarter|viertel|cuarto|cuarta parte|quart|четверть)(?!\p{L})|四分之一|ربع/giu, 25],
  [/(?<!\p{L})(?:three[- ]quarters|drei ?viertel|tres cuart[ao]s|trois quarts|три четверти)(?!\p{L})|四分之三/giu, 75],
  [/(?<!\p{L})(?:fifth|fünftel|funftel|quinto|quinta parte|cinquième|cinquieme)(?!\p{L})|五分之一|خمس/giu, 20],
  [/(?<!\p{L})(?:tenth|zehntel|décimo|décima parte|dixième)(?!\p{L})|十分之一|عشر/giu, 10],
];
/** "for the third week", of which a sentence may say three. */
const ordinals: readonly (readonly [RegExp, number])[] = (
  [
    ['second|zweite\\p{L}*|segund[oa]|deuxième|deuxieme|втор\\p{L}+', 2],
    ['third|dritte\\p{L}*|tercer[ao]?|troisième|troisieme|трет\\p{L}+', 3],
    ['fourth|vierte\\p{L}*|cuart[oa]|quatrième|quatrieme|четверт\\p{L}+', 4],
    ['fifth|fünfte\\p{L}*|quint[oa]|cinquième|cinquieme|пят\\p{L}{2,3}', 5],
    ['sixth|sechste\\p{L}*|sext[oa]|sixième|sixieme|шест\\p{L}{2,3}', 6],
  ] as const
).map(([words, value]) => [new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'giu'), value]);

function ordinalsIn(text: string): Figure[] {
  return ordinals.flatMap(([pattern, value]) => [...text.matchAll(pattern)].map(([shown]) => ({ shown, keys: [keyOf(value)] })));
}

const hanDigits = '零一二三四五六七八九';

function sharesIn(text: string): Figure[] {
  const spelled = shares.flatMap(([pattern, value]) => [...text.matchAll(pattern)].map(([shown]) => ({ shown, keys: [keyOf(value)] })));
  const han = [...text.matchAll(/百分之([一二三四五六七八九])?(十)?([一二三四五六七八九])?(?!百)/gu)].flatMap(
    ([shown, tens, ten, ones]) => {
      const [first, last] = [tens, ones].map((one) => (one ? hanDigits.indexOf(one) : 0));
      const value = ten ? (first || 1) * 10 + (last ?? 0) : (first ?? 0);
      return value > 0 ? [{ shown, keys: [keyOf(value)] }] : [];
    },
  );
  const counted = [
    ...text.matchAll(/([一二两三四五六七八九]?)(十?)([一二三四五六七八九]?)(?=[个名人家艘架辆枚座所条项次位只颗起国地州省年月日周天岁])/gu),
  ].flatMap(([shown, tens = '', ten = '', ones = '']) => {
    const [first, last] = [tens, ones].map((one) => (one === '两' ? 2 : one ? hanDigits.indexOf(one) : 0));
    const value = ten ? (first || 1) * 10 + (last ?? 0) : (first ?? 0);
    return value > 1 && (ten !== '' || ones === '') ? [{ shown, keys: [keyOf(value)] }] : [];
  });
  return [...spelled, ...han, ...counted, ...ordinalsIn(text)];
}

/** Numbers that other languages write in one word, and English with "a": "более тысячи", "un millar", "百分之百". */
const inOneWord: readonly (readonly [RegExp, number])[] = [
  [/(?<!\p{L})zwei(?=\p{L}{4})/giu, 2],
  [/(?<!\p{L})drei(?=\p{L}{4})/giu, 3],
  // The Arabic dual: "two men".
  [
    /(?<!\p{L})(?:[وبلك]?(?:ال)?\p{L}{3,}ت(?:ين|ان)|[وبلك]?(?:ال)?(?:رجل|شخص|جندي|طفل|يوم|[أا]سبوع|شهر|عام|سنت|ساعت|سفينت|ناقلت|طائرت|صاروخ|مسيرت|ضابط|قتيل|جريح|مرت|دولت|امر[أا]ت|شرطي|مدني|مواطن|بلد|مدينت|قاعدت|وزير|نائب|دبلوماسي|صحفي|عامل|ناشط|قيادي|مسلح|مقاتل|لاعب|طرف|جانب|حزب|جيش|مشروع|قانون|قرار|اتفاق)(?:ين|ان))(?!\p{L})/gu,
    2,
  ],
  [/(?<!\p{L})vier(?=\p{L}{4})/giu, 4],
  [/тысячу|(?:более|около|почти|свыше|порядка|до)\s+тысячи/giu, 1000],
  [/(?<!\p{L})(?:mil|mille|tausend|millar)(?!\p{L})|ألف(?!\p{L})|الف(?!\p{L})|上千|逾千/giu, 1000],
  [/十[余多几]万/gu, 1e5],
  [/(?<![\d一二三四五六七八九几数十百千万])千(?=[名人余多架枚只艘辆家户])/gu, 1000],
  [/(?<![\d一二三四五六七八九几数十百千万])百(?=[名人余多架枚只艘辆家户])/gu, 100],
  [/(?<![\d一二三四五六七八九几数十百千万])万(?=[名人余多架枚只艘辆家户])/gu, 1e4],
  [/(?<!\p{L})(?:cien|ciento|cent|hundert|сто|сотни|centenar)(?!\p{L})|مئة|مائة|上百|百分之百/giu, 100],
  [/(?<!\p{L})(?:un millón|un million|eine million|миллион|миллиона)(?!\p{L})|مليون|百万/giu, 1e6],
];

/** "Tres décadas" are thirty years. */
const decades = '\\s+(?:decades|jahrzehnte\\p{L}*|décadas|decadas|decenios|décennies|decennies|десятилети\\p{L}*)';
const ofDecades: readonly (readonly [RegExp, number])[] = (
  [
    ['two|zwei|dos|deux|два|двух', 20],
    ['three|drei|tres|trois|три|трех', 30],
    ['four|vier|cuatro|quatre|четыре|четырех', 40],
    ['five|funf|cinco|cinq|пять|пяти', 50],
  ] as const
).map(([words, years]) => [new RegExp(`(?<!\\p{L})(?:${words})${decades}`, 'giu'), years]);

function standingAlone(text: string): Figure[] {
  return [...inOneWord, ...ofDecades].flatMap(([pattern, value]) =>
    [...text.matchAll(pattern)].map(([shown]) => ({ shown, keys: [keyOf(value)] })),
  );
}

function read(found: RegExpExecArray, text: string): Figure {
  const shown = found[0];
  const { iso, day, month, year, joined, name, mark, generation, grouped, rest, digits } = found.groups ?? {};
  if (iso) return { shown, keys: [iso], implies: [iso.slice(0, 4)] };
  if (year) return { shown, keys: [`${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`], implies: [year] };
  if (joined) return { shown, keys: [joined] };
  if (name && mark) return { shown, keys: [besides(name.replace('-', ''), Number(mark))] };
  if (generation) return { shown, keys: [generation] };
  const value = Number(grouped ? `${grouped.replace(/\D/g, '')}${rest?.replace(',', '.') ?? ''}` : digits?.replace(',', '.'));
  const before = text.slice(Math.max(0, found.index - 30), found.index);
  const factors = factorsAfter(text.slice(found.index + shown.length, found.index + shown.length + 30), /[$€£¥₹]\s?$/u.test(before));
  if (factors.length > 0) return { shown, keys: factors.map((factor) => keyOf(value * factor)) };
  const word = before.match(wordBefore)?.[1];
  return { shown, keys: [keyOf(value), ...(word ? [besides(word, value)] : [])] };
}

/** What the words right after a number multiply it by; none for a plain number. */
function factorsAfter(after: string, money: boolean): readonly number[] {
  const touching = after.match(/^(?<touching>[kmb])(?![\p{L}\d])/iu)?.groups?.['touching'];
  const factor = touching ? scaleLetters[touching.toLowerCase()] : undefined;
  if (factor) return money ? [factor] : [factor, 1];
  return scale.find(({ pattern }) => pattern.test(after))?.factors ?? [];
}

function keyOf(value: number): string {
  return String(Number(value.toPrecision(12)));
}

/** A number right beside a word, whatever stands between them: "Covid 19" and "COVID-19", "С-400" and "S-400". */
function besides(word: string, value: number): string {
  return `${[...word.toLowerCase()].map((one) => cyrillic[one] ?? one).join('')}#${keyOf(value)}`;
}

const cyrillic = Object.fromEntries(
  'а a,б b,в v,г g,д d,е e,з z,и i,к k,л l,м m,н n,о o,п p,р r,с s,т t,у u,ф f,х kh'
    .split(',')
    .map((pair) => pair.split(' ') as [string, string]),
);

/** Longest first, each a whole word; words of scripts without spaces stand anywhere. */
function alternatives(words: string): string {
  return words
    .split(' ')
    .map((word) => plain(word.replaceAll('_', ' ')).trim())
    .sort((a, b) => b.length - a.length)
    .map((word) => (/\p{Script=Han}/u.test(word) ? word : `${word}(?!\\p{L})`))
    .join('|');
}
