// Takes a feed's bytes and its Content-Type; leaves text. Guards against wrong labels, which are common: bytes that are UTF-8 are read
// as UTF-8 whatever is declared, and a declared charset that the bytes contradict is not believed.
import { isUtf8 } from 'node:buffer';

/**
 * Tried in this order: UTF-16 by its mark or its zero bytes, UTF-8, the charset of the header and that of the XML prolog, a guess between
 * windows-1252, windows-1251 and KOI8-R. Never throws; empty for no bytes. A byte order mark is dropped. What stays unreadable is U+FFFD.
 */
export function decodeText(bytes: Buffer, contentType: string | null): string {
  const wide = wideCharset(bytes);
  if (wide) return decode(bytes, wide);
  const declared = declaredCharsets(bytes, contentType);
  // The one charset whose text passes for plain ASCII, and so for UTF-8.
  if (declared.includes('iso-2022-jp')) return decode(bytes, 'iso-2022-jp');
  if (isUtf8(bytes)) return bytes.toString('utf8').replace(/^\uFEFF/, '');
  for (const charset of ['utf-8', ...declared]) {
    const text = decode(bytes, charset);
    if (isSound(text)) return text;
  }
  return decode(bytes, guessCharset(bytes));
}

function wideCharset([a, b, c, d]: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a && b === 0 && c && d === 0) return 'utf-16le';
  if (a === 0 && b && c === 0 && d) return 'utf-16be';
  return null;
}

/** The header's first, then the prolog's; the other way about where the header says Latin-1, which many servers say of everything. */
function declaredCharsets(bytes: Buffer, contentType: string | null): string[] {
  const header = charsetNamed(contentType?.match(/charset\s*=\s*["']?\s*([\w.:-]+)/i)?.[1]);
  const start = bytes.subarray(0, 1024).toString('latin1');
  const prolog = charsetNamed(start.match(/<\?xml[^>]*?\bencoding\s*=\s*["']\s*([\w.:-]+)/i)?.[1]);
  const inOrder = header === 'windows-1252' ? [prolog, header] : [header, prolog];
  return inOrder.filter((charset) => charset !== null);
}

/** Names that servers use and the standard does not know. */
const aliases: Readonly<Record<string, string>> = {
  'win-1251': 'windows-1251',
  'cp-1251': 'windows-1251',
  'win-1252': 'windows-1252',
  'cp-1252': 'windows-1252',
  cp932: 'shift_jis',
  cp936: 'gb18030',
  cp949: 'euc-kr',
  cp950: 'big5',
  koi8: 'koi8-r',
};

/** The standard's name (WHATWG Encoding) of a charset; null for one nobody knows, and for UTF-16, whose zero bytes are not there. */
function charsetNamed(name: string | undefined): string | null {
  if (name === undefined) return null;
  try {
    const { encoding } = new TextDecoder(aliases[name.toLowerCase()] ?? name);
    if (encoding.startsWith('utf-16')) return null;
    // Reads all that gbk and gb2312 can, and more.
    return encoding === 'gbk' ? 'gb18030' : encoding;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/**
 * True for text with few unreadable characters beside the readable ones outside ASCII: at most one to ten. So a feed with a letter that
 * was cut in half keeps its charset, and one in another charset, whose every accent is unreadable, does not.
 */
function isSound(text: string): boolean {
  let readable = 0;
  let unreadable = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0xfffd) unreadable++;
    else if (unit >= 0x80) readable++;
  }
  return unreadable * 10 <= readable;
}

/**
 * Cyrillic letters stand in runs, accented Latin ones mostly alone. Most letters are small: they are the upper half of the bytes in
 * windows-1251 and the lower in KOI8-R. Other scripts are not guessed; their feeds must say what they are.
 */
function guessCharset(bytes: Buffer): 'windows-1251' | 'koi8-r' | 'windows-1252' {
  let letters = 0;
  let inRuns = 0;
  let upperHalf = 0;
  let previous = 0;
  for (const byte of bytes) {
    if (byte >= 0xc0) {
      letters++;
      if (previous >= 0xc0) inRuns++;
      if (byte >= 0xe0) upperHalf++;
    }
    previous = byte;
  }
  if (inRuns * 2 <= letters) return 'windows-1252';
  return upperHalf * 2 > letters ? 'windows-1251' : 'koi8-r';
}

function decode(bytes: Buffer, charset: string): string {
  return charset === 'windows-1252' ? decodeLatin(bytes) : new TextDecoder(charset).decode(bytes);
}

/** 0x80 to 0x9f in windows-1252; Node's own decoder reads them as control characters (seen in 20.20, nodejs/node#56542). */
const latinSpecials = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function decodeLatin(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/[\x80-\x9f]/g, (control) => latinSpecials[control.charCodeAt(0) - 0x80] ?? control);
}
