// Text of bytes that are not UTF-8 as a whole. Each stretch between two tags or quotes is read by itself, as UTF-8 where it is that, else
// in the charset of the rest: one item of another charset neither loses its letters nor spoils the others.
import { isAscii, isUtf8 } from 'node:buffer';
import { decodeBytes } from './decode.js';

interface Foreign {
  /** The stretches that are in another charset than UTF-8, one after the other. */
  bytes: Buffer;
  /** Whether no other stretch has a letter outside ASCII. */
  isAll: boolean;
}

/** What of the bytes is in another charset than UTF-8; no bytes where all is UTF-8. */
export function foreignIn(bytes: Buffer): Foreign {
  const found: Buffer[] = [];
  let isAll = true;
  for (const stretch of stretches(bytes)) {
    if (isAscii(stretch)) continue;
    if (!isUtf8(stretch) && isForeign(stretch)) found.push(stretch, blank);
    else isAll = false;
  }
  return { bytes: Buffer.concat(found), isAll };
}

const blank = Buffer.from('\n');

/** `charset` is that of what is not UTF-8; null where nobody knows it: each of its characters is U+FFFD then. */
export function decodeMixed(bytes: Buffer, charset: string | null, { isAll }: Pick<Foreign, 'isAll'>): string {
  if (isAll && charset !== null && singleByte.test(charset)) return decodeBytes(bytes, charset);
  // A letter of two bytes may by chance be one of UTF-8 too: such feeds are read as one.
  if (charset !== null && eastAsian.has(charset) && isMostlyForeign(bytes)) return decodeBytes(bytes, charset);
  let text = '';
  for (const stretch of stretches(bytes)) {
    if (isUtf8(stretch)) text += stretch.toString('utf8');
    else if (charset === null) text += stretch.toString('utf8');
    else if (isForeign(stretch)) text += decodeBytes(stretch, charset);
    else text += stretch.length > partsMost ? stretch.toString('utf8') : decodeParts(stretch, charset);
  }
  return text;
}

/** Charsets whose bytes are each a character by itself: read whole or in stretches, the text is the same. */
const singleByte = /^(?:windows-125\d|windows-874|iso-8859-\d+|koi8-[ru]|ibm866|macintosh|x-mac-cyrillic)$/;

const eastAsian = new Set(['gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr']);

/** Longer stretches are no text of an item; they are not looked at letter by letter. */
const partsMost = 64 * 1024;

function isMostlyForeign(bytes: Buffer): boolean {
  const { whole, broken } = sequencesIn(bytes);
  return broken > whole;
}

/** Whether a stretch has more bytes that are not UTF-8 than letters that are. One that only breaks off inside a letter is UTF-8. */
function isForeign(stretch: Buffer): boolean {
  const { whole, broken } = sequencesIn(stretch);
  return broken > whole;
}

/** A stretch that holds both, or one that breaks off inside a letter. */
function decodeParts(stretch: Buffer, charset: string): string {
  const single = eastAsian.has(charset) ? null : charset;
  let text = '';
  let from = 0;
  for (let at = 0; at < stretch.length; ) {
    const { length, kind } = sequenceAt(stretch, at);
    if (kind !== 'whole') {
      const isLetter = kind === 'broken' && single !== null && !isEnding(stretch, at + length);
      text += stretch.toString('utf8', from, at) + (isLetter ? decodeBytes(stretch.subarray(at, at + length), single) : '\ufffd');
      from = at + length;
    }
    at += length;
  }
  return text + stretch.toString('utf8', from);
}

/** Of the letters outside ASCII, those that are UTF-8 and those that are not; a sample of them where there are many. */
function sequencesIn(stretch: Buffer): { whole: number; broken: number } {
  let whole = 0;
  let broken = 0;
  for (let at = 0; at < stretch.length && whole + broken < counted; ) {
    if ((stretch[at] ?? 0) < 0x80) {
      at++;
      continue;
    }
    const { length, kind } = sequenceAt(stretch, at);
    if (kind === 'whole') whole++;
    else if (kind === 'broken' && !(isCutLead(stretch[at] ?? 0) && isEnding(stretch, at + length))) broken++;
    at += length;
  }
  return { whole, broken };
}

const counted = 10_000;

/** The first byte of a letter as UTF-8 begins accented letters and punctuation with; as a last letter in Latin-1 there is hardly one. */
function isCutLead(byte: number): boolean {
  return byte === 0xc2 || byte === 0xc3 || byte === 0xe2;
}

/** `cut`: a letter of UTF-8 without its last bytes, as a text has that was shortened by bytes. */
function sequenceAt(bytes: Buffer, at: number): { length: number; kind: 'whole' | 'cut' | 'broken' } {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return { length: 1, kind: 'whole' };
  const expected = lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xc2 && lead < 0xe0 ? 2 : 1;
  let length = 1;
  while (length < expected && ((bytes[at + length] ?? 0) & 0xc0) === 0x80) length++;
  if (expected > 1 && length === expected) return { length, kind: isUtf8(bytes.subarray(at, at + length)) ? 'whole' : 'broken' };
  return length > 1 && isEnding(bytes, at + length) ? { length, kind: 'cut' } : { length: 1, kind: 'broken' };
}

/** Whether a shortened text ends here: with nothing more, "...", "[...]", an entity, or the end of a CDATA section. */
function isEnding(bytes: Buffer, at: number): boolean {
  const next = bytes[at] === 0x20 ? bytes[at + 1] : bytes[at];
  return at >= bytes.length || (next !== undefined && endings.has(next) && (bytes[at] !== 0x20 || next === 0x5b));
}

const endings = new Set([...'].&['].map((mark) => mark.charCodeAt(0)));

/** The bytes in their order, cut before a `<`, `>` or `"`, which no letter of any charset has inside. Plain ASCII is not cut further. */
function* stretches(bytes: Buffer): Generator<Buffer> {
  let from = 0;
  let mark = 0;
  let isHigh = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x80 && !isHigh) {
      if (mark > from) yield bytes.subarray(from, mark);
      from = mark;
      isHigh = true;
    } else if (byte === 0x3c || byte === 0x3e || byte === 0x22) {
      if (isHigh) yield bytes.subarray(from, at);
      if (isHigh) from = at;
      mark = at;
      isHigh = false;
    }
  }
  if (from < bytes.length) yield bytes.subarray(from);
}
