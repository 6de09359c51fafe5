// Takes a group of headlines told alike, leaves the sentences about it. Guards attribution: every sentence says whose headlines it
// speaks of, and adds nothing to them but names of outlets, of actors and of the frame.
import type { Family } from './family.js';
import type { Group, Grouping, ReadTitle } from './grouping.js';
import type { Frame, Lexicon, Markers } from './lexicon.js';

/** An actor by name, and what it appears as. */
export interface Role {
  name: string;
  as: string;
}

/** The name of the frame, with who appears as what. */
export function titleOf(group: Group, lexicon: Lexicon, roles: readonly Role[]): string {
  const [frame] = group.frames;
  if (group.kind === 'plain') return 'Plain report';
  if (group.kind === 'mixed') return 'Each outlet in its own way';
  if (group.kind === 'pole')
    return `${lexicon.poles.get(group.pole ?? 'weighs')?.name ?? 'Kindred frames'}: ${few(group.frames)
      .map(({ name }) => name.toLowerCase())
      .join('; ')}`;
  const [lead] = roles;
  return lead ? `${frame?.name}: ${lead.name} as ${lead.as}` : (frame?.name ?? 'Plain report');
}

/** One or two sentences: who casts it as what, in which words; then who casts it otherwise, or who appears as what. */
export function thesisOf(group: Group, lexis: Markers, roles: readonly Role[], alone: Grouping['alone']): string {
  const one = group.titles.length === 1;
  const who = `${one ? 'The headline' : 'Headlines'} of ${outletsInWords(group.titles)}`;
  const first = {
    plain: `${who} ${one ? 'reports' : 'report'} what happened, without words that take a side.`,
    mixed: `${who} share no frame: ${casting(group.frames.map((frame) => ({ frame, titles: carrying(group, frame) })))}${plainly(group)}.`,
    pole: `${who} cast it as ${few(group.frames)
      .map(({ casts }) => casts)
      .join(', or as ')}${inWords(lexis)}.`,
    frame: `${who} ${one ? 'casts' : 'cast'} it as ${few(group.frames)
      .map(({ casts }) => casts)
      .join(', or as ')}${inWords(lexis)}.`,
  }[group.kind];
  if (alone.length > 0) return `${first} Apart from them, ${casting(alone.slice(0, 2))}.`;
  return roles.length > 0 ? `${first} In them, ${listing(roles.map(({ name, as }) => `${name} appears as ${as}`))}.` : first;
}

function inWords(lexis: Markers): string {
  const words = [...lexis.evaluatives, ...lexis.verbs].slice(0, 4).map((word) => `“${word}”`);
  return words.length === 0 ? '' : `, in ${words.length === 1 ? 'the wording' : 'words such as'} ${listing(words)}`;
}

/** Which outlets cast it as what. */
function casting(parts: readonly { frame: Frame; titles: readonly ReadTitle[] }[]): string {
  return parts
    .map(({ frame, titles }) => {
      const many = new Set(titles.map(({ member }) => member.publisher)).size > 1;
      return `${outletsInWords(titles)} ${many ? 'cast' : 'casts'} it as ${frame.casts}`;
    })
    .join('; ');
}

/** The outlets of a mixed group that cast it as nothing. */
function plainly(group: Group): string {
  const plain = group.titles.filter(({ reading }) => reading.frames.size === 0);
  return plain.length === 0 ? '' : `; ${outletsInWords(plain)} without words that take a side`;
}

function carrying(group: Group, { frame }: Frame): ReadTitle[] {
  return group.titles.filter(({ reading }) => reading.frames.has(frame));
}

/** What sets a group apart from the largest other one; null where there is no other. */
export function whyDifferent(group: Group, { groups }: Grouping, family: Family): string | null {
  const other = groups.find((one) => one !== group);
  if (other === undefined) return null;
  const asking = (one: Group): string =>
    one.frames.length === 0 ? 'only what happened' : listing(few(one.frames).map(({ asks }) => asks));
  const told = new Set(group.titles.map(({ member }) => member.titleId));
  const elsewhere = new Set(family.members.flatMap(({ titleId, actors }) => (told.has(titleId) ? [] : actors)));
  const own = [...new Set(group.titles.flatMap(({ member }) => member.actors))].filter((id) => !elsewhere.has(id));
  const names = own.flatMap((id) => (id.startsWith('@') ? [] : (family.names.get(id) ?? []))).slice(0, 3);
  const sentence = `Where headlines of ${outletsInWords(other.titles)} ask ${asking(other)}, these headlines ask ${asking(group)}.`;
  return names.length > 0 ? `${sentence} Only these name ${listing(names)}.` : sentence;
}

/** Three frames are as many as a sentence can hold. */
function few(frames: readonly Frame[]): readonly Frame[] {
  return frames.slice(0, 3);
}

/** An outlet's name as sentences give it, at most 60 characters. */
export function outletName({ publisher }: { publisher: string }): string {
  return publisher.slice(0, 60).trimEnd();
}

/** Up to four outlets by name. */
function outletsInWords(titles: readonly ReadTitle[]): string {
  const outlets = [...new Set(titles.map(({ member }) => outletName(member)))];
  return listing(outlets.length > 4 ? [...outlets.slice(0, 3), 'others'] : outlets);
}

/** "a", "a and b", "a, b and c". */
function listing(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
