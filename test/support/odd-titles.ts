// Titles that no outlet writes and a feed may carry all the same: by what they are, and the title.
export const oddTitles: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['blanks', ' \u00a0\t '],
  ['lone surrogates', '\ud800\udc00\ud800 12 killed \udfff'],
  ['500 digits', '7'.repeat(500)],
  ['500 Arabic digits', '٣'.repeat(500)],
  ['250 numbers', '1 '.repeat(250)],
  ['hyphens and numbers', '1-'.repeat(250)],
  ['number words', 'five and '.repeat(60)],
  ['German number parts', 'hundert'.repeat(70)],
  ['Chinese numerals', '百'.repeat(500)],
  ['open quotation marks', '“'.repeat(500)],
  ['apostrophes', "'a ".repeat(170)],
  ['colons', 'a: '.repeat(170)],
  ['question marks', '?'.repeat(500)],
  ['commas in a number', '1,'.repeat(250)],
  ['symbols and marks', '☃️🇺🇳\u0301'.repeat(100)],
];
