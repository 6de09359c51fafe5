// Tells what a headline puts first. Words of its own that take a side say it most plainly; else the first words that show it. What things
// cost and who is hurt count only where a part of the headline begins with them: as the object of a named doer they are not put first.
import type { Token } from '../text/tokens.js';
import type { Deed } from './deeds.js';
import type { Focus } from './foci.js';
import type { LoadedWords } from './loaded.js';
import type { WordingTables } from './tables.js';

/** How many tokens of a part still begin it. */
const beginning = 4;

interface Hit {
  focus: Focus;
  at: number;
  /** The token that begins its part of the headline. */
  begins: number;
}

/** The focus of a title: "plain" where nothing shows another. */
export function focusOf(tokens: readonly Token[], words: LoadedWords, deed: Deed, tables: WordingTables): Focus {
  const all = hitsOf(tokens, tables);
  const hits = all.filter((hit) => !bound.has(hit.focus) || leads(hit, deed));
  const [own] = words.own;
  if (own !== undefined) {
    const told = partisan(words, all, deed);
    if (told !== null) return told;
  }
  if (hits[0] !== undefined) return hits[0].focus;
  return words.quotedLoaded.length > 0 && own === undefined && !deed.agentNamed ? 'blame_other_side' : 'plain';
}

/** What words that take a side put first: praise resists, cruelty has victims, a slur means who acts or whom one must fear. */
function partisan({ own }: LoadedWords, hits: readonly Hit[], deed: Deed): Focus | null {
  const has = (focus: Focus): boolean => hits.some((hit) => hit.focus === focus);
  if (has('blame_other_side')) return 'blame_other_side';
  const first = hits.find(({ focus }) => focus === 'victims' || focus === 'security_threat');
  if (first !== undefined) return first.focus;
  if (own.some(({ sort }) => sort === 'praise')) return 'resistance';
  if (own.some(({ sort }) => sort === 'violence')) return 'victims';
  if (hits[0] !== undefined && hits[0].focus !== 'actor') return hits[0].focus;
  const slur = own.find(({ sort }) => sort === 'slur');
  if (slur !== undefined) return deed.to === 0 || slur.at < deed.from ? 'actor' : 'security_threat';
  return own.some(({ sort }) => sort === 'deed') ? 'blame_other_side' : (hits[0]?.focus ?? null);
}

function hitsOf(tokens: readonly Token[], { focus }: WordingTables): Hit[] {
  const hits: Hit[] = [];
  if (focus.next(tokens, 0) === tokens.length) return hits;
  let begins = 0;
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    if (token !== undefined && isBreak(token)) begins = at;
    const hit = focus.at(tokens, at);
    if (hit !== null && hit.value !== 'plain') hits.push({ focus: hit.value, at, begins });
    at += hit?.length ?? 1;
  }
  return hits;
}

const bound = new Set<Focus>(['cost', 'victims']);
const breaks = new Set([':', '：', ';', '—', '–']);

function isBreak({ text, sort, glued }: Token): boolean {
  return breaks.has(text) || (sort === 'han' && !glued);
}

function leads({ at, begins }: Hit, deed: Deed): boolean {
  return !deed.agentNamed || at < deed.from || (begins > 0 && at - begins <= beginning);
}
