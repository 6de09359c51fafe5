// The look at the words of each language, which all its lists share.
import { type LookRows, WordLook } from './word-look.js';

/** More languages than these are not told apart. */
const mostLooks = 64;

export type Looks = (lang: string) => WordLook;

/** `compiled` gives what was made of a language before, null where nothing was. */
export function makeLooks(compiled: (lang: string) => LookRows | null = () => null): Looks {
  const looks = new Map<string, WordLook>();
  return (lang) => {
    const look = looks.get(lang) ?? new WordLook(compiled(lang));
    if (looks.size < mostLooks) looks.set(lang, look);
    return look;
  };
}
