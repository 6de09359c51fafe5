// Takes a family and the lexicon, leaves its framed narratives as rules can tell them. Guards that a narrative says only how
// headlines cast the happening, names who does so, and quotes them to the letter.
import type { ItemId } from '../../lib/run.js';
import type { Family } from './family.js';
import { type Group, groupByFrame, type ReadTitle } from './grouping.js';
import type { Lexicon, Markers } from './lexicon.js';
import { type Role, thesisOf, titleOf, whyDifferent } from './wording.js';

interface Framing {
  roles: string | null;
  cause: string | null;
  legitimacy: string | null;
  intent: string | null;
  solution: string | null;
  norms: string | null;
  temporal: string | null;
}

export interface Narrative {
  title: string;
  thesis: string;
  framing: Framing;
  lexicon: Markers;
  /** Ids of the titles that tell it so. */
  uses: string[];
  evidence: { title_id: ItemId; quote: string }[];
  why_different: string | null;
}

/** One to three narratives, most used first. */
export function narrateByRules(family: Family, lexicon: Lexicon): Narrative[] {
  const grouping = groupByFrame(family.members, lexicon);
  return grouping.groups.map((group, i) => {
    const lexis = markersOf(group);
    const roles = rolesOf(group, family);
    return {
      title: titleOf(group, lexicon, roles),
      thesis: thesisOf(group, lexis, roles, i === 0 ? grouping.alone : []),
      framing: framingOf(group, roles),
      lexicon: lexis,
      uses: group.titles.map(({ member }) => member.titleId),
      evidence: evidenceOf(group),
      why_different: whyDifferent(group, grouping, family),
    };
  });
}

function framingOf(group: Group, roles: readonly Role[]): Framing {
  const vector = group.kind === 'frame' ? group.frames[0]?.vector : undefined;
  const times = group.titles.flatMap(({ reading }) => (reading.temporal === null ? [] : [reading.temporal]));
  return {
    roles: roles.length > 0 ? roles.map(({ name, as }) => `${name} as ${as}`).join(', ') : null,
    cause: vector?.cause ?? null,
    legitimacy: vector?.legitimacy ?? null,
    intent: vector?.intent ?? null,
    solution: vector?.solution ?? null,
    norms: vector?.norms ?? null,
    temporal: mostFrequent(times) ?? vector?.temporal ?? null,
  };
}

/** Words of the group's own frames that stand in its titles, and its hedges; at most six of each. */
function markersOf(group: Group): Markers {
  const own = group.titles.flatMap(({ reading }) => group.frames.flatMap(({ frame }) => reading.frames.get(frame) ?? []));
  const verbs = own.flatMap(({ verbs }) => verbs);
  const few = (words: readonly string[]): string[] =>
    [...new Set(words.filter((word) => word.length <= 60))]
      .filter((word, _, all) => !all.some((one) => one !== word && one.includes(word)))
      .slice(0, 6);
  return {
    verbs: few(verbs),
    hedges: few(group.titles.flatMap(({ reading }) => reading.hedges)),
    evaluatives: few(own.flatMap(({ evaluatives }) => evaluatives.filter((word) => !verbs.some((verb) => verb.includes(word))))),
  };
}

/**
 * Who appears as what: by the roles of the act, or by who is subject of the sentence, as the frame says. Empty where the frame does
 * not say, and where the titles with its words name no two actors or not the same.
 */
function rolesOf(group: Group, family: Family): Role[] {
  const [frame] = group.frames;
  if (group.kind !== 'frame' || !frame?.roles) return [];
  const marked = group.titles
    .filter(({ reading }) => reading.frames.has(frame.frame))
    .map(({ member }) => member.actors.filter((id) => !id.startsWith('@')));
  const pairs =
    'subject' in frame.roles ? marked.map(([subject, other]) => [subject, other]) : marked.map((actors) => byAct(actors, family));
  const named = pairs.flatMap(([one, other]) => {
    const [first, second] = [family.names.get(one ?? ''), family.names.get(other ?? '')];
    return first !== undefined && second !== undefined ? [[first, second] as const] : [];
  });
  const agreed = mostFrequent(named.map((names) => names.join('\n')));
  const pair = named.filter((names) => names.join('\n') === agreed).length * 2 > named.length ? (agreed?.split('\n') ?? []) : [];
  const as = 'subject' in frame.roles ? [frame.roles.subject, frame.roles.other] : [frame.roles.initiator, frame.roles.target];
  return pair.map((name, i) => ({ name, as: as[i] ?? '' }));
}

/** The initiator and the target of the act among the actors of a title. */
function byAct(actors: readonly string[], { roles }: Family): (string | undefined)[] {
  const one = (wanted: readonly string[]): string | undefined =>
    roles.find(({ actor, role }) => wanted.includes(role) && actors.includes(actor))?.actor;
  return [one(['initiator']), one(['target', 'beneficiary'])];
}

/** Two to six titles to the letter: those with most words of the frame, one an outlet before the second of any, no wording twice. */
function evidenceOf(group: Group): { title_id: ItemId; quote: string }[] {
  const count = ({ reading }: ReadTitle): number =>
    group.frames.reduce(
      (sum, { frame }) => sum + (reading.frames.get(frame)?.verbs.length ?? 0) + (reading.frames.get(frame)?.evaluatives.length ?? 0),
      0,
    );
  const ranked = [...group.titles].sort((a, b) => count(b) - count(a));
  const firsts = ranked.filter((title, i) => ranked.findIndex(({ member }) => member.publisher === title.member.publisher) === i);
  const ordered = [...firsts, ...ranked.filter((title) => !firsts.includes(title))];
  const fresh = ordered.filter(({ member }, i) => ordered.findIndex((one) => one.member.title === member.title) === i);
  const chosen = fresh.length >= 2 ? fresh : ordered;
  return chosen.slice(0, 6).map(({ member }) => ({ title_id: member.titleId, quote: quoteOf(member.title) }));
}

/** The title, or its first 220 characters up to a space, to the letter. */
export function quoteOf(title: string): string {
  if (title.length <= 220) return title;
  const head = title.slice(0, 220);
  const end = head.search(/\s\S*$/u);
  return end > 80 ? head.slice(0, end) : [...head].slice(0, -1).join('');
}

function mostFrequent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce<[string, number] | undefined>(
    (best, one) => (best === undefined || one[1] > best[1] ? one : best),
    undefined,
  )?.[0];
}
