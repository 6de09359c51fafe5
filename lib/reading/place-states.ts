// Whose the towns and regions are that a headline names: for what refers to a state without naming it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { foldTerm } from '../language/fold.js';
import { readNames } from './names.js';

/** Words of the longest name of a place. */
const longest = 4;

/** Makes the finder of the reader's lists of places; `lexicon` is their folder. The finder gives ids of states, each once. */
function placeStates(lexicon: string): (title: string) => string[] {
  const states = new Map<string, string[]>();
  const han: { name: string; ids: string[] }[] = [];
  const stems: { name: string; ids: string[] }[] = [];
  for (const file of readdirSync(lexicon).filter((name) => /^names(?:-[a-z]+)?\.tsv$/.test(name)))
    for (const { sort, id, terms } of readNames(file, readFileSync(join(lexicon, file), 'utf8'))) {
      if (sort !== 'place' || !/^[A-Z]{2}(?:\+[A-Z]{2})*$/.test(id)) continue;
      for (const term of terms) {
        const ids = id.split('+');
        if (/\p{Script=Han}/u.test(term)) han.push({ name: term, ids });
        else if (term.endsWith('*')) stems.push({ name: plain(term.slice(0, -1)), ids });
        else states.set(plain(term.replace(/^=/, '')), ids);
      }
    }
  return (title) => {
    const words = [...title.matchAll(/[\p{L}\p{M}'’.-]+/gu)].map(([word]) => word);
    const found = new Set(han.filter(({ name }) => title.includes(name)).flatMap(({ ids }) => ids));
    for (let at = 0; at < words.length; at++) {
      // A town begins with a capital, where there are any.
      if (/^\p{Ll}/u.test(words[at] ?? '')) continue;
      const own = plain(words[at] ?? '');
      for (const { name, ids } of stems) if (own.startsWith(name)) for (const id of ids) found.add(id);
      for (let length = 1; length <= longest; length++)
        for (const id of states.get(plain(words.slice(at, at + length).join(' '))) ?? []) found.add(id);
    }
    return [...found];
  };
}

let shipped: ReturnType<typeof placeStates> | undefined;

/** The finder of the lists that the project ships, of which `root` is the folder; read once a process, and only where families are asked for. */
export function shippedPlaceStates(root: string): ReturnType<typeof placeStates> {
  shipped ??= placeStates(join(root, 'lib/reading/lexicon'));
  return shipped;
}

function plain(name: string): string {
  return foldTerm(name.replace(/(?:[.’']|['’]s)+$/u, '')).trim();
}
