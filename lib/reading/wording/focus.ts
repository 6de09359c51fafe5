// Tells what a headline puts first. Words of its own that take a side say it most plainly; else the first words that show it. What things
// cost and who is hurt count only where a part of the headline begins with them: as the object of a named doer they are not put first.
import type { Token } from '../text/tokens.js';
import type { WordedDeed } from './deeds.js';
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
export function focusOf(tokens: readonly Token[], words: LoadedWords, deed: WordedDeed, tables: WordingTables): Focus {
  const all = hitsOf(tokens, tables);
  const hits = all.length === 0 ? all : all.filter((hit) => !bound.has(hit.focus) || leads(hit, deed));
  const cost = hits.find(({ focus, begins }) => focus === 'cost' && begins > 0);
  if (cost !== undefined && hits[0]?.focus === 'victims' && words.own.length === 0) return 'cost';
  const [own] = words.own;
  if (own !== undefined) {
    const told = partisan(words, all, deed);
    if (told !== null) return told;
  }
  if (hits[0] !== undefined) return hits[0].focus;
  return words.quotedLoaded.length > 0 && own === undefined && !deed.agentNamed ? 'blame_other_side' : 'plain';
}

/** What words that take a side put first: an insulted doer himself, praise resistance, cruelty its victims, a slur whom one must fear. */
function partisan({ own }: LoadedWords, hits: readonly Hit[], deed: WordedDeed): Focus | null {
  const has = (focus: Focus): boolean => hits.some((hit) => hit.focus === focus);
  if (has('blame_other_side')) return 'blame_other_side';
  if (own.some(({ sort }) => sort === 'slur' || sort === 'violence') && hits.some((hit) => suffers(hit, deed))) return 'victims';
  const first = hits.find(({ focus }) => focus === 'victims' || focus === 'security_threat');
  if (first !== undefined) return first.focus;
  const [begins] = hits;
  if (own.some(({ sort, at }) => sort === 'praise' && at === deed.from) && deed.to > 0) return 'resistance';
  if (begins?.at === 0 && begins.focus !== 'actor') return begins.focus;
  const slur = own.find(({ sort }) => sort === 'slur');
  if (own.some(({ sort }) => sort === 'praise')) return 'resistance';
  if (slur !== undefined && deed.agentNamed && slur.at < deed.from) return 'actor';
  if (own.some(({ sort }) => sort === 'violence')) return 'victims';
  if (begins !== undefined && begins.focus !== 'actor') return begins.focus;
  if (slur !== undefined) return deed.to === 0 || slur.at < deed.from || begins?.focus === 'actor' ? 'actor' : 'security_threat';
  const judged = own.find(({ sort }) => sort === 'deed');
  // Judged in the words for who does it he comes first, judged by the deed he is blamed.
  if (judged !== undefined) return deed.agentNamed && judged.at < deed.from ? 'actor' : 'blame_other_side';
  return begins?.focus ?? null;
}

/** "Invaders shell villagers": whom the deed of a named doer falls upon. */
function suffers({ focus, at }: Hit, { agentNamed, to }: WordedDeed): boolean {
  return focus === 'victims' && agentNamed && at >= to && at - to <= reach;
}

/** How many words behind a deed may stand before those whom it falls upon. */
const reach = 3;

function hitsOf(tokens: readonly Token[], { focus, background }: WordingTables): Hit[] {
  const hits: Hit[] = [];
  if (focus.next(tokens, 0) === tokens.length) return hits;
  let begins = 0;
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    if (token !== undefined && isBreak(token)) begins = at;
    const hit = focus.at(tokens, at);
    if (hit?.value === 'cost' && begins === 0 && isComma(tokens, at)) begins = at;
    // A visit that something happens after or during is only its time, and so is a ruling before it.
    const mayBeTime = hit?.value === 'diplomacy' || (hit?.value === 'law' && isBehind(tokens, at));
    const isTime = mayBeTime && isBehindBackground(tokens, at, background);
    if (hit !== null && hit.value !== 'plain' && !isTime) hits.push({ focus: hit.value, at, begins });
    at += hit?.length ?? 1;
  }
  return hits;
}

/** Whether a word of what is told by the way stands up to three words before. */
function isBehindBackground(tokens: readonly Token[], at: number, background: WordingTables['background']): boolean {
  for (let before = Math.max(0, at - 3); before < at; before++) if (background.at(tokens, before) !== null) return true;
  return false;
}

/** "... after court ruling": it stands at the end of a deed. */
function isBehind(tokens: readonly Token[], at: number): boolean {
  return at > 3 && (afters.has(tokens[at - 1]?.text ?? '') || afters.has(tokens[at - 2]?.text ?? ''));
}

const afters = new Set(['after', 'following', 'nach', 'après', 'tras', 'después', 'после', 'após', 'dopo', 'بعد']);

/** Whether a comma stands up to two words before: "..., taxes will rise". */
function isComma(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.text === ',' || tokens[at - 2]?.text === ',';
}

const bound = new Set<Focus>(['cost', 'victims']);
const breaks = new Set([':', '：', ';', '—', '–']);

function isBreak({ text, sort, glued }: Token): boolean {
  return sort === 'sign' ? breaks.has(text) : sort === 'han' && !glued;
}

/** What stands before the deed of a named doer is he himself, or whose he is: "farmers block" puts no cost first. */
function leads({ focus, at, begins }: Hit, deed: WordedDeed): boolean {
  if (!deed.agentNamed || (begins > 0 && at - begins <= beginning)) return true;
  return focus !== 'cost' && at < deed.from;
}
