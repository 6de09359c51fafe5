// Whether a feed that was cut off had ended all the same. Some servers announce more than they send; without this their feeds would never
// be read.

/** Of a long feed, so much of its beginning and its end is looked at. */
const lookedBytes = 4096;

/**
 * True where the last tag ends the first element, or where JSON parses. Names are ASCII in every charset that feeds come in, UTF-16 but
 * for its NULs.
 */
export function isWhole(bytes: Buffer): boolean {
  const start = plain(bytes.subarray(0, lookedBytes));
  if (/^\s*[[{]/.test(start)) return isJson(bytes.toString());
  const root = /<([a-z_][\w:.-]*)/i.exec(start)?.[1];
  const end = /<\/([\w:.-]+)\s*>\s*$/.exec(plain(bytes.subarray(-lookedBytes)))?.[1];
  return root !== undefined && root === end;
}

/** Without byte order mark, NULs and comments. */
function plain(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\0', '')
    .replace(/<!--[\s\S]*?-->/g, '');
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text.replace(/^\ufeff/, ''));
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
