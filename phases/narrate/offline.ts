// Takes a family and the lexicon, leaves its framed narratives as rules can tell them. Guards that a narrative says only how
// headlines cast the happening, names who does so, and quotes them to the letter.
import type { Family } from './family.js';
import { type Group, type Grouping, groupByFrame, type ReadTitle } from './grouping.js';
import type { Lexicon, Markers } from './lexicon.js';

export interface Framing {
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
  evidence: { title_id: string; quote: string }[];
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

function titleOf(group: Group, lexicon: Lexicon, roles: readonly { name: string; as: string }[]): string {
  const [frame] = group.frames;
  if (group.kind === 'plain') return 'Plain report';
  if (group.kind === 'mixed') return 'Each outlet in its own way';
  if (group.kind === 'pole')
    return `${lexicon.poles.get(group.pole ?? 'weighs')?.name ?? 'Kindred frames'}: ${listing(group.frames.map(({ name }) => name.toLowerCase()))}`;
  const [lead] = roles;
  return lead ? `${frame?.name}: ${lead.name} as ${lead.as}` : (frame?.name ?? 'Plain report');
}

function thesisOf(group: Group, lexis: Markers, roles: readonly { name: string; as: string }[], alone: Grouping['alone']): string {
  const one = group.titles.length === 1;
  const who = `${one ? 'The headline' : 'Headlines'} of ${outletsInWords(group.titles)}`;
  const words = [...lexis.evaluatives, ...lexis.verbs].slice(0, 4).map((word) => `“${word}”`);
  const marked = words.length > 0 ? `, in words such as ${listing(words)}` : '';
  const casts = listing(group.frames.map((frame) => frame.casts));
  const first =
    group.kind === 'plain'
      ? `${who} ${one ? 'reports' : 'report'} what happened, without words that take a side.`
      : group.kind === 'mixed'
        ? `${who} share no frame: ${apart(group)}.`
        : `${who} ${one ? 'casts' : 'cast'} it as ${group.kind === 'pole' ? listing(group.frames.map((frame) => frame.casts)) : casts}${marked}.`;
  const others = alone.slice(0, 2).map(({ frame, titles }) => `${outletsInWords(titles)} as ${frame.casts}`);
  if (others.length > 0) return `${first} Standing apart: ${listing(others)}.`;
  const parts = roles.map(({ name, as }) => `${name} as ${as}`);
  return parts.length > 0
    ? `${first} In them appear ${listing(parts)}.`.replace('In them appear', parts.length > 1 ? 'In them appear' : 'In them appears')
    : first;
}

/** Who of the outlets of a mixed group casts it as what. */
function apart(group: Group): string {
  const parts = group.frames.map((frame) => {
    const own = group.titles.filter(({ reading }) => reading.frames.has(frame.frame));
    return `${outletsInWords(own)} ${own.length === 1 ? 'casts' : 'cast'} it as ${frame.casts}`;
  });
  return parts.join('; ');
}

function framingOf(group: Group, roles: readonly { name: string; as: string }[]): Framing {
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
  const few = (words: readonly string[]): string[] => [...new Set(words)].slice(0, 6);
  return {
    verbs: few(own.flatMap(({ verbs }) => verbs)),
    hedges: few(group.titles.flatMap(({ reading }) => reading.hedges)),
    evaluatives: few(own.flatMap(({ evaluatives }) => evaluatives)),
  };
}

/** Who appears as what: by the roles of the act, or by who is subject of the sentence, as the frame says. Only actors its titles name. */
function rolesOf(group: Group, family: Family): { name: string; as: string }[] {
  const [frame] = group.frames;
  if (group.kind !== 'frame' || frame === undefined) return [];
  const marked = group.titles.filter(({ reading }) => reading.frames.has(frame.frame));
  const named = (id: string | undefined, as: string): { name: string; as: string }[] => {
    const name = id === undefined ? undefined : family.names.get(id);
    return name === undefined || id?.startsWith('@') ? [] : [{ name, as }];
  };
  const stands = (id: string): boolean => marked.some(({ member }) => member.actors.includes(id));
  if ('subject' in frame.roles) {
    const subject = mostFrequent(marked.flatMap(({ member }) => member.actors.slice(0, 1)));
    const other = mostFrequent(marked.flatMap(({ member }) => member.actors.filter((id) => id !== subject).slice(0, 1)));
    return [...named(subject, frame.roles.subject), ...named(other, frame.roles.other)];
  }
  const initiator = family.roles.find(({ actor, role }) => role === 'initiator' && stands(actor))?.actor;
  const target = family.roles.find(({ actor, role }) => (role === 'target' || role === 'beneficiary') && stands(actor))?.actor;
  return [...named(initiator, frame.roles.initiator), ...named(target, frame.roles.target)];
}

/** What sets a group apart from the largest other one; null where there is no other. */
function whyDifferent(group: Group, { groups }: Grouping, family: Family): string | null {
  const other = groups.find((one) => one !== group);
  if (other === undefined) return null;
  const asking = (one: Group): string =>
    one.frames.length === 0 ? 'only what happened' : listing(one.frames.slice(0, 2).map(({ asks }) => asks));
  const actors = (one: Group): Set<string> => new Set(one.titles.flatMap(({ member }) => member.actors));
  const elsewhere = groups.filter((one) => one !== group).map(actors);
  const own = [...actors(group)].filter((id) => elsewhere.every((ids) => !ids.has(id)));
  const names = own.flatMap((id) => (id.startsWith('@') ? [] : (family.names.get(id) ?? []))).slice(0, 3);
  const sentence = `Where ${outletsInWords(other.titles)} ask ${asking(other)}, these headlines ask ${asking(group)}.`;
  return names.length > 0 ? `${sentence} Only these name ${listing(names)}.` : sentence;
}

/** Two to six titles to the letter: those with most words of the frame, one an outlet before the second of any, no wording twice. */
function evidenceOf(group: Group): { title_id: string; quote: string }[] {
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

function outletsInWords(titles: readonly ReadTitle[]): string {
  const outlets = [...new Set(titles.map(({ member }) => member.publisher))];
  return listing(outlets.length > 4 ? [...outlets.slice(0, 3), 'others'] : outlets);
}

function mostFrequent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce<[string, number] | undefined>(
    (best, one) => (best === undefined || one[1] > best[1] ? one : best),
    undefined,
  )?.[0];
}

/** "a", "a and b", "a, b and c". */
function listing(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
