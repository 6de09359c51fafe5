// What an English sentence may say of a deed besides the words for it: who does it, who suffers it, by what and where. Such words are no
// evidence: a title is not read by them, so that they make nobody a rival and nothing a contrary.
import { rowsOf } from '../reading/text/table.js';
import { turning } from './plain-words.js';
import { isSaid } from './said.js';
import { scopesOf } from './scopes.js';
import type { Told } from './told.js';
import { plainWordsOf, stemOf } from './words.js';

/** Words that titles bear which tell of one of `told`, rows of concepts-*.tsv, or have one of these acts, or tell what somebody says; of "*" any title. */
interface Saying {
  parts: readonly string[];
  told: ReadonlySet<string>;
}

/** The positions among the words of a sentence that titles bear. */
type Fields = (own: Told, titles: readonly Told[]) => ReadonlySet<number>;

const any = '*';
/** Stands before the name of an action that is read off a title. */
const act = '@';
/** Somebody says what the title tells. */
const said = '"';

/** Reads what belongs to a deed, see tables/fields.tsv. */
export function readFields(path: string): Fields {
  const sayings = new Map<string, Saying[]>();
  for (const { told, said } of rowsOf(path, ['told', 'said'])) {
    const rows = new Set(told.split('|'));
    for (const written of said.split('|')) {
      const parts = plainWordsOf(written).map(stemOf);
      const first = parts[0] ?? '';
      sayings.set(first, [...(sayings.get(first) ?? []), { parts, told: rows }]);
    }
  }
  return ({ words }, titles) => {
    const rows = new Set(titles.flatMap((title) => [...title.rows, ...title.acts.map(({ action }) => `${act}${action}`)]));
    if (titles.some((title) => title.marks.some(({ row }) => row === 'says') || scopesOf(title).some(isSaid))) rows.add(said);
    const borne = new Set<number>();
    for (const [from, { stem }] of words.entries())
      for (const { parts, told } of sayings.get(stem) ?? []) {
        if (!parts.every((part, at) => words[from + at]?.stem === part)) continue;
        if (told.has(any) || [...told].some((row) => rows.has(row))) for (const at of parts.keys()) borne.add(from + at);
      }
    // "called off" says nothing of what "called" says.
    return new Set([...borne].filter((at) => !turning.has(words[at + 1]?.plain ?? '') || borne.has(at + 1)));
  };
}
