// A headline in quotation marks of its own.

/** In marks that do not clash with those inside, which become single ones. */
export function inQuotes(text: string): string {
  const inside = text.includes('„') ? text.replaceAll('„', '‘').replaceAll('“', '’') : text.replaceAll('“', '‘');
  return `“${inside.replaceAll('”', '’')}”`;
}
