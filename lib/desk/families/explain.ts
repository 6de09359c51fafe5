// Why each title of a family is in it: by whom it was brought, through which other title, how surely, and what spoke for and against it.
import type { Sql } from 'postgres';
import type { GroupingStep } from '../../matching/steps.js';
import type { ItemId } from '../../work.js';
import { DeskError } from '../end.js';
import type { GradeKept } from './grade-in-words.js';
import { type FamilyLogEntry, readHistory } from './read-log.js';

/** One step of a title's way into its family. */
export interface How {
  logId: number;
  at: Date;
  by: string;
  act: 'found' | 'join' | 'ruled' | 'merge' | 'split' | 'undo';
  /** The title of the family through which it came. */
  through?: { id: number; title: string | null };
  /** Of a model: how sure it was and had to be, 0 to 1, and the features that weighed most, in logits. */
  model?: string;
  score?: number;
  asked?: number;
  spoke?: [string, number][];
  shared?: string[];
  /** Of a cut: the titles between which it runs; `score` is then how alike both parts are of how alike each is in itself, `features` what it was cut by. */
  between?: [number, number];
  features?: Record<string, number>;
  /** The model that was asked, where those above did not decide. */
  judgedBy?: string;
  madeBy?: string;
  said?: string;
}

export interface Explained {
  id: number;
  title: string;
  status: string;
  continues: number | null;
  mergedInto: number | null;
  /** What a second model said of how the family is told; null where none was asked. */
  grade: GradeKept | null;
  titles: { id: number; title: string; publisher: string; publishedAt: Date; how: How[] }[];
}

/** Throws DeskError where there is no such family. */
export async function explain(sql: Sql, efId: ItemId): Promise<Explained> {
  const [family] = await sql<Omit<Explained, 'titles'>[]>`
    select ef_id::float8 as id, title, status, continues::float8 as continues, merged_into::float8 as "mergedInto", described_by->'grade' as grade
    from event_families where ef_id = ${efId}`;
  if (family === undefined) throw new DeskError(`There is no event family ${efId}. "sni list families" shows which there are.`);
  const titles = await sql<Omit<Explained['titles'][number], 'how'>[]>`
    select title_id::float8 as id, title_display as title, publisher_name as publisher, published_at as "publishedAt"
    from titles where ef_id = ${efId} order by published_at, title_hash`;
  const history = await readHistory(sql, efId);
  const ways = titles.map((title) => ({ ...title, how: wayOf(title.id, history) }));
  await nameThrough(
    sql,
    ways.flatMap(({ how }) => how),
  );
  return { ...family, titles: ways };
}

/** The same of one title of a family; empty where it came in before reasons were kept. */
export async function explainTitle(sql: Sql, efId: ItemId, titleId: number): Promise<How[]> {
  const how = wayOf(titleId, await readHistory(sql, efId));
  await nameThrough(sql, how);
  return how;
}

/** From the last time it was placed on; empty where that was before reasons were kept. */
function wayOf(titleId: number, history: readonly FamilyLogEntry[]): How[] {
  const own = history.filter(({ titleIds }) => titleIds.includes(titleId));
  const placed = own.findLastIndex(({ act }) => act === 'place');
  return own.slice(Math.max(0, placed)).flatMap((entry): How[] => {
    const { logId, at, byWhom, act, why } = entry;
    const common = { logId, at, by: byWhom };
    if (why.steps !== undefined) return why.steps.flatMap((step) => howOf(step, titleId, entry, common, why.madeBy ?? ''));
    return act === 'drop' || act === 'place' ? [] : [{ ...common, act, said: why.said ?? '' }];
  });
}

function howOf(
  step: GroupingStep,
  titleId: number,
  entry: FamilyLogEntry,
  common: Pick<How, 'logId' | 'at' | 'by'>,
  madeBy: string,
): How[] {
  const id = String(titleId);
  if (step.act === 'merge') {
    const came = sideThatCame(step, entry);
    const isMine = came.titles.includes(id) || (entry.act === 'merge' && came.families.includes(String(entry.otherEfId)));
    if (!isMine) return [];
    const through = came === step.one ? step.through[1] : step.through[0];
    return [
      {
        ...common,
        act: 'merge',
        through: { id: Number(through), title: null },
        ...weighed(step),
        ...(step.judgedBy ? { judgedBy: step.judgedBy } : {}),
        madeBy,
      },
    ];
  }
  if (step.act === 'cut') {
    const { between, through, score, features, shared } = step;
    const cut = { between: between.map(Number) as [number, number], score, features, shared };
    return [{ ...common, act: 'split', said: entry.why.said ?? '', through: { id: Number(through[0]), title: null }, ...cut, madeBy }];
  }
  if (step.title !== id || entry.act !== 'place') return [];
  if (step.act === 'found') return [{ ...common, act: 'found', madeBy }];
  if (step.act === 'ruled') return [{ ...common, act: 'ruled', through: { id: Number(step.through), title: null } }];
  return [{ ...common, act: 'join', through: { id: Number(step.through[1]), title: null }, ...weighed(step), madeBy }];
}

/** That which did not hold the family itself; where neither did, the smaller. */
function sideThatCame({ one, other }: Extract<GroupingStep, { act: 'merge' }>, { efId }: FamilyLogEntry) {
  if (one.families.includes(String(efId))) return other;
  if (other.families.includes(String(efId))) return one;
  return one.titles.length < other.titles.length ? one : other;
}

function weighed({ model, score, asked, spoke, shared }: Extract<GroupingStep, { act: 'join' | 'merge' }>) {
  return { model, score, asked, spoke, shared };
}

async function nameThrough(sql: Sql, ways: readonly How[]): Promise<void> {
  const ids = ways.flatMap(({ through }) => through?.id ?? []);
  const rows = await sql<{ id: number; title: string }[]>`
    select title_id::float8 as id, title_display as title from titles where title_id = any(${ids}::bigint[])`;
  const texts = new Map(rows.map(({ id, title }) => [id, title]));
  for (const { through } of ways) if (through) through.title = texts.get(through.id) ?? null;
}
