// Whether a sentence gives a number of people to others of the same title: "three smugglers die" of three guards who die in a clash with them.
import type { Hit } from './concepts.js';
import { numberWord } from './spelled.js';
import type { Told } from './told.js';
import type { FoldedWord } from './words.js';

/** Rows of concepts-*.tsv for people, by what they do. */
const kinds: ReadonlySet<string> = new Set([
  ...['troops', 'soldier', 'police', 'guard', 'border guard', 'militant', 'rebel', 'jihadist', 'terrorist', 'gang', 'smuggle', 'bandit'],
  ...['miner', 'journalist', 'medic', 'doctor', 'refugee', 'migrant', 'diplomat', 'hostage', 'prisoner', 'tourist', 'passenger', 'farmer'],
  ...[
    'student',
    'schoolchild',
    'teacher',
    'priest',
    'lawyer',
    'judge',
    'activist',
    'pirate',
    'fisherman',
    'peacekeeper',
    'protest',
    'settler',
  ],
  ...['firefighter', 'civil defence', 'kidnapper', 'pilot', 'prosecutor'],
]);
/** Words between a number and its noun, and Chinese characters. */
const reach = 3;
const reachHan = 6;

function countOf({ text, plain }: FoldedWord): number | null {
  return /^\d/.test(text) ? Number(text.replace(/[.,](?=\d{3}(?!\d))/g, '')) : numberWord(plain);
}

/** Who is counted by the number: such people right behind it. */
function countedBy(told: Told, at: number): Hit[] {
  const word = told.words[at];
  if (!word) return [];
  return told.hits
    .filter(({ row, narrower }) => kinds.has(row) && !narrower)
    .filter(({ from, start }) =>
      told.lang === 'zh' ? start >= word.end && start <= word.end + reachHan : from > at && from <= at + reach && !isApart(told, at, from),
    );
}

/** "19 die in protests" counts no protesters. */
function isApart({ words, lang }: Told, at: number, noun: number): boolean {
  return lang === 'en' && words.slice(at + 1, noun).some(({ plain }) => /^(?:in|at|after|during|amid|over|on|by|near)$/.test(plain));
}

/** The first number given to others, told as a reason; null where there is none. */
export function wrongPeople(own: Told, titles: readonly Told[]): string | null {
  for (const [at, word] of own.words.entries()) {
    const value = countOf(word);
    const mine = value === null ? [] : countedBy(own, at).filter(({ from }) => from <= at + 2);
    if (mine.length === 0) continue;
    const rows = new Set(mine.map(({ row }) => row));
    const counted = titles.map((title) => title.words.flatMap((other, place) => (countOf(other) === value ? countedBy(title, place) : [])));
    const isOther = (hits: readonly Hit[], title: Told | undefined): boolean =>
      hits.length > 0 && !hits.some(({ row }) => rows.has(row)) && [...rows].some((row) => title?.rows.has(row));
    if (counted.length > 0 && counted.every((hits, index) => isOther(hits, titles[index])))
      return `counts ${own.text.slice(word.start, mine[0]?.end)} where the cited titles count others`;
  }
  return null;
}
