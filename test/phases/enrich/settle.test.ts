// Enrichment against a database: what is its food, what it reads, what it leaves, and what it must not overwrite.
import type { JSONValue } from 'postgres';
import { beforeEach, describe, expect, it } from 'vitest';
import { defaultTheaters } from '../../../lib/config/lists.js';
import { projectRoot } from '../../../lib/config.js';
import { makeAsk } from '../../../lib/llm/ask.js';
import { toStore } from '../../../lib/reading/stored.js';
import type { Outcome, Tools } from '../../../lib/run/phase.js';
import { enrich } from '../../../phases/enrich.js';
import { makeDatabase } from '../../support/database.js';
import { evidence } from '../../support/evidence.js';
import { readHeadline } from '../../support/read-headline.js';

const { sql } = await makeDatabase();
const tools = {
  sql,
  config: { root: projectRoot, theaters: defaultTheaters, phases: { enrich: { only: {} } } },
  ask: makeAsk(() => undefined, evidence),
  signal: new AbortController().signal,
} as unknown as Tools;
type Result = Parameters<typeof enrich.settle>[1][number];

const titles = ['Russia strikes Kyiv, nine dead', 'Neun Tote in Kiew', 'Kremlin statement on strikes'];

beforeEach(async () => {
  await sql`truncate feeds, event_families, titles, actors restart identity cascade`;
  await sql`insert into actors values ('RU', 'Russia', 'state'), ('UA', 'Ukraine', 'state'), ('IR', 'Iran', 'state')`;
  await sql`insert into feeds (url, publisher_name, lang) values ('f', 'F', 'en')`;
});

async function addFamily(
  more: { title?: string; day?: number; actors?: string[]; theater?: string; eventType?: string; status?: string } = {},
): Promise<string> {
  const {
    title = 'Russia strikes Kyiv',
    day = 10,
    actors = ['RU', 'UA'],
    theater = 'UKRAINE',
    eventType = 'Strategy/Tactics',
    status = 'seed',
  } = more;
  const at = `2026-03-${String(day).padStart(2, '0')}T06:00:00Z`;
  const [row] = await sql<{ ef_id: string }[]>`
    insert into event_families (ef_key, status, title, summary, theater, event_type, key_actors, mechanisms, strategic_tier, first_at, last_at,
      timeline, title_count, title_set, described_by)
    values (${`${title} ${day} ${Math.random()}`}, ${status}, ${title}, '', ${theater}, ${eventType}, ${actors}, ${['strike']}, 1, ${at}, ${at},
      '[]', 3, 'set', '{}')
    returning ef_id::text`;
  return row?.ef_id ?? '';
}

async function addTitles(efId: string): Promise<void> {
  for (const [i, title] of titles.entries()) {
    const reading = toStore(readHeadline(title, i === 1 ? 'de' : 'en'), 'a version');
    await sql`
      insert into titles (feed_id, title_hash, title_original, title_display, title_norm, publisher_name, publisher_domain, lang, published_at,
        published_at_from, raw, status, gated_at, strategic_tier, actors, mechanisms, reading, ef_id, url)
      values (1, ${`${efId}-${i}`}, ${title}, ${title}, ${title}, ${`Outlet ${i}`}, ${i === 2 ? 'kremlin.ru' : null}, ${i === 1 ? 'de' : 'en'},
        '2026-03-10T06:00:00Z', 'item', '{}', 'gate_keep', now(), 1, ${['RU', 'UA']}, ${['strike']}, ${sql.json(reading as JSONValue)}, ${efId},
        ${`https://x.example/${i}`})`;
  }
}

async function work(ids: readonly string[]): Promise<Outcome<Result['result']>[]> {
  return enrich.work(await enrich.load(ids, tools), tools);
}

async function settle(results: readonly Result[]): Promise<number> {
  const [row] = await sql<{ made: number }[]>`
    with closed as (select unnest(${results.map(({ itemId }) => itemId)}::bigint[]) as item_id), ${enrich.settle(sql, results, tools)}
    select (select count(*) from made)::int as made`;
  return row?.made ?? 0;
}

const resultsOf = (outcomes: Outcome<Result['result']>[]): Result[] => outcomes.filter((outcome) => 'result' in outcome);

describe('enrich', () => {
  it('takes seed families only, hard power first', async () => {
    const seed = await addFamily();
    await addFamily({ status: 'active' });
    expect(await sql`${enrich.food(sql, tools.config)}`).toMatchObject([{ item_id: seed, priority: 1 }]);
  });

  it('leaves a seed family active, with its strategic context', async () => {
    const id = await addFamily();
    await addTitles(id);
    expect(await settle(resultsOf(await work([id])))).toBe(1);
    const [row] = await sql`select * from event_families where ef_id = ${id}`;
    expect(row).toMatchObject({
      status: 'active',
      canonical_actors: [
        { actor: 'RU', role: 'initiator', cites: ['1'], basis: 'read in one outlet' },
        { actor: 'UA', role: 'target', cites: ['1'], basis: 'read in one outlet' },
      ],
      acts: [
        {
          source: 'RU',
          action: 'attack',
          target: 'UA',
          mode: 'done',
          outlets: ['Outlet 0'],
          cites: ['1'],
          basis: 'read in one outlet',
          onlyStateMediaOf: null,
        },
      ],
      figures: [
        {
          what: 'killed',
          unit: 'people',
          course: [{ value: 9, qualifier: 'exact', outlets: ['Outlet 0', 'Outlet 1'], cites: ['1', '2'] }],
          basis: 'said by at least 2 outlets',
        },
      ],
      disputed: [],
      omissions: [],
      why_strategic: null,
      policy_status: 'none',
      magnitudes: [{ value: 9, unit: 'people', what: 'killed', qualifier: 'exact', cites: ['1', '2'] }],
      official_sources: ['https://x.example/2'],
      comparables: [],
      tags: ['attack', 'ukraine', 'strategy'],
      enriched_title_set: 'set',
      enriched_by: { engine: 'offline', task: 'enrich' },
    });
    const points = (row?.importance_why as { points: number }[]).reduce((sum, one) => sum + one.points, 0);
    expect(row?.importance).toBe(points);
    expect(row?.context).toContain('three headlines from Outlet 0, Outlet 1 and Outlet 2');
    expect(row?.enriched_at).toBeInstanceOf(Date);
  });

  it('does not touch a family that changed meanwhile, nor one that others made active, nor one it no longer owns', async () => {
    const ids = [await addFamily(), await addFamily({ day: 11 }), await addFamily({ day: 12 })];
    for (const id of ids) await addTitles(id);
    const results = resultsOf(await work(ids));
    await sql`update event_families set title_set = 'new' where ef_id = ${ids[0] ?? ''}`;
    await sql`update event_families set status = 'recycled' where ef_id = ${ids[1] ?? ''}`;
    expect(await settle(results.slice(0, 2))).toBe(0);
    expect(await sql`select distinct enriched_at from event_families`).toEqual([{ enriched_at: null }]);
    const [row] = await sql`
      with closed as (select 0::bigint as item_id), ${enrich.settle(sql, results, tools)} select (select count(*) from made)::int as made`;
    expect(row).toEqual({ made: 0 });
  });

  it('fails one family alone when its answer is refused', async () => {
    const ids = [await addFamily(), await addFamily({ day: 11 })];
    for (const id of ids) await addTitles(id);
    const refusing = {
      ...tools,
      ask: (prompt: Parameters<Tools['ask']>[0]) => (prompt.user.includes('[1]') ? Promise.reject(new Error('no')) : tools.ask(prompt)),
    } as Tools;
    const outcomes = await enrich.work(await enrich.load(ids, tools), refusing);
    expect(outcomes.map((outcome) => ('error' in outcome ? outcome.error.message : 'done'))).toEqual(['no', 'done']);
  });

  it('names at most three earlier families in which the same did the same to the same, within two years, the latest first', async () => {
    const act = { source: 'RU', action: 'attack', target: 'UA', mode: 'done', saidBy: null };
    const told = async (acts: object[], more: Parameters<typeof addFamily>[0]): Promise<string> => {
      const id = await addFamily({ status: 'active', ...more });
      await sql`update event_families set acts = ${sql.json(acts as JSONValue)} where ef_id = ${id}`;
      return id;
    };
    const [first, second, third] = [await told([act], { day: 4 }), await told([act], { day: 5 }), await told([act], { day: 6 })];
    await told([act], { day: 3 });
    await told([{ ...act, source: 'UA', target: 'RU' }], { day: 8, title: 'the other way round' });
    await told([{ ...act, action: 'threaten' }], { day: 8, title: 'another act' });
    await told([{ ...act, mode: 'denied' }], { day: 8, title: 'denied' });
    await told([act], { day: 11, title: 'later' });
    await told([act], { day: 9, title: 'perhaps the same happening' });
    await told([act], { day: 9, title: 'recycled', status: 'recycled' });
    const old = await told([act], { day: 9, title: 'of long ago' });
    await sql`update event_families set first_at = first_at - interval '3 years', last_at = last_at - interval '3 years' where ef_id = ${old}`;
    const id = await addFamily();
    await addTitles(id);
    await sql`
      insert into titles (feed_id, title_hash, title_original, title_display, title_norm, publisher_name, lang, published_at, published_at_from, raw,
        status, gated_at, strategic_tier, reading, ef_id)
      values (1, 'again', 't', 'Russia attacks Kyiv', 't', 'Outlet 9', 'en', '2026-03-10T07:00:00Z', 'item', '{}', 'gate_keep', now(), 1,
        ${sql.json(toStore(readHeadline('Russia attacks Kyiv', 'en'), 'v') as JSONValue)}, ${id})`;
    const [family] = await enrich.load([id], tools);
    expect(family?.comparables.map(({ ef_id }) => ef_id)).toEqual([third, second, first]);
  });

  it('reads at most 80 titles of a family, every outlet before the second of any', async () => {
    const id = await addFamily();
    const rows = Array.from({ length: 200 }, (_, i) => ({ i, outlet: i < 150 ? 'Loud' : `Outlet ${i}` }));
    await sql`
      insert into titles (feed_id, title_hash, title_original, title_display, title_norm, publisher_name, lang, published_at, published_at_from, raw,
        status, gated_at, strategic_tier, ef_id)
      select 1, r.i::text, 't', 't', 't', r.outlet, 'en', now(), 'item', '{}', 'gate_keep', now(), 1, ${id}
      from jsonb_to_recordset(${sql.json(rows as unknown as JSONValue)}) as r (i integer, outlet text)`;
    const [family] = await enrich.load([id], tools);
    expect(family?.members).toHaveLength(80);
    expect(new Set(family?.members.map(({ publisher }) => publisher)).size).toBe(51);
  });

  it('leaves out families that are no longer its food', async () => {
    const ids = [await addFamily({ status: 'active' }), await addFamily({ title: 'without titles' })];
    expect(await enrich.load(ids, tools)).toEqual([]);
  });
});
