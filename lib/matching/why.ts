// Why headlines came together, as it is kept and shown: through which two of them, how sure that was, what spoke most for it and against it,
// and what the two share.
import type { Cluster, Packed } from './cluster.js';
import type { Frequencies } from './frequencies.js';
import { type Headline, wordsAsWritten } from './headline.js';
import type { Reason } from './steps.js';
import { product } from './vectors.js';
import { knownWord } from './word-table.js';

const mostShared = { words: 4, terms: 3 };
/** Of the latest headlines of each side, as the models compare them. */
const latest = 10;

interface Member {
  headline: Headline;
  vector: Packed;
}

type Told = Pick<Reason, 'through' | 'shared'>;

/** The member of a cluster that is most like a headline, and what they share. */
export function linkTo(cluster: Cluster, headline: Headline, vector: Packed, frequencies: Frequencies): Told {
  return told(mostAlike([{ headline, vector }], membersOf(cluster), frequencies), frequencies);
}

/** The two members of two clusters that are most alike, and what they share. */
export function linkBetween(one: Cluster, other: Cluster, frequencies: Frequencies): Told {
  return told(mostAlike(membersOf(one).slice(-latest), membersOf(other).slice(-latest), frequencies), frequencies);
}

/** The latest, which still have vectors. */
function membersOf({ headlines, vectors }: Cluster): Member[] {
  const from = headlines.length - vectors.length;
  return vectors.flatMap((vector, at) => {
    const headline = headlines[from + at];
    return headline ? [{ headline, vector }] : [];
  });
}

/** By words, and by what the gate found in both, which is all that two languages have in common. */
function mostAlike(ones: readonly Member[], others: readonly Member[], frequencies: Frequencies): [Headline, Headline] | undefined {
  let best: { pair: [Headline, Headline]; alike: number } | undefined;
  for (const one of ones) {
    for (const other of others) {
      const terms = one.headline.gate.filter((term) => other.headline.gate.includes(term));
      const alike = product(one.vector, other.vector) + terms.reduce((sum, term) => sum + frequencies.rarityOfTerm(term), 0) / 100;
      if (best === undefined || alike > best.alike) best = { pair: [one.headline, other.headline], alike };
    }
  }
  return best?.pair;
}

function told(pair: [Headline, Headline] | undefined, frequencies: Frequencies): Told {
  if (pair === undefined) throw new TypeError('A cluster without headlines was compared; clusters hold one at least.');
  const [one, other] = pair;
  const written = wordsAsWritten(one.title);
  const inBoth = (key: string): boolean => {
    const word = knownWord(key);
    return word !== undefined && one.words.includes(word) && other.words.includes(word);
  };
  const words = rarest([...written.keys()].filter(inBoth), (key) => frequencies.rarity(knownWord(key) ?? 0));
  const terms = rarest(
    one.gate.filter((term) => !term.startsWith('n') && !term.startsWith('#') && other.gate.includes(term)),
    (term) => frequencies.rarityOfTerm(term),
  );
  return {
    through: [one.title.titleId, other.title.titleId],
    shared: [
      ...words.slice(0, mostShared.words).map((key) => written.get(key) ?? key),
      ...terms.slice(0, mostShared.terms).map((term) => termInWords(term, one.gate)),
    ],
  };
}

/** "RU with drone": a term without the characters of its kinds. A place or thing in a pair is a term of its headline too, with its own character. */
function termInWords(term: string, terms: readonly string[]): string {
  const parts = term.slice(1).split(' ');
  return parts.map((part) => (parts.length > 1 && /^[lc]/.test(part) && terms.includes(part) ? part.slice(1) : part)).join(' with ');
}

/** Those that tell anything, the rarest first. */
function rarest(keys: readonly string[], rarity: (key: string) => number): string[] {
  return keys
    .map((key) => ({ key, worth: rarity(key) }))
    .filter(({ worth }) => worth > 0)
    .sort((a, b) => b.worth - a.worth || (a.key < b.key ? -1 : 1))
    .map(({ key }) => key);
}
