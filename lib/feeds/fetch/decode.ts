// Bytes of a named charset as text; what is no character becomes U+FFFD. Decoders are kept, and Node's mistake with windows-1252 is
// mended here.

/** A byte order mark is dropped. Throws a RangeError for a name nobody knows. */
export function decodeBytes(bytes: Buffer, charset: string): string {
  if (charset === 'windows-1252') return decodeLatin(bytes);
  const decoder = decoders.get(charset) ?? new TextDecoder(charset);
  decoders.set(charset, decoder);
  return decoder.decode(bytes);
}

const decoders = new Map<string, InstanceType<typeof TextDecoder>>();

/** 0x80 to 0x9f in windows-1252; Node's own decoder reads them as control characters (seen in 20.20, nodejs/node#56542). */
const latinSpecials = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function decodeLatin(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/[\x80-\x9f]/g, (control) => latinSpecials[control.charCodeAt(0) - 0x80] ?? control);
}
