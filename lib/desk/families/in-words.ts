// The ways of titles into their families and the entries of the log, each as a sentence.
import { counted, listed } from '../words.js';
import type { How } from './explain.js';
import type { FamilyLogEntry } from './read-log.js';

/** How one title came in, in a sentence without its full stop. */
export function howInWords(how: How): string {
  const { act, through, by, said } = how;
  const other = through === undefined ? '' : `title:${through.id}${through.title === null ? '' : ` “${through.title}”`}`;
  const reason = said ? `: ${said}` : '';
  switch (act) {
    case 'found':
      return 'It founded a family: nothing open was like it.';
    case 'ruled':
      return `It stays with ${other}: an operator has ruled so.`;
    case 'join':
      return `It joined through ${other}. ${weighedInWords(how)}`;
    case 'merge':
      return through === undefined
        ? `${by} merged its family into this one${reason}.`
        : `Its group proved to be the same happening as that of ${other}. ${weighedInWords(how)}`;
    case 'split':
      return `${by} split it off from its earlier family${reason}${reason.endsWith('.') ? '' : '.'}${cutInWords(how, other)}`;
    case 'undo':
      return `${by} brought it here by undoing an earlier entry${reason}.`;
  }
}

/** Of a cut that code made: where it runs, and what both parts have in common. */
function cutInWords({ between, score = 0, shared = [], features = {} }: How, nearest: string): string {
  if (between === undefined) return '';
  const { earlierTitles = 0, laterTitles = 0 } = features;
  return [
    ` The cut runs between title:${between[0]} and title:${between[1]}, ${counted(earlierTitles, 'title')} before it and ${laterTitles} behind it,`,
    `which are ${(score * 100).toFixed(0)} % as alike as each of them is in itself; the nearest left behind is ${nearest}${shared.length === 0 ? '' : `: both have ${listed(shared)}`}.`,
  ].join(' ');
}

/** How sure a model was, what both have, and what spoke for it and against it. */
export function weighedInWords({
  model,
  score = 0,
  asked = 0,
  spoke = [],
  shared = [],
  judgedBy,
}: Partial<Pick<How, 'model' | 'score' | 'asked' | 'spoke' | 'shared' | 'judgedBy'>>): string {
  const percent = (share: number): string => `${(share * 100).toFixed(0)} %`;
  const speaking = (sign: 1 | -1): string =>
    spoke
      .filter(([, logits]) => logits * sign > 0)
      .map(([feature, logits]) => `${featureInWords(feature)} (${logits > 0 ? '+' : ''}${logits.toFixed(1)})`)
      .join(', ');
  return [
    `${percent(score)} sure where ${percent(asked)} are asked${model === 'bridge' ? ', between languages' : ''}.`,
    judgedBy === undefined ? '' : `${judgedBy} was asked and said so.`,
    shared.length === 0 ? '' : `Both have ${listed(shared)}.`,
    speaking(1) === '' ? '' : `For it spoke ${speaking(1)}.`,
    speaking(-1) === '' ? '' : `Against it ${speaking(-1)}.`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

const featureNames: Readonly<Record<string, string>> = {
  score: 'words covered',
  lead: 'lead over the next family',
  nearest: 'likeness to the nearest title',
  nearestThree: 'likeness to the nearest three',
  mean: 'likeness to all',
  cosine: 'likeness of all words',
  size: 'size of the family',
  logOpen: 'number of open titles',
  isSmall: 'few open titles',
  act: 'the same act',
  actClash: 'different acts',
  actor: 'the same actor',
  actorClash: 'different actors',
  place: 'the same place',
  placeClash: 'different places',
  number: 'the same figure',
  numberClash: 'different figures',
  gap: 'hours between them',
  span: 'hours from first to last',
  sinceLast: 'hours since the last',
  sinceFirst: 'hours since the first',
  founder: 'likeness to the first title',
  founders: 'likeness of their first titles',
  relative: 'likeness against that among themselves',
  peculiar: 'likeness in what is peculiar to them',
  timed: 'that times are known',
  open: 'number of open titles',
  small: 'few open titles',
  few: 'size of the smaller',
  many: 'size of the larger',
  large: 'size against that of all stories',
  terms: 'shared terms',
  cover: 'words covered',
  coverage: 'words covered',
  heaviest: 'the heaviest word in common',
  rarest: 'the rarest word in common',
  leader: 'the same main actor',
  alone: 'a family of one title',
  single: 'a family of one title',
  both: 'two single titles',
};

/** Of a product both names: "timedOpen" is "that times are known with number of open titles"; "nearestSquared" is squared. */
function featureInWords(feature: string): string {
  const name = featureNames[feature];
  if (name !== undefined) return name;
  const [, first = feature, second] = /^([a-z]+(?:Clash|First)?)([A-Z]\w*)$/.exec(feature) ?? [];
  const one = featureNames[first] ?? first;
  if (second === undefined) return one;
  return second === 'Squared' ? `${one}, squared` : `${one} with ${featureInWords(`${second[0]?.toLowerCase()}${second.slice(1)}`)}`;
}

/** What an entry did to its family. */
export function entryInWords({
  act,
  otherEfId,
  titleIds,
  undoes,
}: Pick<FamilyLogEntry, 'act' | 'otherEfId' | 'titleIds' | 'undoes'>): string {
  const titles = counted(titleIds.length, 'title');
  switch (act) {
    case 'place':
      return `${titles} placed`;
    case 'merge':
      return `family ${otherEfId} came over with ${titles}`;
    case 'split':
      return otherEfId === null ? 'it was told anew' : `${titles} left for family ${otherEfId}`;
    case 'drop':
      return `${titles} left and ${titleIds.length === 1 ? 'is' : 'are'} free`;
    case 'undo':
      return `entry ${undoes} was undone: ${titles} moved back`;
  }
}
