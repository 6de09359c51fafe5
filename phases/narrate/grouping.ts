// Takes the member titles of a family and the lexicon, leaves one to three groups of outlets that cast it alike. Guards that a group
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

export interface Grouping {
  /** Most titles first; never empty. */
  groups: Group[];
  /** Outlets that cast it in a way of their own, with too few titles to be a group. */
  alone: { frame: Frame; titles: ReadTitle[] }[];
}

/** Groups the outlets of a family by the frame that dominates in their titles. */
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
  const chosen = groups.sort((a, b) => b.titles.length - a.titles.length).slice(0, 3);
  const told = new Set(chosen.flatMap((group) => group.titles));
  return { groups: chosen, alone: framed.filter((one) => one.titles.every((title) => !told.has(title))) };
}

function byDominantFrame(
  titles: readonly ReadTitle[],
  frames: readonly Frame[],
): { framed: { frame: Frame; titles: ReadTitle[] }[]; plain: ReadTitle[] } {
  const weights = new Map(frames.map(({ frame }) => [frame, distinctness(titles, frame)]));
  const outlets = [...new Set(titles.map(({ member }) => member.publisher))];
  const cast = outlets.map((outlet) => {
    const own = titles.filter(({ member }) => member.publisher === outlet);
    const scores = frames.map((frame) => ({
      frame,
      points: own.reduce((sum, { reading }) => sum + hits(reading, frame), 0) * (weights.get(frame.frame) ?? 0),
    }));
    const best = scores.reduce<(typeof scores)[number] | undefined>((top, one) => (one.points > (top?.points ?? 0) ? one : top), undefined);
    return { own, frame: best?.frame };
  });
  const framed = frames.flatMap((frame) => {
    const own = cast.filter((one) => one.frame === frame).flatMap((one) => one.own);
    return own.length > 0
      ? [
          {
            frame,
            titles: inOrder(
              own,
              titles.map(({ member }) => member),
            ),
          },
        ]
      : [];
  });
  return { framed, plain: cast.filter(({ frame }) => frame === undefined).flatMap(({ own }) => own) };
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
