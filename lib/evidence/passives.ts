// Whether a word such as "by" stands in a passive: then who is named behind it acts upon whoever is named before.
import type { Hit } from './concepts.js';
import { marksIn, scopesOf, within } from './scopes.js';
import type { Told } from './told.js';

/** `start` is where the clause begins in which the mark stands. */
export function isOfThePassive({ text, lang }: Told, start: number, mark: Hit): boolean {
  const before = text.slice(0, mark.start);
  if (holding.test(before) || offering.test(before)) return false;
  return !(lang === 'en' && mark.row === 'by' && (remark.test(text.slice(start, mark.start)) || isOfANoun(text, mark)));
}

/** Who is named behind the "by" of a passive. */
export function agentsOf(own: Told): string[] {
  return scopesOf(own).flatMap((scope) => {
    const by = marksIn(scope, 'by').find((mark) => isOfThePassive(own, scope.start, mark));
    const agent = by && within(scope, own.actors).find(({ start }) => start >= by.end);
    return agent?.ids ?? [];
  });
}

/** What is held by somebody does not suffer what the clause tells by him. */
const holding =
  /(?<!\b(?:is|are|was|were|be|been|being)\s(?:\p{L}+\s){0,2})\b(?:held|controlled|run|occupied|owned|backed|led|supported|used|claimed|made)\s+$/iu;
/** Nor does a thing that somebody has made or offered, where the clause is no passive: "turned down the map presented by Israel". */
const offering =
  /(?<!\b(?:is|are|was|were|be|been|being|gets?|got)\s(?:\p{L}+\s){0,2})\b(?:presented|proposed|offered|drafted|submitted|put forward|brokered|mediated|issued|sponsored|funded|built|produced|supplied|demanded|requested|sought|drawn up)\s+$/iu;

/** "in protest at remarks by Macron": whose they are. */
const remark = /\b(?:remarks?|statements?|comments?|words?|speech|visit|trip|call|letter|plan|demand|threat|refusal|decision)\s+$/i;

/** "bans appearances by Serbs", "talks by video", "a tanker that had come from Russia": no deed is done to whom is named before. */
function isOfANoun(text: string, { start, end }: { start: number; end: number }): boolean {
  const before = text.slice(0, start);
  if (/^c[oa]m/i.test(text.slice(start, end))) return /\b(?:that|which|who)\s(?:ha[sd]\s|have\s)?$/i.test(before);
  return text.slice(start, end).toLowerCase() === 'by' && !auxiliary.test(before) && !participle.test(before);
}

const auxiliary = /\b(?:is|are|was|were|be|been|being|gets?|got)\b/i;
/** A participle, three words before at most. */
const participle =
  /\b(?:\p{L}+(?:ed|en|own|ung|ought|aught|eld|ent|ept|old|orn|uck|und|ung)|hit|shot|cut|struck|put|set|made|led|lost|met|paid|read|run|said|sold|won|done|laid|spent|sent|shut|overrun|beset|backed|beaten)\b(?:\s+\p{L}+){0,3}\s*$/iu;
