// Whether a sentence turns where something goes: "sent weapons from Russia" of a headline that tells of weapons sent to it.
import type { Mention } from './actors.js';
import { scopesOf, within } from './scopes.js';
import type { Told } from './told.js';

/** Rows of concepts-*.tsv for what goes somewhere. */
const going: ReadonlySet<string> = new Set([
  'send',
  'supply',
  'export',
  'import',
  'smuggle',
  'transfer',
  'move',
  'deport',
  'flee',
  'deliver',
]);
const to: Readonly<Record<string, RegExp>> = {
  en: /\b(?:to|into|towards?)\s(?:the\s)?$/i,
  de: /\b(?:nach|an|in die)\s$/i,
  es: /\b(?:a|hacia|hasta)\s(?:la\s|los\s)?$/i,
  fr: /(?<!\p{L})(?:à|vers|aux?)\s(?:la\s|l')?$/iu,
  zh: /[向给往]$/u,
  ar: /(?:إلى|الى)\s$/u,
};
const from: Readonly<Record<string, RegExp>> = {
  en: /\bfrom\s(?:the\s)?$/i,
  de: /\baus\s(?:dem\s|der\s)?$/i,
  es: /\bdesde\s(?:la\s|los\s)?$/i,
  fr: /\bdepuis\s(?:la\s|le\s|l')?$/i,
  ru: /(?<!\p{L})из\s$/iu,
  zh: /[从自]$/u,
  ar: /من\s$/u,
};

function stands({ text, lang }: Told, { start }: Mention, before: typeof to): boolean {
  return before[lang]?.test(text.slice(0, start)) === true;
}

/** "compra aviones a Estados Unidos", "achète des avions à la Suède": of whom he buys. */
function isSeller({ lang, rows }: Told): boolean {
  return (lang === 'es' || lang === 'fr') && rows.has('buy');
}

/** The first place whence for whither, told as a reason; null where there is none. */
export function otherWayRound(own: Told, titles: readonly Told[]): string | null {
  for (const scope of scopesOf(own)) {
    if (!within(scope, own.hits).some(({ row, wider }) => going.has(row) && !wider)) continue;
    for (const mention of within(scope, own.actors))
      for (const [mine, other] of [
        [from, to],
        [to, from],
      ] as const) {
        if (!stands(own, mention, mine)) continue;
        const named = titles.flatMap((title) =>
          title.actors
            .filter(({ ids }) => ids.some((id) => mention.ids.includes(id)))
            .map((one) => stands(title, one, other) && !isSeller(title)),
        );
        const goals = titles.some((title) => title.actors.filter((one) => stands(title, one, other)).length > 1);
        if (named.length > 0 && named.every(Boolean) && !goals)
          return `turns where it goes: ${mention.text} is its other end in the cited titles`;
      }
  }
  return null;
}
