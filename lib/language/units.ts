// The UTF-16 units of a title in a row of numbers, written there by one call: to ask a string for each of them costs more, and the more so the
// more kinds of strings (joined, sliced, of one byte or two) a program has.

/** The row is reused by the next call: read it before asking for another title. */
export interface Units {
  units: Uint16Array;
  length: number;
}

let bytes = Buffer.allocUnsafeSlow(4096);
const last: Units = { units: new Uint16Array(bytes.buffer), length: 0 };
let lastTitle = '';

/** The units of a title; those of the last title are kept, for several readers ask for them one after another. */
export function unitsOf(title: string): Units {
  if (title === lastTitle) return last;
  const { length } = title;
  if (length > last.units.length) {
    bytes = Buffer.allocUnsafeSlow(length * 4);
    last.units = new Uint16Array(bytes.buffer);
  }
  bytes.write(title, 'utf16le');
  last.length = length;
  lastTitle = title;
  return last;
}
