// Narration against a database: what is its food, what it leaves in place of the older narratives, what it must not overwrite.
import { beforeEach, describe, expect, it } from 'vitest';
import { projectRoot } from '../../../lib/config.js';
import { makeAsk } from '../../../lib/llm/ask.js';
import { toStore } from '../../../lib/reading/stored.js';
import type { Outcome, Tools } from '../../../lib/run/phase.js';
import { narrate } from '../../../phases/narrate.js';
import { makeDatabase } from '../../support/database.js';
import { evidence } from '../../support/evidence.js';
import { readHeadline } from '../../support/read-headline.js';

const { sql } = await makeDatabase();
const tools = {
  sql,
  config: { root: projectRoot, phases: { narrate: { only: {} } } },
  ask: makeAsk(() => undefined, evidence),
  signal: new AbortController().signal,
} as unknown as Tools;
type Result = Parameters<typeof narrate.settle>[1][number];

const framed = [
  ['Post', 'Russia pounds Kyiv in brutal assault', 'en'],
  ['Zeitung', 'Russland greift Kiew an', 'de'],
  ['Market', 'Kyiv hit by missiles, grain prices jump', 'en'],
  ['Agency', 'Explosions heard in Kyiv', 'en'],
] as const;

let id = '';
beforeEach(async () => {
  await sql`truncate feeds, event_families, titles, actors, framed_narratives restart identity cascade`;
  await sql`insert into actors values ('RU', 'Russia', 'state'), ('UA', 'Ukraine', 'state')`;
  await sql`insert into feeds (url, publisher_name, lang) values ('f', 'F', 'en')`;
  const roles = sql.json([
    { actor: 'RU', role: 'initiator' },
    { actor: 'UA', role: 'target' },
  ]);
  const [row] = await sql<{ ef_id: string }[]>`
    insert into event_families (ef_key, status, title, summary, theater, event_type, key_actors, mechanisms, strategic_tier, first_at, last_at,
      timeline, title_count, title_set, described_by, canonical_actors)
    values ('k', 'active', 'Russia strikes Kyiv', '', 'UKRAINE', 'Strategy/Tactics', ${['RU', 'UA']}, ${['strike']}, 2, now(), now(), '[]', 4, 'one',
      '{}', ${roles})
    returning ef_id::text`;
  id = row?.ef_id ?? '';
  await addTitles(framed);
});

async function addTitles(headlines: readonly (readonly [string, string, string])[]): Promise<void> {
  for (const [publisher, title, lang] of headlines) {
    await sql`
      insert into titles (feed_id, title_hash, title_original, title_display, title_norm, publisher_name, lang, published_at, published_at_from, raw,
        status, gated_at, strategic_tier, actors, mechanisms, ef_id, reading)
      values (1, ${title}, ${title}, ${title}, ${title}, ${publisher}, ${lang}, '2026-03-10T06:00:00Z', 'item', '{}', 'gate_keep', now(), 1,
        ${title.startsWith('Russ') ? ['RU', 'UA'] : ['UA']}, ${['strike']}, ${id}, ${sql.json(toStore(readHeadline(title, lang), 'v') as never)})`;
  }
}

async function work(): Promise<Result[]> {
  const outcomes: Outcome<Result['result']>[] = await narrate.work(await narrate.load([id], tools), tools);
  return outcomes.filter((outcome) => 'result' in outcome);
}

async function settle(results: readonly Result[], owned: readonly string[] = results.map(({ itemId }) => itemId)): Promise<number> {
  const [row] = await sql<{ made: number }[]>`
    with closed as (select unnest(${owned as string[]}::bigint[]) as item_id), ${narrate.settle(sql, results, tools)}
    select (select count(*) from made)::int as made`;
  return row?.made ?? 0;
}

const foods = async (): Promise<string[]> =>
  (await sql<{ item_id: string }[]>`${narrate.food(sql, tools.config)}`).map(({ item_id }) => item_id);

describe('narrate', () => {
  it('takes active families whose present titles are not told yet', async () => {
    expect(await foods()).toEqual([id]);
    await settle(await work());
    expect(await foods()).toEqual([]);
    await sql`update event_families set title_set = 'two'`;
    expect(await foods()).toEqual([id]);
    await sql`update event_families set status = 'seed'`;
    expect(await foods()).toEqual([]);
  });

  it('leaves its narratives with outlets, prevalence and quoted evidence', async () => {
    expect(await settle(await work())).toBe(2);
    const rows = await sql`select * from framed_narratives order by position`;
    expect(rows).toMatchObject([
      { position: 1, outlets: ['Post', 'Zeitung'], prevalence: 0.5, title_set: 'one', made_by: { engine: 'offline', task: 'narrate' } },
      { position: 2, outlets: ['Market', 'Agency'], prevalence: 0.5 },
    ]);
    expect(rows[1]?.statements[0]).toEqual({ text: 'Headlines of Market and Agency do not refer to Russia.', cites: ['3', '4'] });
    expect(rows[0]?.evidence).toEqual([
      { title_id: '1', quote: 'Russia pounds Kyiv in brutal assault' },
      { title_id: '2', quote: 'Russland greift Kiew an' },
    ]);
    expect(rows[1]?.framing).toMatchObject({ roles: null, legitimacy: null });
  });

  it('replaces the older narratives, and leaves none of them over', async () => {
    await settle(await work());
    await sql`delete from titles where publisher_name in ('Market', 'Agency')`;
    await sql`update event_families set title_set = 'two'`;
    expect(await settle(await work())).toBe(1);
    expect(await sql`select position, title_set, narrative_id from framed_narratives`).toEqual([
      { position: 1, title_set: 'two', narrative_id: '1' },
    ]);
    await sql`insert into earlier_narratives (ef_id, position, narrative, told_until) values (${id}, 1, '{}', now() - interval '91 days')`;
    await sql`update event_families set title_set = 'three'`;
    await settle(await work());
    await sql`delete from earlier_narratives where narrative ->> 'title_set' = 'two'`;
    const earlier = await sql`select position, narrative ->> 'title_set' as title_set from earlier_narratives order by position`;
    expect(earlier).toEqual([
      { position: 1, title_set: 'one' },
      { position: 2, title_set: 'one' },
    ]);
  });

  it('does not touch a family that changed meanwhile, nor one it no longer owns', async () => {
    const results = await work();
    expect(await settle(results, [])).toBe(0);
    await sql`update event_families set title_set = 'two'`;
    expect(await settle(results)).toBe(0);
    expect(await sql`select * from framed_narratives`).toEqual([]);
    expect(await foods()).toEqual([id]);
  });

  it('writes the same again when it settles the same twice', async () => {
    const results = await work();
    await settle(results);
    const before = await sql`select narrative_id, thesis from framed_narratives order by 1`;
    expect(await settle(results)).toBe(2);
    expect(await sql`select narrative_id, thesis from framed_narratives order by 1`).toEqual(before);
    expect(await sql`select * from earlier_narratives`).toEqual([]);
  });
});
