// What kind of name a name of the vocabulary is, told by its ending or by the list in lexicon/names.tsv. The list also adds places
// whose state only a reader of acts needs to know, and strikes names that are everyday words in a clause.
import type { NameSort } from './words.js';

export interface NameRow {
  sort: NameSort | 'none';
  /** Actor id; '' where the vocabulary has the name already. */
  id: string;
  lang: string;
  terms: readonly string[];
}

const header = 'sort\tid\tlang\tterms';
const sorts = ['name', 'place', 'adjective', 'folk', 'none'] as const;

/** The rows of the list. Throws one sentence for the first line that is wrong. */
export function readNames(file: string, text: string): NameRow[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    if (line.trim() === '' || line.startsWith('#') || line === header) return [];
    const [written = '', id = '', lang = '', terms = '', ...more] = line.split('\t');
    const sort = sorts.find((one) => one === written);
    if (!sort || lang === '' || terms === '' || more.length > 0)
      throw new Error(
        `${file} line ${index + 1}: four columns are wanted (sort, id, lang, terms), the sort one of ${sorts.join(', ')}; nothing was read.`,
      );
    return [{ sort, id, lang, terms: terms.split('|') }];
  });
}

/** Endings of adjectives and of peoples, upon the word as the title has it, in lower case. */
const endings: Readonly<Record<string, { adjective: RegExp; folk: RegExp }>> = {
  en: {
    adjective:
      /(?:[^hp]ian|rean|lean|nean|pean|uban|ican|nese|ltese|lese|tish|kish|lish|nish|dish|rish|raqi|raeli|tani|deshi|audi|irati|waiti|emeni|atari|omani|malian|raini|mali|epali|zeri|ghan|rman|occan|ibyan|inican|zbek|azakh|ajik|rgyz|urdish|gentine|reek|zech|ench|utch|wiss|elsh|thai|lovak|lovene|serb|croat|aucasian|enyan|ongolese|yrian|oviet|sino|backed|controlled|aiwanese|rwandan|gandan|ordanian|tibetan|uropean)$/,
    folk: /(?:ians|reans|leans|peans|ubans|icans|raqis|raelis|tanis|deshis|audis|emenis|ghans|rmans|occans|ibyans|serbs|croats|oles|danes|swedes|finns|turks|greeks|czechs|slovaks|kazakhs|uzbeks|thais|rwandans|ugandans|kenyans|gis)$/,
  },
  de: {
    adjective:
      /(?:isch|ische|ischer|ischen|isches|ischem|deutsche[rsnm]?|schweizer|moskauer|kiewer|berliner|pariser|londoner|pekinger|wiener|warschauer|prager|brüsseler|damaszener|europaweit)$/,
    folk: /(?:ainer|ainern|raner|ranern|kaner|kanern|tinenser|tinensern|liener|ypter|yrer|yrern|raker|banesen|inesen|russen|israelis|israeli|afghane|afghanen|türken|franzosen|briten|griechen|georgier|georgiern|rmenier|serben|ungarn\b.)$/,
  },
  fr: {
    adjective:
      /(?:ien|ienne|iens|iennes|ain|aine|ains|aines|ais|aise|aises|ois|oise|oises|éen|éenne|éens|éennes|russe|russes|turc|turcs|turque|turques|grec|grecs|grecque|belge|belges|suisse|tchèque|slovaque|serbe|serbes|croate|kurdes?|allemand|allemande|allemands|allemandes|espagnole?s?|britannique|britanniques|arabe|soviétiques?|malgache|suédoise?|basque|asiatique|islandais|bulgare|slovène|afghane?s?|kazakhe?|ouzbèke?|syrienne|cubaine?s?|malgaches|djiboutien|émirien|houthiste|rouges?)$/,
    folk: /^$/,
  },
  es: {
    adjective:
      /(?:iano|iana|ianos|ianas|ano|ana|anos|anas|eno|ena|enos|enas|eño|eña|eños|eñas|és|esa|eses|esas|ense|enses|ino|ina|inos|inas|ruso|rusa|rusos|rusas|chino|china|israelí|israelíes|iraní|iraníes|iraquí|iraquíes|pakistaní|pakistaníes|marroquí|marroquíes|saudí|saudíes|turco|turca|turcos|turcas|griego|griega|sirio|siria|sirios|sirias|suizo|suiza|sueco|sueca|polaco|polaca|checo|checa|belga|alemán|alemana|alemanes|español|española|españoles|británico|británica|británicos|británicas|soviético|soviética|europeo|europea|europeos|europeas|hebreo|afgano|afgana|birmano|birmana|yemení|yemeníes|egipcio|egipcia|qatarí|catarí|serbio|serbia|kurdo|húngaro|húngara|búlgaro|estonio|georgiano|lituano|armenio|danés)$/,
    folk: /^$/,
  },
  ru: {
    adjective: /(?:[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими))$/,
    folk: /(?:яне|ян|цы|цев|цам|цами|анин|анина)$/,
  },
  zh: { adjective: /^$/, folk: /人$/ },
  ar: { adjective: /(?:ي|ية|يه|يا|يتين|يتان|يات)$/, folk: /(?:يون|يين|يان)$/ },
};

/** Languages that write a state with a capital letter and what is called after it without; French writes its people with one. */
const adjectivesSmall = new Set(['fr', 'es', 'pt', 'it']);

type SortOf = (written: string, state: boolean, country: boolean) => NameSort;

/** More names in one writing or another than a language has in its titles. */
const mostKnown = 4096;

/** `nameSortOf` for the titles of one language, which remembers what it has said: titles name the same few hundred again and again. */
export function makeSortOf(lang: string, listed: ReadonlyMap<string, NameSort>): SortOf {
  const known = [new Map<string, NameSort>(), new Map<string, NameSort>(), new Map<string, NameSort>(), new Map<string, NameSort>()];
  return (written, state, country) => {
    const same = known[(state ? 2 : 0) + (country ? 1 : 0)] as Map<string, NameSort>;
    const before = same.get(written);
    if (before !== undefined) return before;
    const sort = nameSortOf(written, lang, listed, state, country);
    if (same.size < mostKnown) same.set(written, sort);
    return sort;
  };
}

/**
 * The naming of a title's words by a name of the vocabulary. `written` is as the title has it; `state` and `country` say that it names a
 * state, and by its plain name.
 */
export function nameSortOf(
  written: string,
  lang: string,
  listed: ReadonlyMap<string, NameSort>,
  state: boolean,
  country: boolean,
): NameSort {
  const text = written.toLowerCase();
  const known = listed.get(text);
  const oneWord = !text.includes(' ');
  if (adjectivesSmall.has(lang) && state && oneWord && known !== 'place') {
    const small = written[0] === text[0];
    if (small && known !== 'folk') return 'adjective';
    if (country && !small) return 'name';
    if (lang === 'fr' && !small && (known === 'adjective' || (known === undefined && endings['fr']?.adjective.test(text)))) return 'folk';
  }
  if (known) return known;
  if (lang !== 'en' && lang !== 'de' && !oneWord) return 'name';
  const ending = endings[lang] ?? endings['en'];
  if (ending?.adjective.test(text)) return 'adjective';
  return ending?.folk.test(text) ? 'folk' : 'name';
}
