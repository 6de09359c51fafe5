// Whether a sentence lets somebody do what the titles only suspect or accuse him of: "Bulgaria suspects Russia" does not say that Russia did it.
import type { Mention } from './actors.js';
import { scopesOf, within } from './scopes.js';
import type { Told } from './told.js';
import { isWhere } from './where.js';

/** Rows of concepts-*.tsv for saying that somebody did it. */
const blaming: ReadonlySet<string> = new Set(['accuse', 'blame', 'suspect', 'attribute']);
/** Words that may stand between the word for it and who is blamed. */
const mostBetween = 2;

/** Right behind a word that blames, or before one in the passive: "blames Moscow", "Moscow is blamed". */
function isBlamed({ hits, words }: Told, { from, to }: Mention): boolean {
  return hits.some((hit) => {
    if (!blaming.has(hit.row)) return false;
    if (
      hit.to <= from &&
      from - hit.to <= mostBetween &&
      /^(?:on|for|against|of|by|the|à|a|le|la|les|el|los|die|der|das|den|в|на)?$/iu.test(between(words, hit.to, from))
    )
      return true;
    return /^(?:accused|blamed|suspected)$/.test(words[hit.from]?.plain ?? '') && hit.from - to <= 1 && hit.from >= to;
  });
}

function between(words: Told['words'], from: number, to: number): string {
  return words
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ');
}

/** The first who does it where the titles only blame him, told as a reason; null where there is none. */
export function onlyBlamed(own: Told, titles: readonly Told[]): string | null {
  if (own.marks.some(({ row }) => ['says', 'speaks', 'hedge', 'yet', 'not', 'refuse'].includes(row))) return null;
  for (const scope of scopesOf(own)) {
    const subject = within(scope, own.actors).find((mention) => !isWhere(own, mention));
    if (!subject || own.hits.some(({ row, from, to }) => blaming.has(row) && from <= subject.to + 3 && to > subject.from)) continue;
    const named = titles.flatMap((title) =>
      title.actors.filter(({ ids }) => ids.some((id) => subject.ids.includes(id))).map((mention) => isBlamed(title, mention)),
    );
    if (named.length > 0 && named.every(Boolean)) return `lets ${subject.text} do what the cited titles only blame it for`;
  }
  return null;
}
