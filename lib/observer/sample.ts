// The sample of a day: of each kind so many decisions, those whose hash with the day comes first, so that a run that is begun again takes the
// same. Of the newest rows only: a table of any size costs no more.
import type { Sql } from 'postgres';
import { actInWords } from '../family/act-words.js';
import { jsonb } from '../jsonb.js';
import { readingOf } from '../reading/stored.js';
import { type Observation, type ObservedHeadline, type ObservedKind, observedKinds } from './put.js';

type Sampled = Omit<Observation, 'id'>;

/** Rows a sample is drawn from, at most. */
const newest = 20_000;
/** Other headlines of a family, and headlines of a narrative, that a model is shown. */
const mostShown = { grouping: 5, frame: 12 };

/** Adds to the day's sample what it lacks of `size`, in even parts; gives how many it has now. A decision that was judged before is not drawn. */
export async function drawSample(sql: Sql, day: string, size: number): Promise<number> {
  const had = new Map(
    (
      await sql<{ kind: ObservedKind; n: number }[]>`
        select kind, count(*)::int as n from observations where day = ${day}::date group by kind`
    ).map(({ kind, n }) => [kind, n]),
  );
  let all = [...had.values()].reduce((sum, n) => sum + n, 0);
  for (const [place, kind] of observedKinds.entries()) {
    const part = Math.floor(size / observedKinds.length) + (place < size % observedKinds.length ? 1 : 0);
    const wanted = part - (had.get(kind) ?? 0);
    if (wanted > 0) all += await add(sql, day, await draw[kind](sql, day, wanted));
  }
  return all;
}

async function add(sql: Sql, day: string, sampled: readonly Sampled[]): Promise<number> {
  const { count } = await sql`
    insert into observations (day, kind, subject, put)
    select ${day}::date, r.kind, r.subject, r.put
    from jsonb_to_recordset(${jsonb(sql, sampled)}) as r (kind text, subject text, put jsonb)
    on conflict (kind, subject) do nothing`;
  return count;
}

type Draw = (sql: Sql, day: string, wanted: number) => Promise<Sampled[]>;

const draw: Readonly<Record<ObservedKind, Draw>> = { gate: drawGate, reading: drawReading, grouping: drawGrouping, frame: drawFrames };

/** Kept and dropped in turn. */
async function drawGate(sql: Sql, day: string, wanted: number): Promise<Sampled[]> {
  const rows = await sql<(ObservedHeadline & { kept: boolean })[]>`
    with recent as materialized (
      select title_id, publisher_name, lang, title_display, status = 'gate_keep' as kept
      from titles where status in ('gate_keep', 'gate_drop') order by title_id desc limit ${newest}
    )
    select title_id::text as id, publisher_name as publisher, lang, title_display as text, kept
    from recent
    where not exists (select from observations o where o.kind = 'gate' and o.subject = 'title:' || title_id)
    order by row_number() over (partition by kept order by md5(${day}::text || 'gate' || title_id)), kept
    limit ${wanted}`;
  return rows.map(({ kept, ...headline }) => ({
    kind: 'gate',
    subject: `title:${headline.id}`,
    put: { headlines: [headline], statements: [], decided: kept ? 'kept' : 'dropped' },
  }));
}

async function drawReading(sql: Sql, day: string, wanted: number): Promise<Sampled[]> {
  const rows = await sql<(ObservedHeadline & { reading: unknown })[]>`
    with recent as materialized (
      select title_id, publisher_name, lang, title_display, reading
      from titles where status = 'gate_keep' and reading is not null order by title_id desc limit ${newest}
    )
    select title_id::text as id, publisher_name as publisher, lang, title_display as text, reading
    from recent
    where not exists (select from observations o where o.kind = 'reading' and o.subject = 'title:' || title_id)
    order by md5(${day}::text || 'reading' || title_id)
    limit ${wanted}`;
  const read = rows.map(({ reading, ...headline }) => ({ headline, acts: readingOf(reading)?.acts ?? [] }));
  const ids = read.flatMap(({ acts }) =>
    acts.flatMap(({ source, target, saidBy }) => [source, target, saidBy].filter((id) => id !== null)),
  );
  const named = await sql<{ id: string; name: string }[]>`select actor_id as id, name from actors where actor_id = any(${ids})`;
  const names = new Map(named.map(({ id, name }) => [id, name]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  return read.map(({ headline, acts }) => ({
    kind: 'reading',
    subject: `title:${headline.id}`,
    put: {
      headlines: [headline],
      statements: acts.map((act) => `${actInWords(act, nameOf)}${act.saidBy === null ? '' : `, as the word of ${nameOf(act.saidBy)}`}`),
      decided: acts.length === 0 ? 'no act' : acts.map((act) => act.action).join(', '),
    },
  }));
}

async function drawGrouping(sql: Sql, day: string, wanted: number): Promise<Sampled[]> {
  const rows = await sql<(ObservedHeadline & { efId: string; others: ObservedHeadline[] })[]>`
    with recent as materialized (
      select title_id, publisher_name, lang, title_display, ef_id
      from titles where ef_id is not null order by title_id desc limit ${newest}
    ), drawn as materialized (
      select r.*
      from recent r
      join event_families e using (ef_id)
      where e.title_count > 1 and e.status in ('seed', 'active')
        and not exists (select from observations o where o.kind = 'grouping' and o.subject = 'title:' || r.title_id)
      order by md5(${day}::text || 'grouping' || r.title_id)
      limit ${wanted}
    )
    select d.title_id::text as id, d.publisher_name as publisher, d.lang, d.title_display as text, d.ef_id::text as "efId", o.others
    from drawn d
    cross join lateral (
      select jsonb_agg(jsonb_build_object('id', s.title_id::text, 'publisher', s.publisher_name, 'lang', s.lang, 'text', s.title_display)) as others
      from (
        select * from titles t where t.ef_id = d.ef_id and t.title_id <> d.title_id
        order by md5(${day}::text || t.title_id) limit ${mostShown.grouping}
      ) s
    ) o
    where o.others is not null`;
  return rows.map(({ efId, others, ...headline }) => ({
    kind: 'grouping',
    subject: `title:${headline.id}`,
    put: { headlines: [headline, ...others], statements: [], decided: `ef:${efId}` },
  }));
}

async function drawFrames(sql: Sql, day: string, wanted: number): Promise<Sampled[]> {
  const rows = await sql<{ id: string; efId: string; thesis: string; statements: { text: string }[]; headlines: ObservedHeadline[] }[]>`
    with recent as materialized (
      select narrative_id, ef_id, thesis, statements, evidence from framed_narratives order by narrative_id desc limit ${newest}
    ), drawn as materialized (
      select r.* from recent r
      where not exists (select from observations o where o.kind = 'frame' and o.subject = 'narrative:' || r.narrative_id)
      order by md5(${day}::text || 'frame' || r.narrative_id)
      limit ${wanted}
    )
    select d.narrative_id::text as id, d.ef_id::text as "efId", d.thesis, d.statements, h.headlines
    from drawn d
    cross join lateral (
      select jsonb_agg(jsonb_build_object('id', s.title_id::text, 'publisher', s.publisher_name, 'lang', s.lang, 'text', s.title_display)) as headlines
      from (
        select t.* from titles t
        where t.title_id::text in (
          select jsonb_path_query(d.statements, '$[*].cites[*]') #>> '{}' union select jsonb_path_query(d.evidence, '$[*].title_id') #>> '{}')
        order by t.title_id limit ${mostShown.frame}
      ) s
    ) h
    where h.headlines is not null`;
  return rows.map(({ id, efId, thesis, statements, headlines }) => ({
    kind: 'frame',
    subject: `narrative:${id}`,
    put: { headlines, statements: [...new Set([thesis, ...statements.map(({ text }) => text)])], decided: `ef:${efId}` },
  }));
}
