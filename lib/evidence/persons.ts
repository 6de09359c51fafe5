// Persons and names that no list has, as parties of a sentence and its titles: "Arce" and "Morales", both of one state, act upon each other
// as states do.
import type { Mention } from './actors.js';
import { sameName } from './sounds.js';
import type { Told } from './told.js';
import type { FoldedWord } from './words.js';

/** The sentence and its titles with the persons of the sentence told apart among their actors; null where it names fewer than two. */
export function withPersons(own: Told, titles: readonly Told[]): { own: Told; titles: Told[] } | null {
  const names = own.words.filter((word, at) => isName(own, word, at, titles) && titles.some((title) => spots(title, word).length > 0));
  if (names.length < 2) return null;
  return {
    own: withMentions(
      own,
      names.map((word) => mentionOf(own.words.indexOf(word), word, word)),
    ),
    titles: titles.map((title) =>
      withMentions(
        title,
        names.flatMap((word) => spots(title, word).map((at) => mentionOf(at, title.words[at] ?? word, word))),
      ),
    ),
  };
}

/** The last word of a person's name, or a word in capitals that is in no table. */
function isName({ actors, hits, words }: Told, word: FoldedWord, at: number, titles: readonly Told[]): boolean {
  const { text, capital, start, end } = word;
  if (!capital || text.length < 3) return false;
  const mention = actors.find((one) => one.start < end && start < one.end);
  // "Supreme Court" is one name.
  if (words[at + 1]?.capital && words[at + 1]?.start === end + 1) return false;
  if (mention?.plain)
    return titles.every((title) => spots(title, word).every((spot) => !title.actors.some(({ from, to }) => from <= spot && spot < to)));
  if (mention) return !mention.place && mention.to === at + 1;
  return !hits.some(({ from, to }) => from <= at && at < to) && !words[at + 1]?.capital;
}

/** Where a title has the name; languages that tell names by no capital are left out. */
function spots({ words, hits, lang }: Told, name: FoldedWord): number[] {
  if (lang === 'de' || lang === 'zh') return [];
  return words.flatMap((word, at) =>
    (word.capital || (lang === 'ar' && !hits.some(({ from, to }) => from <= at && at < to))) && sameName(name.text, word.text) ? [at] : [],
  );
}

function withMentions(told: Told, found: readonly Mention[]): Told {
  const others = told.actors.filter((mention) => !found.some((one) => one.start < mention.end && mention.start < one.end));
  return { ...told, actors: [...others, ...found].sort((one, other) => one.start - other.start) };
}

function mentionOf(at: number, { start, end, text }: FoldedWord, name: FoldedWord): Mention {
  return { ids: [`~${name.plain}`], from: at, to: at + 1, start, end, text, plain: true, place: false, seat: false, within: false };
}
