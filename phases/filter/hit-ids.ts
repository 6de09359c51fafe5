// What a title names, of all the places where it does: few, so that a list is searched quicker than a set is made.

/** Ids of hits, each once, in order of appearance. */
export function idsOf(hits: readonly { id: string }[]): string[] {
  const ids: string[] = [];
  for (const { id } of hits) if (!ids.includes(id)) ids.push(id);
  return ids;
}
