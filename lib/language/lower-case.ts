// A title in lower case, made once for all who read it.

interface Lowered {
  title: string;
  lower: string;
  /** Each letter stands where it stood: a dotted capital I becomes two, and a final sigma is told by the whole word. */
  aligned: boolean;
}

let last: Lowered = { title: '', lower: '', aligned: true };

/** The title in lower case; that of the last title is kept, for several readers ask for it one after another. */
export function lowerCase(title: string): Lowered {
  if (title !== last.title) {
    const lower = title.toLowerCase();
    last = { title, lower, aligned: lower.length === title.length && !title.includes('Σ') };
  }
  return last;
}
