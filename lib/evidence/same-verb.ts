// Whether a sentence and its titles have the same verb right behind another doer each: "Ukraine stops deliveries to Slovakia" of "Slowakei stoppt
// Lieferungen an die Ukraine".

import { homes } from '../reading/homes.js';
import type { Mention } from './actors.js';
import type { Hit } from './concepts.js';
import { isConverse } from './converse.js';
import { areJoined } from './joined.js';
import { orderOf } from './order.js';
import { scopesOf } from './scopes.js';
import type { Told } from './told.js';
import { isWhere } from './where.js';

/** Who does it, by which words, all of one verb. */
interface Doing {
  doer: Mention;
  verb: readonly Hit[];
}

const mostBetween = 3;
/** Grammar and whose it is that may stand between: "has", "'s army". */
const grammar =
  /^(?:has|have|had|will|would|also|now|again|is|s|army|military|government|parliament|president|forces|troops|police|court|minister|ministry|prime|foreign|defence)$/;
/** Two may stand in either order, or one word is for what both do: who lends and who borrows. */
const mutual: ReadonlySet<string> = new Set([
  ...[
    'meet',
    'agree',
    'sign',
    'talks',
    'negotiate',
    'exchange',
    'trade',
    'clash',
    'collide',
    'resume',
    'cooperate',
    'border',
    'deal',
    'say',
  ],
  ...[
    'announce',
    'accuse',
    'be',
    'swap',
    'war',
    'fight',
    'start',
    'begin',
    'end',
    'call',
    'speak of',
    'allege',
    'share',
    'strike a deal',
    'lend',
    'loan',
    'rent',
  ],
]);

/** "a plan for Ukraine has failed": who is named behind these does nothing. */
const aside = /\b(?:of|for|to|from|in|with|against|on|by|about|over)\s(?:the\s)?$/i;

/** A doer and the verb right behind it, in words that nothing makes passive. */
function doingsIn(told: Told): Doing[] {
  const { words, hits, marks, text, lang, actors } = told;
  const first = scopesOf(told).flatMap((scope) => orderOf(scope)?.slice(0, 1) ?? []);
  return first.flatMap((doer): Doing[] => {
    if (doer.within || isWhere(told, doer) || (lang === 'en' && aside.test(text.slice(0, doer.start)))) return [];
    let at = doer.to;
    if (lang === 'en')
      while (at < doer.to + mostBetween && grammar.test(words[at]?.plain ?? '') && !actors.some(({ from }) => from === at)) at++;
    const word = words[at];
    if (!word || /[,;:–—()]/.test(text.slice(doer.end, word.start)) || actors.some(({ from, to }) => from <= at && at < to)) return [];
    if (lang === 'en' ? !isVerb(told, at) : lang !== 'zh' && lang !== 'ar' && !/^\p{Ll}/u.test(word.text)) return [];
    if (marks.some(({ row, from, to }) => (row === 'by' || row === 'underwent') && from <= at && at < to)) return [];
    const verb = hits.filter((hit) => hit.from === at && (lang !== 'zh' || hit.start === doer.end) && !hit.wider);
    return verb.length === 0 || verb.some(({ row }) => mutual.has(row)) ? [] : [{ doer, verb }];
  });
}

/** "Kenya stops", "Kenya's army has stopped", and no "was stopped". */
function isVerb({ words }: Told, at: number): boolean {
  const [before, word] = [words[at - 1]?.plain ?? '', words[at]?.plain ?? ''];
  if (/^(?:has|have|had|will|would)$/.test(before)) return true;
  if (/^(?:is|s)$/.test(before)) return before === 'is' && /ing$/.test(word);
  return /(?:s|ed)$/.test(word) || /^(?:sent|shot|cut|hit|struck|took|won|lost|left|gave|bought|sold|held)$/.test(word);
}

function isSame(one: Mention, other: Mention): boolean {
  const wide = ({ ids }: Mention): string[] => ids.flatMap((id) => [id, id.slice(0, 2), ...(homes[id] ?? [])]);
  const mine = wide(one);
  return wide(other).some((id) => mine.includes(id));
}

/** The first whose verb every title that has it gives to another, whom the sentence names behind it; null where there is none. */
export function sameVerbOfAnother(own: Told, titles: readonly Told[]): string | null {
  if (/\bby\b(?! (?:\d|the end|mid))/i.test(own.text) || /\b(?:was|were|been|being)\b/i.test(own.text)) return null;
  for (const { doer, verb } of doingsIn(own)) {
    const rows = new Set(verb.map(({ row }) => row));
    const told = titles.flatMap((title) =>
      doingsIn(title).flatMap((one) => (one.verb.some(({ row }) => rows.has(row)) ? [{ title, doer: one.doer }] : [])),
    );
    const isTurned = ({ title, doer: other }: { title: Told; doer: Mention }): boolean => {
      const suffers = title.actors.find((mention) => mention.start > other.end && isSame(mention, doer));
      const named = own.actors.find((mention) => mention.start > doer.end && isSame(mention, other));
      return (
        !isSame(other, doer) &&
        !scopesOf(own).some((scope) => scopesOf(title).some((theirs) => isConverse(scope, theirs))) &&
        suffers !== undefined &&
        named !== undefined &&
        !isWhere(own, named) &&
        !areJoined(own, doer, named) &&
        !areJoined(title, other, suffers)
      );
    };
    if (told.length > 0 && told.every(isTurned)) return `lets ${doer.text} do what another does in the cited titles`;
  }
  return null;
}
