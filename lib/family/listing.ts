// Names in a row, and outlets as sentences name them.

/** "a", "a and b", "a, b and c". */
export function listing(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

/** An outlet's name as sentences give it, at most 60 characters. */
export function outletName({ publisher }: { publisher: string }): string {
  return publisher.slice(0, 60).trimEnd();
}
