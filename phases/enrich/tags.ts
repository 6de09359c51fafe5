// The tags of a family, from what the gate found in it.

/** At most three: the leading mechanisms, the theater unless it is the whole world, the parts of the event type; in lower case with hyphens. */
export function tagsOf(mechanisms: readonly string[], theater: string, eventType: string): string[] {
  const names = [...mechanisms.slice(0, 2), ...(theater === 'GLOBAL' ? [] : [theater]), ...eventType.split('/')];
  return [...new Set(names.map(tag))].filter((one) => one.length > 1).slice(0, 3);
}

function tag(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 40);
}
