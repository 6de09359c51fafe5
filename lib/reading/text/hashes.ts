// Numbers for words, by which a list knows at once that it has none like this.

/** A number for a text, by all its letters. */
export function hashOf(text: string): number {
  const { length } = text;
  let hash = 0;
  for (let at = 0; at < length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return hash ^ (hash >>> 15);
}

/** A number of 16 bits for the first three letters. */
export function headOf(text: string): number {
  return hashOfThree(text, 0, 1, 2);
}

/** The same for the last three. */
export function tailOf(text: string): number {
  const last = text.length - 1;
  return hashOfThree(text, last, last - 1, last - 2);
}

function hashOfThree(text: string, first: number, second: number, third: number): number {
  return (text.charCodeAt(first) * 7 + (text.charCodeAt(second) || 0) * 67 + (text.charCodeAt(third) || 0) * 579) & 0xffff;
}
