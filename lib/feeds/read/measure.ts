// Counts a feed's items and tags in one pass before anything is parsed. Parsers are then given only what they can hold, and nesting that
// no feed has is refused.

interface Size {
  /** Start tags of items. */
  items: number;
  tags: number;
}

/** Deeper inside an item than any markup. */
const deepest = 400;
/** Elements that may stand open in all, items without an end tag among them. */
const openMost = 20_000;

/**
 * Counts the tags in one pass. Throws a sentence when elements stand too deep in each other. Items and entries begin a new count, so
 * that unclosed markup in many descriptions does not add up.
 */
export function measureMarkup(text: string): Size {
  let items = 0;
  let tags = 0;
  let depth = 0;
  let open = 0;
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at)) {
    const next = text.charCodeAt(at + 1);
    if (next === bang || next === question) {
      at = pastSection(text, at);
      continue;
    }
    if (next === slash) {
      depth--;
      open--;
      at += 2;
      continue;
    }
    tags++;
    if ((next === i || next === e) && (text.startsWith('item', at + 1) || text.startsWith('entry', at + 1)) && isNameEnd(text, at)) {
      items++;
      depth = 2;
    }
    const end = text.indexOf('>', at + 1);
    if (end === -1) break;
    if (text.charCodeAt(end - 1) !== slash) {
      depth++;
      open++;
      if (depth > deepest) throw new Error(`The feed nests more than ${deepest} elements in each other, as no feed does.`);
      if (open > openMost) throw new Error(`The feed leaves more than ${openMost.toLocaleString('en')} elements open, as no feed does.`);
    }
    at = end + 1;
  }
  return { items, tags };
}

const [bang, slash, question, i, e] = [...'!/?ie'].map((letter) => letter.charCodeAt(0));

function isNameEnd(text: string, at: number): boolean {
  const after = text.charAt(at + (text.charCodeAt(at + 1) === i ? 5 : 6));
  return after === '>' || after === ' ' || after === '/' || after === '\n' || after === '\t' || after === '\r';
}

/** Past a comment, a CDATA section, a doctype or a processing instruction; past its start where it has no end. */
function pastSection(text: string, at: number): number {
  const end = text.startsWith('<!--', at) ? '-->' : text.startsWith('<![CDATA[', at) ? ']]>' : '>';
  const found = text.indexOf(end, at + 2);
  return found === -1 ? text.length : found + end.length;
}
