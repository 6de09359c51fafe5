// Whether a word such as "by" stands in a passive: then who is named behind it acts upon whoever is named before.
import type { Hit } from './concepts.js';
import { marksIn, scopesOf, within } from './scopes.js';
import type { Told } from './told.js';

/** `start` is where the clause begins in which the mark stands. */
export function isOfThePassive(told: Told, start: number, mark: Hit): boolean {
  const { text, lang } = told;
  if (isWhose(told, mark)) return false;
  // "por vender secretos": why, and nobody who did it.
  if (lang === 'es' && mark.row === 'by' && /^\s+(?:no\s)?\p{L}{2,}[aei]r(?:se|l[aeo]s?)?(?!\p{L})/u.test(text.slice(mark.end)))
    return false;
  return !(
    lang === 'en' &&
    mark.row === 'by' &&
    (remark.test(text.slice(start, mark.start)) || ofTheSufferers.test(text.slice(start, mark.start)) || isOfANoun(text, mark))
  );
}

/** Who is named behind the "by" of a passive. */
export function agentsOf(own: Told): string[] {
  return scopesOf(own).flatMap((scope) => {
    const by = marksIn(scope, 'by').find((mark) => isOfThePassive(own, scope.start, mark));
    const agent = by && within(scope, own.actors).find(({ start }) => start >= by.end);
    return agent?.ids ?? [];
  });
}

/** Words of a passive that tells the deed: "is held by", "fue buscado por". */
const passive: Readonly<Record<string, RegExp>> = {
  en: /\b(?:is|are|was|were|be|been|being|gets?|got)\s(?:\p{L}+\s){0,2}$/iu,
  de: /\b(?:wird|werden|wurden?)\s(?:\p{L}+\s){0,4}$/iu,
  es: /\b(?:es|son|fue|fueron|ha sido|han sido|será|serán)\s(?:\p{L}+\s)?$/iu,
  fr: /(?<!\p{L})(?:est|sont|était|fut|a été|ont été|sera|seront)\s(?:\p{L}+\s)?$/iu,
};

const mostWithin = 2;

/** "the town held by rebels", "turned down the map presented by Israel", "un general buscado por": whose a thing is, or who wants it. */
export function isWhose({ text, marks, lang }: Told, by: Hit): boolean {
  const whose = marks.find(({ row, to }) => row === 'whose' && to === by.from);
  if (lang === 'zh') return /^被[^，。；：]{1,8}(?:通缉|扣押|占领|控制|关押|绑架|拘留|扣留)的/u.test(text.slice(by.start));
  // "von Uganda gesuchten General"
  if (lang === 'de') {
    const behind = marks.find(
      ({ row, from, end }) => row === 'whose' && from > by.from && from - by.to <= mostWithin && /e[nrsm]?$/.test(text.slice(0, end)),
    );
    if (behind) return true;
  }
  return whose !== undefined && passive[lang]?.test(text.slice(0, whose.start)) !== true;
}

/** "in protest at remarks by Macron": whose they are. */
const remark = /\b(?:remarks?|statements?|comments?|words?|speech|visit|trip|call|letter|plan|demand|threat|refusal|decision)\s+$/i;

/** "is investigating a massacre committed by", "gives aid to those affected by": who is named first acts, and another did the rest. */
const ofTheSufferers =
  /\b(?:(?:is|are|was|were)\s(?:\p{L}+ly\s)?\p{L}{2,}ing\s(?:(?!is |are |was |were |been |be )\p{L}+\s){1,8}|(?:those|people|areas|victims|residents)\s(?:\p{L}+\s)?)\p{L}+ed\s$/iu;

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
