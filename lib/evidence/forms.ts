// The forms under which a word of another language than English is looked up.
import { bareForms, type Word } from './words.js';

/** Also without what is set before it: "exjefe", "экс-глава"; a German participle without its "ge". */
export function formsOf({ plain, capital }: Word, german: boolean): string[] {
  const bare = bareForms(plain);
  if (german && !capital && participle.test(plain)) return [...bare, plain.slice(2)];
  const [direction] = german && capital ? (quarter.exec(plain) ?? []) : [];
  if (direction) return [...bare, direction];
  const former = /^(?:ex|экс)(?=.{4})/.exec(plain)?.[0];
  return former ? [...bare, plain.slice(former.length)] : bare;
}

/** "Südlibanon": but Korea, Sudan and Africa are names with it. */
const quarter = /^(?:sud|nord|ost|west)(?=(?!korea|sudan|afrika|see|irland|mazedon|en)\p{L}{4})/u;
const participle = /^ge\p{L}{4,}(?:t|en)(?:e|er|es|en|em)?$/u;
