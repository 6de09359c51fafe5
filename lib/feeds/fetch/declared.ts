// What a feed's Content-Type and its first bytes say of its charset and language. How far that is believed stands in charset.ts.

/** The header's first, then the prolog's; the other way about where the header says Latin-1, which many servers say of everything. */
export function declaredCharsets(bytes: Buffer, contentType: string | null): string[] {
  const header = charsetNamed(contentType?.match(/charset\s*[=:]\s*["']?\s*([\w.:-]+)/i)?.[1]);
  const start = bytes.subarray(0, 1024).toString('latin1');
  const prolog = charsetNamed(start.match(/<\?xml[^>]*?\bencoding\s*=\s*["']\s*([\w.:-]+)/i)?.[1]);
  const inOrder = header === 'windows-1252' ? [prolog, header] : [header, prolog];
  return inOrder.filter((charset) => charset !== null);
}

/** The language the feed says it is in, as it is written; null where it says nothing near its beginning. */
export function declaredLanguage(bytes: Buffer): string | null {
  const start = bytes.subarray(0, 8192).toString('latin1');
  return (
    start
      .match(/<(?:\w+:)?language[^<>]*>\s*(?:<!\[CDATA\[)?\s*([a-z]{2,3}\b)|\bxml:lang\s*=\s*["']([a-z]{2,3})\b/i)
      ?.slice(1)
      .find(Boolean) ?? null
  );
}

/** Names that servers use and the standard does not know, small and without hyphens. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/^(?:x?cp|x?win|x?windows|x?ms|x?ansi)(125\d|874)$/, 'windows-$1'],
  [/^(?:x?cp|x?ms|x?windows)(?:932|31j)$/, 'shift_jis'],
  [/^(?:x?cp|x?ms|x?windows)936$/, 'gb18030'],
  [/^(?:x?cp|x?ms|x?windows)949$/, 'euc-kr'],
  [/^(?:x?cp|x?ms|x?windows)950$/, 'big5'],
  [/^(?:cp|ibm|dos)?866$/, 'ibm866'],
  [/^iso8859(\d+)$/, 'iso-8859-$1'],
  [/^koi8$/, 'koi8-r'],
  [/^x?(?:gb2312|gbk|gb18030|euccn|gb)(?:80)?$/, 'gb18030'],
  [/^x?big5(?:hkscs|eten|uao|tw)?$/, 'big5'],
  [/^x?s(?:hift)?jis$/, 'shift_jis'],
  [/^x?euc(jp|kr)$/, 'euc-$1'],
  [/^tis620$/, 'windows-874'],
  [/^utf8/, 'utf-8'],
];

/** The standard's name (WHATWG Encoding) of a charset; null for one nobody knows, and for UTF-16, whose zero bytes are not there. */
function charsetNamed(name: string | undefined): string | null {
  if (name === undefined) return null;
  const encoding = standardName(name) ?? standardName(respelled(name));
  if (encoding === null || encoding.startsWith('utf-16')) return null;
  // Reads all that gbk and gb2312 can, and more.
  return encoding === 'gbk' ? 'gb18030' : encoding;
}

function respelled(name: string): string {
  const bare = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  for (const [pattern, standard] of spellings) if (pattern.test(bare)) return bare.replace(pattern, standard);
  return bare;
}

function standardName(name: string): string | null {
  try {
    return new TextDecoder(name).encoding;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
