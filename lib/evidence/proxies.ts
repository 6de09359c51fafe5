// Whether a sentence lets somebody do himself what those do whom he backs by its titles, or lets another back them: "Uganda attacks an airport" of
// rebels backed by Uganda.
import { forceful } from '../reading/actions.js';
import type { Mention } from './actors.js';
import { stateOf } from './agree.js';
import type { Told } from './told.js';

/** What stands right before, or right behind, whoever backs another. */
const before: Readonly<Record<string, RegExp>> = {
  en: /\b(?:backed|supported|armed|funded|sponsored) by\s(?:the\s)?$/i,
  de: /\bvo[nm]\s(?:der\s|dem\s|den\s)?$/i,
  es: /\b(?:apoyad|respaldad|armad|financiad)[oa]s? por\s(?:la\s|el\s|los\s)?$/i,
  fr: /(?<!\p{L})(?:soutenu|appuyé|armé|financé)e?s? par\s(?:la\s|le\s|l['’])?$/iu,
  ru: /при поддержке\s$/iu,
  zh: /受$/u,
  ar: /(?:تدعمه[ما]?|يدعمه[ما]?|مدعوم\p{L}*\sمن)\s$/u,
};
const behind: Readonly<Record<string, RegExp>> = {
  en: /^-(?:backed|supported|armed|funded|sponsored)\b/i,
  de: /^\s(?:unterstützte|bewaffnete|finanzierte)\p{L}*(?!\p{L})/iu,
  zh: /^支持的/u,
};

function backersIn({ lang, text, actors }: Told): Mention[] {
  return actors.filter(({ start, end }) => {
    const stands = before[lang]?.test(text.slice(0, start)) === true;
    return lang === 'de' || lang === 'zh'
      ? stands && behind[lang]?.test(text.slice(end)) === true
      : stands || behind[lang]?.test(text.slice(end)) === true;
  });
}

/** The first who acts himself where he only backs others, or backs whom another backs: told as a reason; null where there is none. */
export function actsForHisOwn(own: Told, titles: readonly Told[]): string | null {
  const theirs = titles.map(backersIn);
  if (titles.length === 0 || !theirs.every((backers) => backers.length > 0)) return null;
  const mine = backersIn(own);
  const isBacker = (ids: readonly string[]): boolean =>
    theirs.every((backers) => backers.some((one) => one.ids.some((id) => ids.some((it) => stateOf(it) === stateOf(id)))));
  const other = mine.find(({ ids }) => !isBacker(ids));
  if (other) return `lets ${other.text} back those whom another backs in the cited titles`;
  const done =
    mine.length > 0 ? undefined : own.acts.find(({ action, source }) => forceful.has(action) && source !== null && isBacker([source]));
  const isTheirOwn = ({ actors }: Told, at: number): boolean =>
    actors.filter((one) => isBacker(one.ids)).length > (theirs[at]?.length ?? 0);
  return done && !titles.some(isTheirOwn) ? `lets ${done.source} do what those do whom it backs in the cited titles` : null;
}
