// Takes the member titles of a family and the lexicon, leaves one to three groups of headlines that cast it alike. Guards that a group
// stands on at least two titles (one where the family has one), and that a frame all titles share sets none of them apart.
import type { Member } from './family.js';
import type { Frame, Lexicon, Pole, Reading } from './lexicon.js';

export interface ReadTitle {
  member: Member;
  reading: Reading;
}

/** Titles told alike. `frames` is one frame, several of one pole, several that share nothing, or none where the report is plain. */
export interface Group {
  kind: 'frame' | 'pole' | 'mixed' | 'plain';
  pole: Pole | null;
  frames: Frame[];
  titles: ReadTitle[];
}

/** Titles in which one frame dominates. */
interface Framed {
  frame: Frame;
  titles: ReadTitle[];
}

export interface Grouping {
  /** Most titles first; never empty. */
  groups: Group[];
  /** What is cast in yet another way, with too few titles to be a group; those of a pole that no group has come first. */
  alone: Framed[];
}

/** Groups the titles of a family, and so its outlets, by the frame that dominates in them. */
export function groupByFrame(members: readonly Member[], lexicon: Lexicon): Grouping {
  const titles = members.map((member) => ({ member, reading: lexicon.read(member.title, member.lang) }));
  const least = Math.min(2, titles.length);
  const { framed, plain } = byDominantFrame(titles, lexicon.frames);
  const whole = framed.filter((one) => one.titles.length >= least);
  const rest = framed.filter((one) => one.titles.length < least);
  const pooled = [...new Set(rest.map(({ frame }) => frame.pole))]
    .map((pole) => ({ pole, parts: rest.filter(({ frame }) => frame.pole === pole) }))
    .filter(({ parts }) => parts.length > 1);
  const groups: Group[] = [
    ...whole.map(({ frame, titles }) => ({ kind: 'frame' as const, pole: frame.pole, frames: [frame], titles })),
    ...pooled.map(({ pole, parts }) => ({
      kind: 'pole' as const,
      pole,
      frames: parts.map(({ frame }) => frame),
      titles: inOrder(
        parts.flatMap((part) => part.titles),
        members,
      ),
    })),
    ...(plain.length >= least ? [{ kind: 'plain' as const, pole: null, frames: [], titles: plain }] : []),
  ];
  if (groups.length === 0) return { groups: [{ kind: 'mixed', pole: null, frames: rest.map(({ frame }) => frame), titles }], alone: [] };
  const chosen = mostTelling(groups);
  const told = new Set(chosen.flatMap((group) => group.titles));
  const poles = new Set(chosen.map(({ pole }) => pole));
  const alone = framed.filter((one) => one.titles.every((title) => !told.has(title)));
  return { groups: chosen, alone: alone.sort((a, b) => Number(poles.has(a.frame.pole)) - Number(poles.has(b.frame.pole))) };
}

/** At most three: the largest, then those that are large and of another pole than the ones before count twice. Most titles first. */
function mostTelling(groups: readonly Group[]): Group[] {
  const chosen: Group[] = [];
  while (chosen.length < Math.min(3, groups.length)) {
    const left = groups.filter((group) => !chosen.includes(group));
    const weight = (group: Group): number => group.titles.length * (chosen.some(({ pole }) => pole === group.pole) ? 1 : 2);
    chosen.push(left.reduce((best, one) => (weight(one) > weight(best) ? one : best)));
  }
  return chosen.sort((a, b) => b.titles.length - a.titles.length);
}

/**
 * Each title goes to the frame that has most words in it; the frame its outlet uses elsewhere decides where two are near. A title
 * without such words is a plain report, whatever else its outlet writes.
 */
function byDominantFrame(titles: readonly ReadTitle[], frames: readonly Frame[]): { framed: Framed[]; plain: ReadTitle[] } {
  const weights = new Map(frames.map(({ frame }) => [frame, distinctness(titles, frame)]));
  const points = ({ reading }: ReadTitle, frame: Frame): number => hits(reading, frame) * (weights.get(frame.frame) ?? 0);
  const framed = new Map<Frame, ReadTitle[]>();
  const plain: ReadTitle[] = [];
  for (const title of titles) {
    const ofOutlet = titles.filter(({ member }) => member.publisher === title.member.publisher);
    const habit = (frame: Frame): number => ofOutlet.reduce((sum, one) => sum + points(one, frame), 0);
    let best: { frame: Frame; score: number } | undefined;
    for (const frame of frames.filter((one) => title.reading.frames.has(one.frame))) {
      const score = points(title, frame) + habit(frame) / 10;
      if (best === undefined || score > best.score) best = { frame, score };
    }
    if (best === undefined) plain.push(title);
    else framed.set(best.frame, [...(framed.get(best.frame) ?? []), title]);
  }
  return { framed: [...framed].map(([frame, own]) => ({ frame, titles: own })), plain };
}

/** 1 for a frame that one title of many carries, down to a quarter for one that all carry. */
function distinctness(titles: readonly ReadTitle[], frame: string): number {
  const carrying = titles.filter(({ reading }) => reading.frames.has(frame)).length;
  return 1.25 - carrying / titles.length;
}

/** How many words of the frame stand in the title. */
function hits(reading: Reading, { frame }: Frame): number {
  const words = reading.frames.get(frame);
  return words ? words.verbs.length + words.evaluatives.length : 0;
}

function inOrder(titles: readonly ReadTitle[], members: readonly Member[]): ReadTitle[] {
  return [...titles].sort((a, b) => members.indexOf(a.member) - members.indexOf(b.member));
}
