// Reads two outlets of a time beside each other, by what families are found by; each list with a limit.
import type { Sql } from 'postgres';
import { outletsNamed } from '../../search/outlets.js';
import type { ListedFamily } from '../families.js';
import { outletWordingOf, type ReadTitle, type Shares } from '../outlet/wording.js';
import { NotUnderstood } from '../page.js';
import type { Span } from '../span.js';

interface Side {
  outlet: string;
  shares: Shares;
}

export interface SharedTitle {
  id: number;
  title: string;
  reading: unknown;
}

export interface Shared {
  id: number;
  title: string;
  /** The first headlines of each, by time. */
  titlesA: SharedTitle[];
  titlesB: SharedTitle[];
}

export interface Compared {
  a: Side;
  b: Side;
  /** The weightiest first. */
  both: Shared[];
  onlyA: ListedFamily[];
  onlyB: ListedFamily[];
}

const most = { read: 400, both: 25, only: 10, titles: 3 };

/** Throws a sentence for an outlet that is not known, or one that is compared with itself. */
export async function readCompared(sql: Sql, one: string, other: string, span: Span): Promise<Compared> {
  const [a, b] = await Promise.all([known(sql, one), known(sql, other)]);
  if (a === b) throw new NotUnderstood(`${a} is compared with itself: name another.`);
  const [sideA, sideB, both, onlyA, onlyB] = await Promise.all([
    readSide(sql, a, span),
    readSide(sql, b, span),
    readBoth(sql, { a, b, ...span }),
    readOnly(sql, { has: a, lacks: b, ...span }),
    readOnly(sql, { has: b, lacks: a, ...span }),
  ]);
  return { a: sideA, b: sideB, both, onlyA, onlyB };
}

async function known(sql: Sql, named: string): Promise<string> {
  const [outlet] = await outletsNamed(sql, named);
  if (outlet === undefined) throw new NotUnderstood(`No headline of an outlet called ${named} is stored. The list of outlets has all.`);
  return outlet;
}

async function readSide(sql: Sql, outlet: string, span: Span): Promise<Side> {
  const titles = await sql<ReadTitle[]>`
    select title_id::float8 as id, title_display as title, published_at as "publishedAt", reading
    from titles
    where publisher_name = ${outlet} and published_at >= ${span.since} and published_at < ${span.until} and status = 'gate_keep'
    order by published_at desc limit ${most.read}`;
  const { by: _by, upon: _upon, ...shares } = outletWordingOf(titles, span);
  return { outlet, shares };
}

async function readBoth(sql: Sql, { a, b, since, until }: Span & { a: string; b: string }): Promise<Shared[]> {
  const titlesOf = (outlet: string) => sql`
    coalesce((
      select jsonb_agg(jsonb_build_object('id', t.title_id, 'title', t.title_display, 'reading', t.reading) order by t.published_at, t.title_id)
      from (select * from titles where ef_id = f.ef_id and publisher_name = ${outlet} order by published_at, title_id limit ${most.titles}) t
    ), '[]')`;
  return await sql<Shared[]>`
    select f.ef_id::float8 as id, f.title, ${titlesOf(a)} as "titlesA", ${titlesOf(b)} as "titlesB"
    from (
      select ef_id, weight from family_search
      where outlets @> array[${a}, ${b}]::text[] and status in ('seed', 'active') and last_at >= ${since} and last_at < ${until}
      order by weight desc, ef_id desc limit ${most.both}
    ) s
    join event_families f using (ef_id)
    order by s.weight desc, f.ef_id desc`;
}

async function readOnly(sql: Sql, { has, lacks, since, until }: Span & { has: string; lacks: string }): Promise<ListedFamily[]> {
  return await sql<ListedFamily[]>`
    select f.ef_id::float8 as id, f.title, f.theater, f.event_type as "eventType", f.title_count as titles, s.outlet_count as outlets, f.importance,
      f.last_at as "lastAt"
    from (
      select ef_id, weight, outlet_count from family_search
      where outlets @> array[${has}::text] and not outlets @> array[${lacks}::text] and status in ('seed', 'active')
        and last_at >= ${since} and last_at < ${until}
      order by weight desc, ef_id desc limit ${most.only}
    ) s
    join event_families f using (ef_id)
    order by s.weight desc, f.ef_id desc`;
}
