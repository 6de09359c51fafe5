// What the build leaves of a language: rows of numbers, texts and small values by name, in one stretch of memory. It is read as it lies, copied
// by nobody, and threads may share it.

/** What a part is made of, and its place: where it begins, and how many of its numbers there are. */
type Part = readonly [sort: 'int32' | 'uint16' | 'uint8', start: number, length: number];

type Row = Int32Array | Uint16Array | Uint8Array;

/** Parts begin at places that numbers of four bytes may stand at. */
const step = 4;

export class PackWriter {
  private readonly rows = new Map<string, Row>();

  numbers(name: string, row: Int32Array | Uint16Array): void {
    this.rows.set(name, row);
  }

  /** Anything that is the same once it has been JSON. */
  value(name: string, value: unknown): void {
    this.rows.set(name, new Uint8Array(Buffer.from(JSON.stringify(value))));
  }

  texts(name: string, texts: readonly string[]): void {
    const ends = new Int32Array(texts.length + 1);
    let length = 0;
    texts.forEach((text, at) => {
      length += Buffer.byteLength(text);
      ends[at + 1] = length;
    });
    this.rows.set(`${name} ends`, ends);
    this.rows.set(name, new Uint8Array(Buffer.from(texts.join(''))));
  }

  bytes(): Uint8Array {
    const parts: Record<string, Part> = {};
    let length = 0;
    for (const [name, row] of this.rows) {
      parts[name] = [row instanceof Int32Array ? 'int32' : row instanceof Uint16Array ? 'uint16' : 'uint8', length, row.length];
      length += Math.ceil(row.byteLength / step) * step;
    }
    const header = Buffer.from(JSON.stringify(parts));
    const begin = beginOf(header.length);
    const bytes = new Uint8Array(begin + length);
    new Int32Array(bytes.buffer, 0, 1)[0] = header.length;
    bytes.set(header, step);
    for (const [name, row] of this.rows)
      bytes.set(new Uint8Array(row.buffer, row.byteOffset, row.byteLength), begin + (parts[name]?.[1] ?? 0));
    return bytes;
  }
}

/** Numbers for values, each once, by their JSON. */
export class Numbered {
  private readonly numbers = new Map<string, number>();

  numberOf(json: string): number {
    const number = this.numbers.get(json) ?? this.numbers.size;
    this.numbers.set(json, number);
    return number;
  }

  texts(): string[] {
    return [...this.numbers.keys()];
  }

  values(): unknown[] {
    return this.texts().map((json) => JSON.parse(json));
  }
}

/** Where the parts begin behind a header of so many bytes. */
function beginOf(headerLength: number): number {
  return step + Math.ceil(headerLength / step) * step;
}

export class Pack {
  private readonly parts: Readonly<Record<string, Part>>;
  private readonly begin: number;

  /** `memory` holds what `PackWriter.bytes` gave. */
  constructor(readonly memory: SharedArrayBuffer) {
    const length = new Int32Array(memory, 0, 1)[0] ?? 0;
    this.begin = beginOf(length);
    this.parts = JSON.parse(Buffer.from(memory, step, length).toString()) as Record<string, Part>;
  }

  int32(name: string): Int32Array {
    const [start, length] = this.placeOf(name);
    return new Int32Array(this.memory, start, length);
  }

  uint16(name: string): Uint16Array {
    const [start, length] = this.placeOf(name);
    return new Uint16Array(this.memory, start, length);
  }

  value<Value>(name: string): Value {
    const [start, length] = this.placeOf(name);
    return JSON.parse(Buffer.from(this.memory, start, length).toString()) as Value;
  }

  texts(name: string): Texts {
    const [start, length] = this.placeOf(name);
    return new Texts(this.int32(`${name} ends`), Buffer.from(this.memory, start, length));
  }

  private placeOf(name: string): readonly [start: number, length: number] {
    const part = this.parts[name];
    if (part === undefined) throw new Error(`The compiled words of a language have no part "${name}": build the project again.`);
    return [this.begin + part[1], part[2]];
  }
}

/** Texts by their numbers, each made when it is asked for. */
class Texts {
  constructor(
    private readonly ends: Int32Array,
    private readonly bytes: Buffer,
  ) {}

  get length(): number {
    return this.ends.length - 1;
  }

  at(number: number): string {
    return this.bytes.toString('utf8', this.ends[number], this.ends[number + 1]);
  }
}
