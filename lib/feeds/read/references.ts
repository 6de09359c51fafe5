// Characters given by number, such as &#8217;, rewritten so that every decoder reads them alike.

/** One without its semicolon gets it, as browsers read it; one to what is no character - NUL, a surrogate, past the last - goes. */
export function tidyReferences(text: string): string {
  if (!text.includes('&#')) return text;
  return text.replace(reference, (_whole, hex: string | undefined, decimal: string | undefined) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? '' : `&#${code};`;
  });
}

const reference = /&#(?:x([\da-f]{1,8})(?![\da-f])|(\d{1,9})(?!\d));?/gi;
