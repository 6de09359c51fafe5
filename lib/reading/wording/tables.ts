// Reads the tables of wording and gives each language its own lists.
import { join } from 'node:path';
import { keepLast } from '../../language/keep-last.js';
import { languageOf } from '../../language/languages.js';
import type { Lexicons } from '../lexicons.js';
import { lazily } from '../text/lazily.js';
import { type Looks, makeLooks } from '../text/looks.js';
import { rowsOf } from '../text/table.js';
import { AnyOf, listOf, type Terms } from '../text/terms.js';
import { type ActWord, actWordsOf } from './act-words.js';
import { type Focus, foci } from './foci.js';

export type LoadedSort = 'violence' | 'slur' | 'deed' | 'praise' | 'not';

/** One language's lists; all empty for a language without rows. */
export interface WordingTables {
  lang: string;
  loaded: Terms<LoadedSort>;
  say: Terms<true>;
  said: Terms<true>;
  speaker: Terms<true>;
  hedge: Terms<true>;
  end: Terms<true>;
  /** Words that show a quotation to be a sentence rather than a name given to something. */
  sentence: Terms<true>;
  verb: Terms<true>;
  noun: Terms<true>;
  thing: Terms<true>;
  /** All words of the lexicon of acts; `verb` and `noun` say the length of the word better where they know it. */
  act: Terms<readonly ActWord[]>;
  /** Phrases in which such words are no act. */
  noAct: Terms<true>;
  /** Verbs that tell what is done where no other word does. */
  weak: Terms<true>;
  /** Verbs whose subject does nothing to anybody: "fears", "rises". */
  idle: Terms<true>;
  /** Casualties, which stand for the act where nothing else does. */
  toll: Terms<true>;
  /** Verbs by which somebody tells of his own deed. */
  announce: Terms<true>;
  by: Terms<true>;
  /** Behind a participle they show that it is suffered: "jailed for". */
  suffers: Terms<true>;
  /** Before a verb they say that it is not done. */
  negation: Terms<true>;
  /** Words that judge a whole headline and tell no act: "at last". */
  aside: Terms<true>;
  /** Whose arms are told beside them: "Russian drones", "drones russes"; and what is written onto a noun: "US-Zölle". */
  owner: Terms<true>;
  /** Verbs that ask for a thing: what is asked for has not happened. */
  request: Terms<true>;
  /** Before a past form they show that it only says which: "of murdered". */
  determiner: Terms<true>;
  /** Courts: what they say is done. */
  court: Terms<true>;
  /** Those who act and are written small: "l'armée". */
  group: Terms<true>;
  /** Begins what happened before. */
  background: Terms<true>;
  passive: Terms<true>;
  focus: Terms<Focus>;
  /** Words that say and said, and all by which a word may be an act's. */
  sayings: AnyOf;
  deeds: AnyOf;
  /** Whether capitals tell names from words: not in German, Arabic and Chinese. */
  cased: boolean;
  spaced: boolean;
  verbFirst: boolean;
  /** Forms that are past where they have an object and passive where they have none; of English only. */
  participle: RegExp;
  /** What only a verb looks like; null in languages whose verbs do not show it. */
  verbForm: RegExp | null;
  /** Of two nouns together the last says what it is. */
  headLast: boolean;
  /** An article tells a noun from a verb of the same letters. */
  articled: boolean;
  /** Names show by an "s" that what follows is theirs. */
  genitiveS: boolean;
}

/** Whole words: Russian past and present, German third person, Arabic present. */
const verbForms: Readonly<Record<string, RegExp>> = {
  ru: /^\p{L}{2,}(?:[аяиеу]л|[аяиеу]л[аио]|ает|яет|ует|ают|яют|уют|лся|л[аио]сь|ется|ются)$/u,
  de: /^(?!(?:mit|seit|statt|samt|nicht|fast|erst|selbst|leicht|weit|jetzt|damit|sonst|bereits|rund|meist|längst)$)\p{L}{3,}t$/u,
  ar: /^[يت](?!م$)\p{L}{3,}$/u,
};

/** Reads the tables of a folder; of `lexicons` a language's when it is first asked for. Throws which line cannot be used. */
export function readWordingTables(folder: string, lexicons: Lexicons, looks: Looks = makeLooks()): (lang: string) => WordingTables {
  const loaded = lazily(() => rowsOf(join(folder, 'loaded.tsv'), ['lang', 'sort', 'words']));
  const marks = lazily(() => ['speech.tsv', 'deeds.tsv'].flatMap((name) => rowsOf(join(folder, name), ['lang', 'role', 'words'])));
  const focus = lazily(() => rowsOf(join(folder, 'focus.tsv'), ['lang', 'focus', 'words']));
  const known = new Map<string, WordingTables>();
  const make = (lang: string): WordingTables => {
    const look = looks(lang);
    const own = <Row extends { lang: string }>(rows: readonly Row[]): Row[] => rows.filter((row) => row.lang === lang);
    const marked = (role: string) =>
      listOf<true>(look, `wording ${role}`, (terms) => {
        for (const row of own(marks())) if (row.role === role) terms.add(row.words, true);
      });
    const lists = {
      loaded: listOf<LoadedSort>(look, 'wording loaded', (terms) => {
        for (const { words, sort } of own(loaded())) terms.add(words, sort as LoadedSort);
      }),
      focus: listOf<Focus>(look, 'wording focus', (terms) => {
        for (const one of foci) for (const row of own(focus())) if (row.focus === one) terms.add(row.words, one);
      }),
      say: marked('say'),
      said: marked('said'),
      speaker: marked('speaker'),
      hedge: marked('hedge'),
      end: marked('end'),
      sentence: marked('sentence'),
      verb: marked('verb'),
      noun: marked('noun'),
      thing: marked('thing'),
      act: actWordsOf(lexicons, lang, look),
      noAct: marked('noAct'),
      weak: marked('weak'),
      idle: marked('idle'),
      toll: marked('toll'),
      announce: marked('announce'),
      by: marked('by'),
      suffers: marked('suffers'),
      negation: marked('negation'),
      aside: marked('aside'),
      owner: marked('owner'),
      request: marked('request'),
      determiner: marked('determiner'),
      court: marked('court'),
      group: marked('group'),
      background: marked('background'),
      passive: marked('passive'),
    };
    const { say, said, announce, toll, verb, noun, act, noAct } = lists;
    return {
      ...{ ...lists, lang },
      sayings: new AnyOf(look, [say, said]),
      deeds: new AnyOf(look, [say, announce, toll, verb, noun, act, noAct]),
      cased: (languageOf(lang)?.capitals ?? 'names') === 'names',
      spaced: languageOf(lang)?.words !== 'unspaced',
      verbFirst: lang === 'ar',
      participle:
        lang === 'en'
          ? /(?:..ed|^hit|^shot|^shut|^cut|^held|^slain|^torn|^burnt|^struck|^sunk|^stolen|^taken|^seen|^found|^frozen|^beaten|^thrown|^driven|^broken|^hacked|^caught)$/
          : /(?!)/,
      verbForm: verbForms[lang] ?? null,
      headLast: lang === 'en',
      genitiveS: lang === 'de',
      articled: ['fr', 'es', 'pt', 'it'].includes(lang),
    };
  };
  return keepLast((lang) => {
    const short = lang.slice(0, 2).toLowerCase();
    const hasRows = looks(short).has('wording loaded') || loaded().some((row) => row.lang === short);
    const key = hasRows ? short : '';
    const tables = known.get(key) ?? make(key);
    known.set(key, tables);
    return tables;
  });
}
