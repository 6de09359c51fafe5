// The titles that a second look compares: the kept ones as they are stored, the dropped ones gated and read as the look goes. In batches
// backwards along the key, so that a table of any size costs no more than the titles asked for.
import type { Sql } from 'postgres';
import type { Config } from '../../../lib/config.js';
import type { Act } from '../../../lib/reading/reading.js';
import { readingOf } from '../../../lib/reading/stored.js';
import type { Vocabulary } from '../../../lib/vocabulary.js';
import { currentGate, currentReader } from '../current-gate.js';
import type { GateHit } from '../gate.js';
import type { ComparedTitle } from './same-story.js';

const batchSize = 2000;

interface KeptTitle extends ComparedTitle {
  mechanisms: readonly string[];
}

interface DroppedTitle extends ComparedTitle {
  lang: string;
  score: number;
  actors: readonly GateHit[];
  mechanisms: readonly GateHit[];
  /** What spoke against it, with the points each took. */
  against: { id: string; term: string; points: number }[];
}

interface Row {
  titleId: string;
  title: string;
  lang: string;
  at: Date;
  kept: boolean;
  reading: unknown;
  mechanisms: string[] | null;
}

/** A word of a dropped title that the vocabulary does not have as an action, or has as a context and should not. */
export interface Missing {
  sort: 'mechanisms' | 'contexts';
  id: string;
  /** Of an action as the title has it, of a context as the vocabulary writes it. */
  word: string;
  /** What the change would add to the score; `keeps`: the title would then be kept. */
  points: number;
  keeps: boolean;
}

/** The newest gated titles that tell an act. A kept one without a reading is passed over. */
export async function readGated(sql: Sql, config: Config, last: number): Promise<{ kept: KeptTitle[]; dropped: DroppedTitle[] }> {
  const [{ gate }, { read }] = await Promise.all([currentGate(config), currentReader(config)]);
  const kept: KeptTitle[] = [];
  const dropped: DroppedTitle[] = [];
  let before: string | null = null;
  for (let left = last; left > 0; left -= batchSize) {
    const rows: Row[] = await sql<Row[]>`
      select title_id as "titleId", title_display as title, lang, published_at as at, status = 'gate_keep' as kept, reading, mechanisms
      from titles
      where status <> 'pending' and (${before}::bigint is null or title_id < ${before}::bigint)
      order by title_id desc
      limit ${Math.min(left, batchSize)}`;
    for (const { titleId, title, lang, at, kept: isKept, reading: stored, mechanisms } of rows) {
      const told = { titleId, title, at };
      if (isKept) {
        const reading = readingOf(stored);
        if (reading !== null && reading.acts.length > 0) kept.push({ ...told, ...reading, mechanisms: mechanisms ?? [] });
        continue;
      }
      const record = gate(title, lang);
      const { acts, figures, theater, kind } = read(title, lang, record);
      if (acts.length === 0 || kind !== 'news') continue;
      const pointsOf = (id: string): number => record.arithmetic.find(({ what }) => what.startsWith(`context ${id}`))?.points ?? 0;
      const against = record.contexts.map(({ id, term }) => ({ id, term, points: pointsOf(id) }));
      dropped.push({
        ...told,
        acts,
        figures,
        theater,
        lang,
        score: record.score,
        actors: record.actors,
        mechanisms: record.mechanisms,
        against,
      });
    }
    before = rows.at(-1)?.titleId ?? null;
    if (before === null) break;
  }
  return { kept, dropped };
}

/** The contexts that spoke against it, and the words of its act as what the kept titles have for it, where the vocabulary does not know them. */
export function wordsMissing(
  dropped: DroppedTitle,
  act: Act,
  kept: readonly KeptTitle[],
  vocabulary: Pick<Vocabulary, 'weights' | 'mechanisms'>,
): Missing[] {
  const keepAt = vocabulary.weights.points('threshold', 'keep');
  const wrong = dropped.against.filter(({ points }) => points < 0);
  return [
    ...actionMissing(dropped, act, kept, vocabulary),
    ...wrong.map(({ id, term, points }): Missing => {
      return { sort: 'contexts', id, word: term, points: -points, keeps: dropped.score - points >= keepAt };
    }),
  ];
}

function actionMissing(
  { title, score, actors, mechanisms }: DroppedTitle,
  { start, end }: Act,
  kept: readonly KeptTitle[],
  { weights, mechanisms: known }: Pick<Vocabulary, 'weights' | 'mechanisms'>,
): Missing[] {
  if (mechanisms.some((hit) => hit.start < end && hit.end > start)) return [];
  const counts = new Map<string, number>();
  for (const one of kept) for (const id of new Set(one.mechanisms)) counts.set(id, (counts.get(id) ?? 0) + 1);
  for (const { id } of mechanisms) counts.delete(id);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  if (most === undefined) return [];
  const [id] = most;
  const pair = actors.length > 0 ? weights.points('rule', 'pair') : 0;
  const points = weights.points('mechanism', id, String(known.get(id)?.tier ?? 2)) + pair;
  const word = title.slice(start, end).toLowerCase();
  return [{ sort: 'mechanisms', id, word, points, keeps: score + points >= weights.points('threshold', 'keep') }];
}
