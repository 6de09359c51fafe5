// Words that make or scale a number, in the languages headlines come in. Data for numbers.ts and spelled.ts; `_` stands for a
// space inside a word.

/** What a word after digits multiplies them by; several where outlets mean different things by it. */
export const scales: readonly { factors: readonly number[]; words: string }[] = [
  {
    factors: [1e12],
    words:
      'trillion trillions trillionen tn trn trln billionen billones trilhões триллион триллиона триллионов трлн трильйон трильйонів 万亿 萬億',
  },
  {
    factors: [1e9],
    words:
      'billion billions bn bln milliard milliards milliarde milliarden miljard miliardi mil_millones mrd mld mds bilhão bilhões milyar миллиард миллиарда миллиардов мільярд мільярда мільярдів млрд مليار مليارات 十亿',
  },
  { factors: [1e8], words: '亿 億' },
  { factors: [1e7], words: 'crore crores 千万' },
  {
    factors: [1e6],
    words:
      'million millions millionen miljoen mn mln mio millón millones milione milioni milhão milhões milyon миллион миллиона миллионов мільйон мільйона мільйонів млн مليون ملايين 百万',
  },
  { factors: [1e5], words: 'lakh lakhs' },
  { factors: [1e4], words: '万 萬' },
  { factors: [1e3], words: 'thousand thousands tausend mila тысяча тысячи тысяч тисяча тисячі тисяч тыс тис ألف آلاف 千' },
  { factors: [1e3, 1e6], words: 'mil' },
];

/** Letters that scale only where they touch the digits: "£5m" is five million, "5m" may be five metres. */
export const scaleLetters: Record<string, number> = { k: 1e3, m: 1e6, b: 1e9 };

/** Small numbers as words, English first: what a claim says in English may stand on a title in another language. */
export const spelled: readonly { value: number; words: string }[] = [
  { value: 2, words: 'two zwei deux dos два две обе двух двое اثنين اثنان двумя duo pair tandem' },
  { value: 3, words: 'three drei trois tres три трех трое ثلاثة ثلاث тремя trio troika тройка ترويكا' },
  { value: 4, words: 'four vier quatre cuatro четыре четырех اربعة اربع четырьмя quartet' },
  { value: 5, words: 'five funf cinq cinco пять пяти خمسة خمس пятью' },
  { value: 6, words: 'six sechs seis шесть шести полгода полугода halbjahr ستة ست' },
  { value: 7, words: 'seven sieben siete семь семи سبعة سبع sept' },
  { value: 8, words: 'eight acht huit ocho восемь восьми ثمانية ثماني ثمان' },
  { value: 9, words: 'nine neun nueve девять девяти تسعة تسع neuf' },
  { value: 10, words: 'ten zehn dix diez десять десяти عشرة عشر' },
  { value: 11, words: 'eleven elf onze одиннадцать once одиннадцати' },
  { value: 12, words: 'twelve zwolf douze doce двенадцать двенадцать двенадцати' },
  { value: 13, words: 'thirteen dreizehn treize trece тринадцать тринадцати' },
  { value: 14, words: 'fourteen vierzehn quatorze catorce четырнадцать четырнадцати' },
  { value: 15, words: 'fifteen funfzehn quinze quince пятнадцать пятнадцати' },
  { value: 16, words: 'sixteen sechzehn seize dieciseis шестнадцать шестнадцати' },
  { value: 17, words: 'seventeen siebzehn diecisiete семнадцать семнадцати' },
  { value: 18, words: 'eighteen achtzehn dieciocho восемнадцать восемнадцати' },
  { value: 19, words: 'nineteen neunzehn diecinueve девятнадцать девятнадцати' },
  { value: 20, words: 'twenty zwanzig vingt veinte двадцать двадцати عشرين عشرون veintena vingtaine' },
  { value: 30, words: 'thirty dreissig trente treinta тридцать тридцати ثلاثين ثلاثون trentaine treintena' },
  { value: 40, words: 'forty vierzig quarante cuarenta сорок сорока اربعين اربعون quarantaine' },
  { value: 50, words: 'fifty funfzig cinquante cincuenta пятьдесят пятидесяти خمسين خمسون cinquantaine' },
  { value: 60, words: 'sixty sechzig soixante sesenta шестьдесят шестидесяти ستين ستون' },
  { value: 70, words: 'seventy siebzig setenta семьдесят семидесяти سبعين سبعون' },
  { value: 80, words: 'eighty achtzig ochenta восемьдесят восьмидесяти ثمانين ثمانون' },
  { value: 90, words: 'ninety neunzig noventa девяносто تسعين تسعون' },
];

/** English words that multiply the number words before them. */
export const multipliers: Record<string, number> = { dozen: 12, hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };
