// Takes rated headlines, leaves the discrete facts a family tells, each with the titles that say it, and sentences that attribute
// them to outlets. Pure; every fact is a headline as an outlet wrote it.
import { type Headline, overlap } from './headline.js';

interface Fact {
  /** When the first of the citing titles was published. */
  at: string;
  fact: string;
  /** Title ids. */
  cites: string[];
}

/** Facts with the headlines behind them, the best first. */
interface Saying {
  best: Headline;
  headlines: Headline[];
}

/** From this overlap on, two headlines say the same; measured on paraphrases of one wire item. */
const saysTheSame = 0.45;
const mostFacts = 8;
const countWords = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** The facts in order of time, at most eight: what most outlets say, and of each day the fittest. `rated` is best first. */
export function factsOf(rated: readonly Headline[]): Fact[] {
  const sayings = sayingsOf(rated);
  const days = new Set<string>();
  const ofDay = sayings.filter(({ best }) => {
    const day = best.title.at.toISOString().slice(0, 10);
    return !days.has(day) && days.add(day).size > 0;
  });
  const chosen = [...new Set([...ofDay, ...sayings])].slice(0, mostFacts);
  return chosen.map(factOf).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** Two to four sentences, each quoting a headline and naming who runs it; one where the family says only one thing. */
export function sentencesOf(rated: readonly Headline[]): string {
  const sayings = sayingsOf(rated);
  const first = sayings.find(({ best }) => best === rated[0]);
  if (first === undefined) return '';
  const others = sayings
    .filter((saying) => saying !== first)
    .slice(0, 3)
    .sort((a, b) => earliest(a) - earliest(b));
  const later = others.findIndex((saying) => earliest(saying) - earliest(first) > 12 * 3_600_000);
  return [first, ...others]
    .map((saying, index) => `${index > 0 && index - 1 === later ? 'Later, ' : ''}${outletsOf(saying)}: ${quoted(saying.best.text)}`)
    .join(' ');
}

/** Headlines that say the same, gathered around the fittest of them; what more outlets say comes first. */
function sayingsOf(rated: readonly Headline[]): Saying[] {
  const sayings: Saying[] = [];
  for (const headline of rated) {
    const same = sayings.find(({ best }) => says(headline, best));
    if (same === undefined) sayings.push({ best: headline, headlines: [headline] });
    else same.headlines.push(headline);
  }
  return sayings
    .map((saying, rank) => ({ saying, worth: outlets(saying).length + saying.best.fitness * 2, rank }))
    .sort((a, b) => b.worth - a.worth || a.rank - b.rank)
    .map(({ saying }) => saying);
}

/** Whether a headline says what the other says, with all its numbers. */
function says(headline: Headline, other: Headline): boolean {
  const figures = [...other.terms].filter((term) => term.startsWith('#'));
  return figures.every((figure) => headline.terms.has(figure)) && overlap(other.terms, headline.terms) >= saysTheSame;
}

function factOf({ best, headlines }: Saying): Fact {
  return {
    at: new Date(earliest({ best, headlines })).toISOString(),
    fact: best.text,
    cites: headlines.map(({ title }) => title.titleId),
  };
}

function earliest({ headlines }: Saying): number {
  return Math.min(...headlines.map(({ title }) => title.at.getTime()));
}

function outlets({ headlines }: Saying): string[] {
  return [...new Set(headlines.map(({ title }) => title.publisher))];
}

function outletsOf(saying: Saying): string {
  const [first = '', ...others] = outlets(saying);
  if (others.length === 0) return `${first} reports`;
  if (others.length === 1) return `${first} and ${others[0]} report`;
  return `${first} and ${countWords[others.length] ?? 'many'} other outlets report`;
}

/** In quotation marks that do not clash with those inside, closed by a full stop. */
function quoted(text: string): string {
  const inside = text.includes('„') ? text.replaceAll('„', '‘').replaceAll('“', '’') : text.replaceAll('“', '‘');
  return `“${inside.replaceAll('”', '’').replace(/[.…\s]+$/u, '')}”.`;
}
