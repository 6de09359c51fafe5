// The sentences of a stored text: a full stop within quotation marks ends none, for headlines are quoted to the letter.

const pairs: Readonly<Record<string, string>> = { '“': '”', '«': '»', '„': '“' };

/**
 * In order, trimmed; empty for an empty text. `initials`: a capital with a full stop ("U.S.") ends a sentence too, where a capital follows.
 */
export function sentencesIn(text: string, { initials = false } = {}): string[] {
  const sentences: string[] = [];
  let start = 0;
  let open: string | null = null;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? '';
    if (open !== null) {
      if (letter === open) open = null;
    } else if (letter === '"') open = '"';
    else if (pairs[letter] !== undefined) open = pairs[letter] ?? null;
    if (open === null && /[.!?。！？"”»]/u.test(letter) && endsHere(text, at, initials)) {
      sentences.push(text.slice(start, at + 1).trim());
      start = at + 1;
    }
  }
  return [...sentences, text.slice(start).trim()].filter((sentence) => sentence !== '');
}

/** A mark that ends a sentence, perhaps behind its quotation, with a capital, a figure or a quotation to follow. */
function endsHere(text: string, at: number, initials: boolean): boolean {
  const before = text.slice(Math.max(0, at - 1), at + 1);
  if (/["”»]$/u.test(before) && !/[.!?。！？]/u.test(before)) return false;
  if (!initials && /\b\p{Lu}\.$/u.test(text.slice(Math.max(0, at - 2), at + 1))) return false;
  return /^\s+["“«„]?[\p{Lu}\p{N}\p{Lo}]/u.test(text.slice(at + 1));
}
