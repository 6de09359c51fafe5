// What no answer may hold: another language than English, an address of the web, an order to whoever reads it.
import { languages } from '../language/languages.js';

const grammar = new Map(
  languages
    .filter(({ stop, script }) => stop !== '' && script === 'Latin')
    .map(({ code, stop }) => [code, new Set(stop.trim().split(/\s+/))] as const),
);

const address = /(?:https?:\/\/|www\.)\S+|\b[a-z0-9-]+\.(?:com|org|net|info|ru|cn|io)\b(?:\/\S*)?/iu;
const order =
  /\b(?:ignore|disregard|forget) (?:all |any |the |these |your )*(?:previous|above|prior|earlier|instructions?|rules?|titles?|headlines?)|\b(?:system prompt|as an ai|you (?:must|should|are to|will) (?:now )?\w+|(?:answer|reply|respond) (?:only )?(?:with|that|in))\b/iu;

/** Why a text cannot be in an answer at all; null where nothing of the kind stands in it. `own` is the text without quotations. */
export function strange(own: string): string | null {
  const found = address.exec(own)?.[0];
  if (found) return `holds the address ${found}: leave addresses out`;
  const told = order.exec(own)?.[0];
  if (told) return `tells the reader what to do ("${told}"): only say what the titles say`;
  return isForeign(own) ? 'is not in English: write it in English' : null;
}

/** "Ursula von der Leyen", "Luiz Inácio Lula da Silva". */
const particles =
  /(?<=\p{Lu}[\p{L}'’-]*\s)(?:(?:von|van|der|den|zu|zur|de|del|la|las|los|dos|da|das|di|du|des|le|bin|ben|al|el)\s){1,3}(?=\p{Lu})/gu;

/** By its letters, and by its small words: one language's alone may be names, two tell. */
function isForeign(own: string): boolean {
  const letters = own.match(/\p{L}/gu) ?? [];
  const others = letters.filter((letter) => !/\p{Script=Latin}/u.test(letter));
  if (others.length > 4 && others.length > letters.length * 0.3) return true;
  const words =
    own
      .replace(particles, ' ')
      .toLowerCase()
      .match(/\p{L}{2,}/gu) ?? [];
  const english = grammar.get('en') ?? new Set();
  const ofEnglish = words.filter((word) => english.has(word)).length;
  return (
    [...grammar].some(([code, small]) => {
      if (code === 'en') return false;
      const count = words.filter((word) => small.has(word) && !english.has(word)).length;
      return count >= 2 && count > ofEnglish;
    }) ||
    (ofEnglish === 0 && words.some((word) => /[ßäöüñçœ]/.test(word)) && words.length > 3)
  );
}
