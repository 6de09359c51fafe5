// Money that changes hands: "gives Kyiv $3bn" is aid, whatever it is for; what is paid or sold for it is not.
import type { Entry } from './lexicon-file.js';
import type { Phrase } from './phrase.js';
import { isCurrency } from './verb-choice.js';
import type { Word } from './words.js';

/** Verbs by which money is given, and not paid. */
const grants = /^(?:g[ia]v|provid|sen[dt]|pledg|promis|donat|len[dt]|loan|disburs|grant|allocat|extend|contribut|award)/;

/** Whether a verb hands over the sum a phrase tells. */
export function isGrant(words: readonly Word[], giving: Entry, { from, to, amount }: Phrase): boolean {
  return amount && grants.test(giving.written) && words.slice(Math.max(from - 1, 0), to).some(isCurrency);
}
