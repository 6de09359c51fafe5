// Who is at home where a headline says that something happens: named as the place and besides as one who is there ("Xi ... in China").
import type { GroupsOf } from './groups.js';
import type { FoundTerm } from './words.js';

/** States that are named behind a word for a place ("in", "à", "в", "在") and elsewhere in the title too, each once; `found` are the terms of the title in their order. */
export function hostsIn(title: string, found: readonly FoundTerm[], groupsOf: GroupsOf): string[] {
  const inside = found.filter(
    ({ naming, start }) =>
      naming !== null && naming.ids.length === 1 && isInside(title.slice(Math.max(0, start - longest), start), groupsOf),
  );
  if (inside.length === 0) return [];
  const isNamedBeside = (id: string): boolean =>
    found.some((term) => !inside.includes(term) && term.naming?.ids.length === 1 && term.naming.ids[0] === id);
  return [...new Set(inside.flatMap(({ naming }) => naming?.ids ?? []))].filter(isNamedBeside);
}

/** Longer than any such word, so that no end of a longer one is taken for it. */
const longest = 8;

/** Whether what stands before a name ends with such a word; Chinese writes it without a space. */
function isInside(before: string, groupsOf: GroupsOf): boolean {
  const word = /(?:(\p{L}+)\s|(\p{Script=Han}))$/u.exec(before);
  return word !== null && groupsOf((word[1] ?? word[2] ?? '').toLowerCase()).includes('inside');
}
