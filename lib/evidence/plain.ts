// Text in one spelling, so that the same word or number of two outlets can be compared.

const digitBlocks = ['٠', '۰', '०', '০'].map((zero) => zero.charCodeAt(0));
const fractions: Record<string, string> = { '½': '.5', '¼': '.25', '¾': '.75' };
const letters: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ı: 'i',
};

/**
 * Width, accents and digits of other scripts folded away, raised digits dropped, "U.N." joined to "UN" (its last point stays before a
 * capital, where a sentence may begin), scripts without spaces set apart by spaces. Letter case stays.
 */
export function plain(text: string): string {
  return text
    .replace(/(\d*)([½¼¾])/gu, (_, whole: string, part: string) => `${whole || '0'}${fractions[part]}`)
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(/[⁰¹²³⁴-⁹₀-₉]/gu, '')
    .replaceAll('№', 'No. ')
    .replaceAll('٫', '.')
    .replaceAll('٬', ',')
    .replace(/[’‘ʼ`´]/gu, "'")
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßøØłŁđĐæÆœŒı]/gu, (letter) => letters[letter] ?? letter)
    .replace(/(?<!\p{L})\p{Lu}(?:\.\p{Lu})+(?!\p{L})\.?/gu, joined)
    .replace(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+/gu, ' $& ');
}

function joined(dotted: string, at: number, text: string): string {
  return dotted.replaceAll('.', '') + (/^\s+\p{Lu}/u.test(text.slice(at + dotted.length)) ? '.' : '');
}

function asciiDigit(digit: string): string {
  const zero = digitBlocks.find((start) => digit.charCodeAt(0) >= start && digit.charCodeAt(0) < start + 10);
  return zero === undefined ? digit : String(digit.charCodeAt(0) - zero);
}
