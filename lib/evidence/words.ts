// Text as words that can be compared: folded to plain letters, English ones down to their stems, Arabic ones freed of what is written onto
// them. Chinese stays in runs: its words are found inside.

export interface FoldedWord {
  /** As it stands. */
  text: string;
  /** In small letters without marks. */
  plain: string;
  /** What stays of it in all its forms, were it English. */
  stem: string;
  /** Where it stands, in UTF-16 units. */
  start: number;
  end: number;
  han: boolean;
  /** It begins with a capital. */
  capital: boolean;
}

const wordOrNumber = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{M}])+|\d(?:[\d.,]*\d)?/gu;

/** The plain letters of the words of a text, where nothing else is asked of them. */
export function plainWordsOf(text: string): string[] {
  if (/^[a-z]+$/.test(text)) return [text];
  return writtenWordsOf(text).map(plainWord);
}

/** Words and numbers as they stand, in order; "Iran's" is two. Empty where there are none. */
export function writtenWordsOf(text: string): string[] {
  return text.match(wordOrNumber) ?? [];
}

/** Words and numbers in order; "Iran's" is two. */
export function foldedWordsOf(text: string): FoldedWord[] {
  return [...text.matchAll(wordOrNumber)].map(([found], index, all) => {
    const start = all[index]?.index ?? 0;
    const plain = plainWord(found);
    return {
      text: found,
      plain,
      stem: stemOf(plain),
      start,
      end: start + found.length,
      han: /\p{Script=Han}/u.test(found),
      capital: /^\p{Lu}/u.test(found),
    };
  });
}

const letters: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', æ: 'ae', œ: 'oe', ı: 'i', ة: 'ه', ى: 'ي', ـ: '' };

/** In small letters, without accents, vowel signs and the variants of alif. */
export function plainWord(word: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII, which has no marks.
  if (/^[\x00-\x7f]*$/.test(word)) return word.toLowerCase();
  return word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßøłđæœıةىـ]/gu, (letter) => letters[letter] ?? letter);
}

const irregular: ReadonlyMap<string, string> = new Map(
  `beat beaten;begin began begun;bite bit bitten;blow blew blown;break broke broken;bring brought;build built;burn burnt;buy bought;catch caught;
choose chose chosen;come came;creep crept;deal dealt;dig dug;draw drew drawn;drink drank drunk;drive drove driven;eat ate eaten;fall fell fallen;
feed fed;fight fought;find found;flee fled;fly flew flown;forbid forbade forbidden;forget forgot forgotten;freeze froze frozen;get got gotten;
give gave given;go went gone;grow grew grown;hang hung;hear heard;hide hid hidden;hold held;keep kept;know knew known;lay laid;lead led;
leave left;lend lent;lose lost;make made;mean meant;meet met;overcome overcame;overthrow overthrew overthrown;pay paid;ride rode ridden;
ring rang rung;rise rose risen;run ran;seek sought;sell sold;send sent;shake shook shaken;shoot shot;shrink shrank shrunk;sing sang sung;
sink sank sunk;sit sat;slay slew slain;sleep slept;speak spoke spoken;speed sped;spend spent;stand stood;steal stole stolen;stick stuck;
strike struck stricken;swear swore sworn;sweep swept;swim swam swum;take took taken;teach taught;tear tore torn;tell told;think thought;
throw threw thrown;undergo underwent undergone;understand understood;uphold upheld;wake woke woken;win won;withdraw withdrew withdrawn;
withhold withheld;write wrote written`
    .split(/;\s*/)
    .flatMap((verb) => {
      const [base = '', ...forms] = verb.split(' ');
      return forms.map((form): [string, string] => [form, base]);
    }),
);

/** Words that are none of the others that they would be cut down to: "plane" is no plan, "care" no car, "severe" severs nothing. */
const kept: ReadonlyMap<string, string> = new Map(
  'plane care cape wine bare severe news hate fare scare spine stripe moral morale'.split(' ').flatMap((word): [string, string][] => [
    [word, word],
    [`${word}s`, word],
  ]),
);

/** What stays of an English word in all its forms: "strikes", "striking" and "strike" are one. Light: "negotiator" stays apart from "negotiation". */
export function stemOf(plain: string): string {
  const whole = kept.get(plain);
  if (whole !== undefined) return whole;
  let word = irregular.get(plain) ?? plain;
  if (word.length > 4 && word.endsWith('ies')) word = `${word.slice(0, -3)}y`;
  else if (word.length > 4 && /(?:x|ch|sh|ss|zz)es$/.test(word)) word = word.slice(0, -2);
  else if (word.length > 3 && /[^sui]s$/.test(word)) word = word.slice(0, -1);
  if (word.length > 5 && word.endsWith('ing') && /[aeiouy]/.test(word.slice(0, -3))) word = word.slice(0, -3);
  else if (word.endsWith('eed') && word.length > 5) word = word.slice(0, -1);
  else if (word.length > 4 && word.endsWith('ed') && /[aeiouy]/.test(word.slice(0, -2))) word = word.slice(0, -2);
  if (word.length > 3) word = word.replace(/e$/, '').replace(/([^aeiou])\1$/, '$1');
  return word.replace(/y$/, 'i');
}

/** An Arabic word and what stays of it without "and", "with", "the", "will" and the letters of its person. */
export function bareForms(plain: string): string[] {
  if (!/^[\u0621-\u06ff]/.test(plain)) return [plain];
  const forms = new Set([plain]);
  const stripped = plain.replace(/^[وف](?=...)/, '');
  for (const one of [plain, stripped]) {
    forms.add(one);
    forms.add(one.replace(/^[بلك]?ال(?=..)|^لل(?=..)/, ''));
    forms.add(one.replace(/^[بلك](?=...)/, ''));
    forms.add(one.replace(/^س?[يتن](?=..)/, ''));
  }
  // The tenth form begins with "است" and loses its first letter behind one of a person.
  for (const form of [...forms]) if (form.startsWith('ست')) forms.add(`ا${form}`);
  // So do the fourth and the eighth: "تعتقل" is of "اعتقل".
  if (/^[يتن].../.test(stripped)) forms.add(`ا${stripped.slice(1)}`);
  return [...forms];
}

/** A beginning under five letters must be the word but for an inflection. */
export function begins(word: string, beginning: string): boolean {
  return word.startsWith(beginning) && (beginning.length >= 5 || word.length - beginning.length <= (beginning.length < 4 ? 3 : 6));
}

/** "withdraw", "withdrawal": more than half of both is alike, five letters at least. */
export function isDerived(stem: string, others: ReadonlySet<string>): boolean {
  if (stem.length < 5) return false;
  return [...others].some((other) => {
    let alike = 0;
    while (alike < stem.length && stem[alike] === other[alike]) alike++;
    return alike >= 5 && stem.length - alike <= 4 && other.length - alike <= 4 && alike >= 0.6 * Math.max(stem.length, other.length);
  });
}
