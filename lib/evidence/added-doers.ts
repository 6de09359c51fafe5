// Whether a sentence lets somebody with a gun do what its titles tell of nobody: "police shot ten dead" of a headline in which ten are killed.
import { marksIn, scopesOf } from './scopes.js';
import type { Told } from './told.js';

/** Rows of concepts-*.tsv for those who bear arms. */
const armed: ReadonlySet<string> = new Set(
  (
    'police|soldier|troops|army|military|armed forces|security forces|guard|gunman|rebel|militant|militia|gang|paramilitary|jihadist|terrorist|' +
    'settler|suicide bomber|sniper|mercenary|insurgent|coast guard|navy|warship'
  ).split('|'),
);
const force: ReadonlySet<string> = new Set([
  'kill',
  'wound',
  'shoot',
  'shot dead',
  'attack',
  'bomb',
  'shell',
  'fire',
  'open fire',
  'beat',
  'ram',
]);

/** The first such doer, told as a reason; null where there is none. */
export function addedDoer(own: Told, titles: readonly Told[]): string | null {
  // "shot" is of the row of gunmen, and names none.
  const told = new Set(
    titles.flatMap(({ hits, words, lang }) =>
      hits.flatMap(({ row, from }) => (lang !== 'en' || nouns.test(words[from]?.plain ?? '') ? [row] : [])),
    ),
  );
  if ([...armed].some((row) => told.has(row)) || titles.length === 0) return null;
  for (const scope of scopesOf(own)) {
    const by = marksIn(scope, 'by')[0];
    for (const [at, word] of own.words.entries()) {
      if (word.start < scope.start || word.start >= scope.end) continue;
      const isArmed = own.hits.some(({ row, from, to, wider }) => from <= at && at < to && !wider && armed.has(row));
      if (!isArmed || !nouns.test(word.plain) || isOfNamed(own, at, titles)) continue;
      const next = own.words.slice(at + 1, at + 3);
      const does = own.hits.some(
        ({ row, start, wider }) =>
          !wider && force.has(row) && next.some((one) => one.start === start && /(?:ed|ot|ing|it|ruck|ill|s)$/.test(one.plain)),
      );
      if (does || (by && by.end <= word.start && own.text.slice(by.end, word.start).split(/\s+/).length <= mostBehind))
        return `lets ${word.text} do what the cited titles tell of nobody`;
    }
  }
  return null;
}

/** "Chinese forces": whoever's they are does it in a clause of a title. */
function isOfNamed({ actors }: Told, at: number, titles: readonly Told[]): boolean {
  const owners = actors.filter(({ to }) => to <= at && at - to <= 2).flatMap(({ ids }) => ids);
  return titles.some((title) =>
    scopesOf(title).some((scope) => [...force].some((row) => scope.rows.has(row)) && owners.some((id) => scope.ids.has(id))),
  );
}

const mostBehind = 4;
const nouns =
  /^(?:police|policem[ae]n|officers?|soldiers?|troops|army|military|forces|guards?|gunm[ae]n|rebels?|militants?|militias?|gangs?|paramilitar(?:y|ies)|jihadists?|terrorists?|settlers?|bombers?|snipers?|mercenaries|insurgents?)$/;
