// A feed's bytes as text. Labels are often wrong: bytes that are UTF-8 are read so whatever is declared, and a charset that the bytes
// contradict is not believed.
import { isUtf8 } from 'node:buffer';
import { declaredCharsets, declaredLanguage } from './declared.js';
import { decodeBytes } from './decode.js';
import { guessCharset } from './guess.js';
import { decodeMixed, foreignIn } from './mixed.js';

/**
 * Tried in this order: UTF-16 by its mark or its zero bytes, UTF-8, the charset of the header and that of the XML prolog, a guess by the
 * bytes and by `lang`, what the source is said to be written in. Never throws; empty for no bytes. A byte order mark is dropped. What
 * stays unreadable is U+FFFD: all letters where no charset fits, so that nothing is read as what it is not.
 */
export function decodeText(bytes: Buffer, contentType: string | null, lang: string | null = null): string {
  const wide = wideCharset(bytes);
  if (wide) return decodeBytes(bytes, wide);
  const declared = declaredCharsets(bytes, contentType);
  // The one charset whose text passes for plain ASCII, and so for UTF-8.
  if (declared.includes('iso-2022-jp') || bytes.includes('\x1b$B') || bytes.includes('\x1b$@')) return decodeBytes(bytes, 'iso-2022-jp');
  if (isUtf8(bytes)) return bytes.toString('utf8').replace(/^\uFEFF/, '');
  const foreign = foreignIn(bytes);
  const charset = fittingCharset(foreign.bytes, declared, [lang, declaredLanguage(bytes)]);
  return decodeMixed(bytes, charset, foreign).replace(/^\uFEFF/, '');
}

function wideCharset([a, b, c, d]: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a && b === 0 && c && d === 0) return 'utf-16le';
  if (a === 0 && b && c === 0 && d) return 'utf-16be';
  return null;
}

/** The charset of bytes that are not UTF-8; null where none is declared that fits and none can be told. Latin-1 is declared of anything. */
function fittingCharset(bytes: Buffer, declared: readonly string[], langs: readonly (string | null)[]): string | null {
  for (const charset of declared) {
    if (charset !== 'utf-8' && charset !== 'windows-1252' && isSound(decodeBytes(bytes, charset))) return charset;
  }
  return guessCharset(bytes, langs);
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
