// Finds the JSON objects in a model's text, the likeliest answer first: alone, in a fence, among words and other braces, behind or inside
// what the model thought aloud. A text of braces alone costs no more than a few readings of it.

/** Steps over characters, in all: a text is read this often at most where each of its braces opens what nothing closes. */
const readingsMost = 50;

/**
 * Whole objects of a text, none inside another: the last first, for a model drafts before it answers; those of its thoughts after all
 * others. A text that is JSON from end to end comes before them. Empty where there is none.
 */
export function jsonIn(text: string): object[] {
  const whole = parsed(text);
  if (whole && !Array.isArray(whole)) return [whole];
  const { said, thought } = whole ? { said: text, thought: '' } : withoutThoughts(text);
  const alone = parsed(said);
  return [...(alone ? [alone] : []), ...objectsIn(said).reverse(), ...objectsIn(thought).reverse()];
}

/** As models and the templates of their servers mark what is thought, not answered. */
const tag = /[<[](?<end>\/?)(?:think|thinking|thoughts?|reasoning|reflection)[>\]]/gi;

/** What stands outside such marks and inside. A mark that only ends was begun by the template, before the first word; one that only begins was cut off. */
function withoutThoughts(text: string): { said: string; thought: string } {
  let said = '';
  let thought = '';
  let thinks = false;
  let from = 0;
  for (const { index, 0: found, groups } of text.matchAll(tag)) {
    const ends = groups?.['end'] === '/';
    const part = text.slice(from, index);
    from = index + found.length;
    if (thinks) thought += `${part}\n`;
    else if (ends) [said, thought] = ['', `${thought}${said}${part}\n`];
    else said += `${part}\n`;
    thinks = !ends;
  }
  const rest = text.slice(from);
  return thinks ? { said, thought: thought + rest } : { said: said + rest, thought };
}

function objectsIn(text: string): object[] {
  const found: object[] = [];
  let steps = text.length * readingsMost;
  let at = text.indexOf('{');
  while (at >= 0 && steps > 0) {
    const end = endOf(text, at);
    steps -= (end ?? text.length) - at;
    const object = end === null ? null : parsed(text.slice(at, end));
    if (object) found.push(object);
    at = text.indexOf('{', object && end !== null ? end : at + 1);
  }
  return found;
}

/** Behind the brace that closes the one at `from`, as JSON counts braces and strings; null where none does. */
function endOf(text: string, from: number): number | null {
  let depth = 0;
  let inString = false;
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (inString) {
      if (character === '\\') at++;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{') depth++;
    else if (character === '}' && --depth === 0) return at + 1;
  }
  return null;
}

function parsed(text: string): object | null {
  try {
    const read: unknown = JSON.parse(text);
    return read !== null && typeof read === 'object' ? read : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
