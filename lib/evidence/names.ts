// Takes plain text; leaves what a reader of it takes for names, and says whether a text holds a name. A capitalised word that opens a
// sentence or a quotation cannot be told from a common word and is not judged; one in capitals throughout is.

/** Words as they stand, and folded. */
export interface Words {
  written: ReadonlySet<string>;
  folded: ReadonlySet<string>;
}

export function wordsOf(text: string): Words {
  const written = text.match(/\p{L}+/gu) ?? [];
  return { written: new Set(written), folded: new Set(written.map((word) => word.toLowerCase())) };
}

/** Forms of address and initials: no names themselves, and their point ends no sentence. */
const abbreviation = /(?<![\p{L}])(?:\p{Lu}|Mr|Mrs|Ms|Dr|St|Gen|Lt|Col|Sgt|Capt|Maj|Adm|Sen|Rep|Gov|Prof|Pres|Rev|vs)\.$/u;

/**
 * Capitalised words of two letters or more. A hyphen or an apostrophe inside a word opens nothing: both parts of Jean-Luc are names.
 * A word that a number belongs to (MiG-31) is judged with its number, see numbers.ts. Where all is in capitals they say nothing: then
 * every word is given, in small letters.
 */
export function namesOf(text: string): string[] {
  if (!/\p{Ll}/u.test(text)) return (text.match(/\p{Lu}{2,}/gu) ?? []).map((word) => word.toLowerCase());
  return [...text.matchAll(/(?<!\p{L})\p{Lu}\p{L}+(?!\p{L}|\d|-(?!(?:19|20)\d\d(?!\d))\d)/gu)]
    .filter((found) => !abbreviation.test(text.slice(found.index, found.index + found[0].length + 1)))
    .filter((found) => isAcronym(found[0]) || !opens(text.slice(0, found.index)))
    .map((found) => found[0]);
}

/** Whether the word after this text begins a sentence, a quotation or what follows a colon. */
function opens(before: string): boolean {
  const bare = before.replace(/(?<=^|\s)["“”„«»'([]+$/u, '');
  const end = bare.trimEnd();
  if (end === '') return true;
  if (bare.length < before.length && /["“„«»']/u.test(before.slice(bare.length))) return true;
  return end.length < bare.length && /[.!?:…]["”“»']?$/u.test(end) && !abbreviation.test(end);
}

function isAcronym(word: string): boolean {
  return word === word.toUpperCase();
}

/**
 * Whether the words hold the name: as such, in the plural, or as what a people or language is called after it ("Iranian" where "Iran"
 * stands). A short name in capitals must stand in capitals: "WHO" is not "who", "UN" is not French "un".
 */
export function holds(words: Words, name: string): boolean {
  if (isAcronym(name) && name.length <= 3) return words.written.has(name);
  const folded = name.toLowerCase();
  const same = [folded, `${folded}s`, folded.replace(/s$/, '')];
  if (folded.length > 3 ? same.some((one) => words.folded.has(one)) : words.folded.has(folded)) return true;
  return placesOf(folded).some((place) => words.folded.has(place));
}

/** What an adjective of a place may come from: "ukrainian" from "ukraine", "israeli" from "israel", "afghan" from "afghanistan". */
function placesOf(adjective: string): string[] {
  const stems = ['n', 'an', 'ian', 'ean', 'i', 'ish', 'ese']
    .flatMap((ending) => [ending, `${ending}s`])
    .filter((ending) => adjective.endsWith(ending) && adjective.length - ending.length >= 4)
    .map((ending) => adjective.slice(0, -ending.length));
  const places = stems.flatMap((stem) => ['', 'a', 'e', 'o', 'y', 'ey', 'en', 'on', 'um', 'ain'].map((ending) => stem + ending));
  const longer = ['istan', 'y', 'land'].map((ending) => adjective + ending);
  // The one pair of states where the rule is wrong.
  return [...places, ...longer].filter((place) => !(place === 'niger' && adjective.startsWith('nigeria')));
}
