// Whether a sentence negates a deed where nothing in its titles is negated, refused or undone; and whether it negates a word of refusing that
// they do not, or the other way round: "does not rule out" of "rules out".
import type { Hit } from './concepts.js';
import { coverageWords } from './credits.js';
import { unlessIn } from './negations.js';
import { scopesOf } from './scopes.js';
import type { Told } from './told.js';

const notDone =
  /\b(?:(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|do|does|did)\s(?:not|never)|cannot|(?:killed|wounded|injured|hurt|hit|arrested|met|signed|won) (?:nobody|nothing|no one|none))\b(?! (?:only|just|least|until|before))/i;
/** Rows of concepts-*.tsv of titles that "not" may render: who is missing has not been found. */
const rendered: ReadonlySet<string> = new Set([
  ...[
    'miss',
    'missing',
    'absent',
    'stall',
    'stuck',
    'unwelcome',
    'delay',
    'postpone',
    'unchanged',
    'acquit',
    'lack',
    'shortage',
    'boycott',
  ],
  ...[
    'stay',
    'remain',
    'keep',
    'hold',
    'leave',
    'withdraw',
    'retreat',
    'flee',
    'expire',
    'close',
    'suspend',
    'cancel',
    'end',
    'stop',
    'fall',
  ],
  ...[
    'blackout',
    'power cut',
    'dissolve',
    'abolish',
    'break off',
    'exclude',
    'disqualify',
    'unpaid',
    'default',
    'strip',
    'ban',
    'block',
    'veto',
  ],
  ...[
    'neutral',
    'abstain',
    'silent',
    'continue',
    'survive',
    'survivor',
    'illegal',
    'false',
    'innocent',
    'avoid',
    'skip',
    'give up',
    'drop',
  ],
]);
const turning: ReadonlySet<string> = new Set(['not', 'refuse', 'hinder', 'undo']);
/** "unaufhaltsam", "unstoppable", "невозможно": what cannot be done. */
const cannot =
  /(?<!\p{L})(?:un\p{L}{3,}(?:sam|bar|lich)\p{L}{0,2}|(?:un|in|im|ir)\p{L}{3,}[ai]bles?|не\p{L}{3,}(?:имо|имый|имая|имое|имые|ожно|ожен))(?!\p{L})/iu;
const words = /\b(?:un|in)(?:paid|able|clear|known|changed|safe|fit|lawful|certain)\p{L}*|\b(?:only|few|little|hardly|against|off)\b/iu;

/** The first negation that nothing in the titles bears, told as a reason; null where there is none. */
export function unlicensedNot(own: Told, titles: readonly Told[]): string | null {
  const found = notDone.exec(own.text)?.[0];
  if (found && titles.length > 0 && !coverageWords.test(own.text) && !ofWords.test(own.text) && !/\bnot\b.*\bbut\b/i.test(own.text)) {
    if (!titles.some(bears)) return `says "${found}" where the cited titles negate nothing`;
  }
  return otherParity(own, titles);
}

/** What an outlet's headline does not say: its name is blanked. */
const ofWords = /\s{4}|\b(?:words?|quotes?|mentions?)\b/i;

/** Whether a title has a word that a negation may render. */
function bears({ marks, rows, text }: Told): boolean {
  return (
    marks.some(({ row }) => turning.has(row)) ||
    [...rendered].some((row) => rows.has(row)) ||
    words.test(text) ||
    cannot.test(text) ||
    unlessIn(text)
  );
}

const mostBefore = 3;

/** A word of refusing stands negated here and plain there. Languages that negate behind the verb are left out. */
function otherParity(own: Told, titles: readonly Told[]): string | null {
  const isNegated = ({ marks, words }: Told, { from, start }: Hit): boolean =>
    marks.some(
      ({ row, from: at, to, start: first, end }) =>
        row === 'not' && first < start && at < from && (words[from]?.han ? start - end <= mostBefore : from - to < mostBefore),
    );
  for (const mark of own.marks) {
    if (mark.row !== 'refuse') continue;
    const rows = new Set(own.hits.filter(({ start, end }) => start <= mark.start && mark.end <= end).map(({ row }) => row));
    const told = titles.flatMap((title) =>
      title.marks
        .filter(
          (one) => one.row === 'refuse' && title.hits.some(({ row, start, end }) => start <= one.start && one.end <= end && rows.has(row)),
        )
        .map((one) => (title.lang === 'de' ? null : isNegated(title, one))),
    );
    const mine = isNegated(own, mark);
    if (scopesOf(own).length < 3 && told.length > 0 && told.every((theirs) => theirs !== null && theirs !== mine))
      return `${mine ? 'negates' : 'leaves out that the cited titles negate'} "${own.text.slice(mark.start, mark.end)}"`;
  }
  return null;
}
