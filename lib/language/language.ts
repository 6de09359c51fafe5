// What one language is. Each row of the table (rows/) has this shape; languages.ts lists the rows, and whoever needs such a fact asks there.

/** A writing, as headlines show it. "Japanese" is kana with ideographs, "Korean" Hangul. */
export type Script = 'Latin' | 'Cyrillic' | 'Arabic' | 'Han' | 'Japanese' | 'Korean' | 'Greek' | 'Hebrew' | 'Devanagari' | 'Other';

export interface Language {
  /** ISO 639-1. */
  code: string;
  /** In English. */
  name: string;
  script: Script;
  direction: 'ltr' | 'rtl';
  /**
   * `served`: every room reads it. `known`: it is told apart and the gate finds its actors and main acts.
   * `told`: it is only told apart from the others.
   */
  role: 'served' | 'known' | 'told';
  /** How words are parted: by blanks; by blanks with particles written onto their ends; not at all. */
  words: 'spaced' | 'particles' | 'unspaced';
  /** Whose short words (and, the, in, for) are written onto the beginning of the next; null where each stands alone. */
  prefixes: 'Arabic' | 'Hebrew' | null;
  /** What a capital inside a headline begins: names alone, every noun, or there are none. */
  capitals: 'names' | 'nouns' | 'none';
  /** What parts the thousands of a figure, apart from thin blanks: "1.000", "1 000" or "1,000". */
  thousands: readonly ('.' | ' ' | ',')[];
  /** The words that stand most often in its headlines, parted by blanks; '' where they were never counted. */
  frequent: string;
  /** Words that tell of no happening: articles, prepositions, auxiliaries, the labels of reporting; '' where there is no list. */
  stop: string;
  /** The words with which a headline begins to tell another thing ("as", "after"), parted by `|`; '' where there is no list. */
  joints: string;
  /** The words with which a clause of its own begins in a sentence or headline ("while", "who"), parted by `|`; '' where there is no list. */
  openers: string;
  /** The endings that tell forms of a word apart and mean nothing; null where words are compared whole. */
  endings: RegExp | null;
  /** Whether a word takes so few forms that headlines of one happening write it alike; 'many' where nobody has measured it, too. */
  forms: 'few' | 'many';
  /** What is left before an ending and makes one kind of word of another (a noun of a verb); null where nobody has told. */
  derivations: RegExp | null;
  /** Letters it has in names at most, and others written much like it have; null where no such language is known. */
  foreign: RegExp | null;
  /** How the names of countries stand in headlines. Null where no package has them. */
  countries: CountryNames | null;
}

export interface CountryNames {
  /** Countries (ISO 3166) whose name is an everyday word or somebody's: the vocabulary's files say how they are told. */
  leftOut: string;
  /**
   * The endings that take the place of the last letters of a name, by these letters; `*` for a name that ends in none of the others.
   * `{ а: 'а и у' }`: Украина, Украини, Украину. Empty where names do not change.
   */
  endings: Readonly<Record<string, string>>;
}

/** A row from what sets it apart; the rest is what most languages are. */
export function row(own: Pick<Language, 'code' | 'name'> & Partial<Language>): Language {
  return {
    script: 'Latin',
    direction: 'ltr',
    role: 'told',
    words: 'spaced',
    prefixes: null,
    capitals: 'names',
    thousands: [','],
    frequent: '',
    stop: '',
    joints: '',
    openers: '',
    endings: null,
    forms: 'many',
    derivations: null,
    foreign: null,
    countries: null,
    ...own,
  };
}
