// Names in a row, and outlets as sentences name them.

/** "a", "a and b", "a, b and c". */
export function listing(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

/** The names an outlet may be called by: its own, and the one that sentences give. */
export function outletNames({ publisher }: { publisher: string }): string[] {
  return [...new Set([publisher, outletName({ publisher })])];
}

/** An outlet's name as sentences give it, at most 60 characters. */
export function outletName({ publisher }: { publisher: string }): string {
  return publisher.slice(0, 60).trimEnd();
}
