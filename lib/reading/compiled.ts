// The words of each language as the build has put them together, in a file for each: what is read of the tables in a tenth of a second is read
// of it in a few milliseconds. The files are named by the version of the tables and the vocabulary; where one of these has changed there are
// none, and the tables are read as before. The tables stay the truth.
import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { readingVersion } from './reading-version.js';
import { type Looks, makeLooks } from './text/looks.js';
import { Pack } from './text/pack.js';
import { readLook } from './text/packed-look.js';

/** What is compiled of a language; null where nothing is. */
export type Compiled = (lang: string) => Pack | null;

/** Where the build has left nothing: all is read from the tables. */
export const noneCompiled: Compiled = () => null;

/** The files of `made`, the folder of those that were made, for the tables of `folder` and the vocabulary as they are; each is read once. */
export function compiledIn(made: string, folder: string, vocabularyVersion: string): Compiled {
  const version = join(made, compiledVersion(folder, vocabularyVersion));
  if (!existsSync(version)) return noneCompiled;
  const packs = new Map<string, Pack | null>();
  return (lang) => {
    const known = packs.get(lang);
    if (known !== undefined) return known;
    const file = join(version, compiledName(lang));
    const pack = /^[a-z]*$/.test(lang) && existsSync(file) ? new Pack(memoryOf(file)) : null;
    packs.set(lang, pack);
    return pack;
  };
}

/** Looks at the words that are compiled, and empty ones for languages of which nothing is. */
export function looksOf(compiled: Compiled): Looks {
  return makeLooks((lang) => {
    const pack = compiled(lang);
    return pack === null ? null : readLook(pack);
  });
}

/** Raised where the files are written otherwise of the same tables: older ones are then left alone. */
const form = 'form 2';

/** The folder of the files that are made of these tables and this vocabulary. */
export function compiledVersion(folder: string, vocabularyVersion: string): string {
  return readingVersion(folder, [vocabularyVersion, form]);
}

/** The words for titles of no language that is known have a name too. */
export function compiledName(lang: string): string {
  return lang === '' ? 'none' : lang;
}

function memoryOf(file: string): SharedArrayBuffer {
  const opened = openSync(file, 'r');
  try {
    const memory = new SharedArrayBuffer(fstatSync(opened).size);
    const bytes = new Uint8Array(memory);
    for (let at = 0; at < bytes.length; ) {
      const read = readSync(opened, bytes, at, bytes.length - at, at);
      if (read === 0) throw new Error(`${file} ends before its end: build the project again.`);
      at += read;
    }
    return memory;
  } finally {
    closeSync(opened);
  }
}
