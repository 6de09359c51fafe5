// The forms under which a word of another language than English is looked up.
import { bareForms, type FoldedWord } from './words.js';

/** Also without what is set before it: "exjefe", "экс-глава"; a German participle without its "ge". */
export function formsOf({ plain, capital }: FoldedWord, german: boolean): string[] {
  const bare = bareForms(plain);
  if (german && !capital && participle.test(plain)) return [...bare, plain.slice(2)];
  const infinitive = german && !capital ? zuInfinitive.exec(plain) : null;
  if (infinitive) return [...bare, `${infinitive[1]}${infinitive[2]}`];
  const [direction] = german && capital ? (quarter.exec(plain) ?? []) : [];
  if (direction) return [...bare, direction];
  const former = /^(?:ex|экс)(?=.{4})/.exec(plain)?.[0];
  return former ? [...bare, plain.slice(former.length)] : bare;
}

/** "auszuliefern" is of "ausliefern". */
const zuInfinitive =
  /^(ab|an|auf|aus|bei|ein|fest|frei|her|hin|los|mit|nach|statt|teil|um|vor|weg|wieder|zuruck|zusammen)zu(\p{L}{3,}(?:en|ern|eln))$/u;

/** "Südlibanon": but Korea, Sudan and Africa are names with it. */
const quarter = /^(?:sud|nord|ost|west)(?=(?!korea|sudan|afrika|see|irland|mazedon|en)\p{L}{4})/u;
const participle = /^ge\p{L}{4,}(?:t|en)(?:e|er|es|en|em)?$/u;
