// Whether a sentence lets those without a name of their own do to another what the titles tell the other way round: "protesters used tear gas
// against the police". Only where both stand in one clause of each, and every clause of the titles that has both tells it so.
import { isConverse } from './converse.js';
import { isWhose } from './passives.js';
import { marksIn, type Scope, scopesOf, within } from './scopes.js';
import type { Told } from './told.js';

/** Rows of concepts-*.tsv for those who act. */
const groups: ReadonlySet<string> = new Set([
  ...['union', 'employer', 'government', 'opposition', 'parliament', 'court', 'police', 'protest', 'security forces', 'soldier', 'troops'],
  ...['rebel', 'militant', 'gang', 'company', 'bank', 'farmer', 'fisherman', 'student', 'teacher', 'doctor', 'church', 'activist'],
  ...['journalist', 'prosecutor', 'prisoner', 'hostage', 'migrant', 'refugee', 'president', 'prime minister', 'king', 'military', 'depose'],
  ...[
    'miner',
    'worker',
    'tourist',
    'passenger',
    'villager',

    'watchdog',
    'council',
    'crowd',
    'schoolchild',
    'kidnapper',
    'smuggle',
    'civilian',
    'challenger',
  ],
]);

/** Somebody of a clause: ids of an actor, or the row of a group. */
interface Party {
  ids: readonly string[];
  start: number;
  end: number;
  /** What stands between it and the one before joins both: "clash with police". */
  joined?: boolean;
}

/** The first exchange found, told as a reason; null where there is none. */
export function exchangedGroups(own: Told, titles: readonly Told[]): string | null {
  const all = titles.flatMap(scopesOf).map((scope) => ({ scope, parties: partiesIn(scope) }));
  for (const scope of scopesOf(own)) {
    const mine = partiesIn(scope);
    for (const [at, one] of mine.entries())
      for (const other of mine.slice(at + 1)) {
        if (!isGroup(one) || !isGroup(other) || same(one, other)) continue;
        const turns = all.flatMap((title) =>
          isConverse(scope, title.scope) ? standing(title.parties, other, one) : standing(title.parties, one, other),
        );
        if (turns.length > 0 && turns.every((turn) => turn === 'reversed')) {
          const named = ({ start, end }: Party): string => own.text.slice(start, end);
          return `lets ${named(one)} do to ${named(other)} what it does the other way round in the cited titles`;
        }
      }
  }
  return null;
}

function standing(parties: readonly Party[], one: Party, other: Party): ('same' | 'reversed')[] {
  const [first, second] = [parties.findIndex((party) => same(party, one)), parties.findIndex((party) => same(party, other))];
  if (first < 0 || second < 0 || first === second) return [];
  return [first < second || parties[first]?.joined ? 'same' : 'reversed'];
}

/** Those of a clause, who acts before who suffers; none where the order tells nothing. */
function partiesIn(scope: Scope): Party[] {
  const { told } = scope;
  if (/^(?:den|dem|einen|einem)\s/iu.test(told.text.slice(scope.start)) && told.lang === 'de') return [];
  // "Cae el jefe": who is named first suffers it.
  if (told.lang === 'es' && /^(?:cae|caen|detien|captur|arrest|deten|abat|mat|rescat)\p{L}*\s/iu.test(told.text.slice(scope.start)))
    return [];
  const actors: Party[] = within(scope, told.actors);
  const unnamed = within(scope, told.hits)
    .filter(
      ({ row, narrower, from }) =>
        groups.has(row) &&
        !narrower &&
        !(
          told.lang === 'en' &&
          (/(?:ed|ing)$/.test(told.words[from]?.plain ?? '') ||
            isOfKind(told, from) ||
            /^(?:asylum|migration|immigration)$/.test(told.words[from]?.plain ?? ''))
        ),
    )
    .map(({ row, start, end }): Party => ({ ids: [`#${row}`], start, end }));
  const merged: Party[] = [];
  for (const party of [...actors, ...unnamed].sort((a, b) => a.start - b.start)) {
    const before = merged.at(-1);
    if (before && isBeside(told, before, party)) {
      const ids = [...before.ids, ...party.ids];
      // "the Venezuelan opposition" is not Venezuela.
      merged[merged.length - 1] = {
        ...before,
        ids: ids.some(isAgainst) ? ids.filter(isAgainst) : ids,
        end: Math.max(before.end, party.end),
      };
    } else merged.push({ ...party, joined: before !== undefined && isJoined(told, before, party) });
  }
  const passives = marksIn(scope, 'by', 'underwent').filter((mark) => mark.row !== 'by' || !isWhose(told, mark));
  // "were met with tear gas by police": who did it stands behind "by".
  const by = passives.find(({ row }) => row === 'by') ?? passives[0];
  const agent = by ? merged.findIndex(({ start }) => start >= by.start && told.text.slice(by.end, start).split(/\s+/).length <= 4) : -1;
  const doer = agent > 0 ? merged[agent] : undefined;
  return doer ? [doer, ...merged.filter((party) => party !== doer)] : merged;
}

/** "gang violence", "police raid": of what kind it is. */
function isOfKind({ words }: Told, at: number): boolean {
  return /^(?:violence|wars?|warfare|fighting|clash|clashes|attacks?|raids?|protests?|strikes?|killings?|rule)$/.test(
    words[at + 1]?.plain ?? '',
  );
}

function isAgainst(id: string): boolean {
  return id === '#opposition' || id === '#rebel' || id === '#protest';
}

/** One party in two words: "Iraqi security forces", "opposition leader", "students and teachers". */
function isBeside({ text }: Told, one: Pick<Party, 'start' | 'end'>, other: Pick<Party, 'start' | 'end'>): boolean {
  const [first, last] = one.start < other.start ? [one, other] : [other, one];
  if (last.start < first.end) return true;
  return /^\s*(?:'s?\s*|-|(?:of|and|or|in|from|der|des|de|du|y|et|und|и|و|和|与|的)\s*(?:the\s)?)?\s*$/iu.test(
    text.slice(first.end, last.start),
  );
}

function isJoined({ marks }: Told, before: Party, party: Party): boolean {
  return marks.some(({ row, start, end }) => row === 'both' && start >= before.end && end <= party.start);
}

function isGroup({ ids }: Party): boolean {
  return ids.some((id) => id.startsWith('#'));
}

function same(one: Party, other: Party): boolean {
  return one.ids.some((id) => id.startsWith('#') && other.ids.includes(id));
}
