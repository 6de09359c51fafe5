// Families in real Postgres: what one settled group leaves, and what it leaves alone when something changed under it.
import type { JSONValue } from 'postgres';
import { beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../../lib/config.js';
import { makeAsk } from '../../../lib/llm/ask.js';
import { makeLog } from '../../../lib/log.js';
import { toStore } from '../../../lib/reading/stored.js';
import type { Tools } from '../../../lib/run.js';
import { type ClaimedTitle, generate, type Result } from '../../../phases/generate.js';
import { makeDatabase } from '../../support/database.js';
import { evidence } from '../../support/evidence.js';
import { readHeadline } from '../../support/read-headline.js';

const { sql } = await makeDatabase();
const tools: Tools = {
  config: readConfig(undefined, { SNI_CONFIG: 'deploy/sample/sni.yaml' }),
  sql,
  log: makeLog({ level: 'silent', name: 'test', to: 'stdout' }),
  ask: makeAsk(() => undefined, evidence),
  signal: new AbortController().signal,
  takeRoom: (wanted) => wanted,
};

const odesa = ['Russian drones hit Odesa port, three killed', 'Three dead as Russia bombs Odesa grain port'];
const belarus = ['EU imposes sanctions on Belarus over balloons'];

beforeEach(async () => {
  await sql`truncate event_families, titles, feeds restart identity cascade`;
  await sql`insert into feeds (url, publisher_name, lang) values ('a.xml', 'Meridian Wire', 'en')`;
});

/** Stores gate-kept titles of actors and mechanisms by their words; returns their ids. */
async function keep(...texts: string[]): Promise<string[]> {
  const strike = (text: string) => /hit|bomb|attack/.test(text);
  const rows = await sql<{ title_id: string }[]>`
    insert into titles (feed_id, title_hash, title_original, title_display, title_norm, publisher_name, lang, published_at, published_at_from,
      raw, status, gated_at, strategic_tier, actors, mechanisms, reading)
    select feed_id, md5(t.text), t.text, t.text, lower(t.text), publisher_name, lang, t.at, 'item', '{}', 'gate_keep', now(), 1, t.actors, t.mechanisms, t.reading
    from feeds, jsonb_to_recordset(${sql.json(
      texts.map((text, index) => ({
        text,
        at: new Date(Date.UTC(2026, 2, 10, index)).toISOString(),
        actors: strike(text) ? ['RU'] : ['EU', 'BY'],
        mechanisms: strike(text) ? ['strike'] : ['sanctions'],
        reading: toStore(readHeadline(text, 'en'), 'a version') as JSONValue,
      })),
    )}) as t (text text, at timestamptz, actors text[], mechanisms text[], reading jsonb)
    order by t.at
    returning title_id`;
  return rows.map((row) => row.title_id);
}

async function work(itemIds: readonly string[], withTools: Tools = tools) {
  const items: ClaimedTitle[] = await generate.load(itemIds, withTools);
  return generate.work(items, withTools);
}

/** Settles as the loop does: results of the items that are still owned, `closed` being those. Returns the count of families made. */
async function settle(outcomes: Awaited<ReturnType<typeof work>>, closed: readonly string[]): Promise<number> {
  const results = outcomes.filter((outcome): outcome is { itemId: string; result: Result } => 'result' in outcome);
  const [row] = await sql<{ made: number }[]>`
    with closed as (select unnest(${closed as string[]}::bigint[]) as item_id), ${generate.settle(sql, results, tools)}
    select count(*)::int as made from made`;
  return row?.made ?? 0;
}

/** Each family with its titles, as the tables have it. */
function families() {
  return sql<{ ef_id: string; status: string; merged_into: string | null; title_count: number; titles: string[] }[]>`
    select ef_id, status, merged_into, title_count, array(select title_id::text from titles t where t.ef_id = e.ef_id order by title_id) as titles
    from event_families e
    order by ef_id`;
}

describe('a settled group', () => {
  it('leaves every title in one seed family that counts its titles and was described', async () => {
    const ids = await keep(...odesa, ...belarus);
    expect(await settle(await work(ids), ids)).toBe(2);
    expect(await families()).toMatchObject([
      { status: 'seed', title_count: 2, titles: ids.slice(0, 2) },
      { status: 'seed', title_count: 1, titles: ids.slice(2) },
    ]);
    const [family] =
      await sql`select ef_key, theater, described_by->>'engine' as engine, timeline, first_at from event_families order by ef_id`;
    expect(family).toMatchObject({ theater: 'UKRAINE', engine: 'offline' });
    expect(family?.['ef_key']).toMatch(/^2026-03-10-UKRAINE-/);
    expect(await sql`select from titles where generated_at is null`).toHaveLength(0);
  });

  it('adds later titles to an active family, which is to be enriched again', async () => {
    const first = await keep(...odesa);
    await settle(await work(first), first);
    await sql`update event_families set status = 'active'`;
    const later = await keep('Death toll from attack on Odesa port bombs rises');
    expect(await settle(await work(later), later)).toBe(0);
    expect(await families()).toMatchObject([{ status: 'seed', title_count: 3, titles: [...first, ...later] }]);
  });

  it('writes nothing when it is settled a second time', async () => {
    const ids = await keep(...odesa);
    const outcomes = await work(ids);
    await settle(outcomes, ids);
    const before = await families();
    expect(await settle(outcomes, ids)).toBe(0);
    expect(await families()).toEqual(before);
  });
});

describe('a group whose ground has moved', () => {
  it('founds no family of which one title is not ours any more, and still founds the others', async () => {
    const ids = await keep(...odesa, ...belarus);
    expect(await settle(await work(ids), ids.slice(1))).toBe(1);
    expect(await families()).toMatchObject([{ titles: ids.slice(2) }]);
  });

  it('founds no family of a title that was dropped meanwhile', async () => {
    const ids = await keep(...odesa);
    const outcomes = await work(ids);
    await sql`update titles set status = 'gate_drop' where title_id = ${ids[0] ?? ''}`;
    expect(await settle(outcomes, ids)).toBe(0);
    expect(await families()).toEqual([]);
  });

  it('leaves a family alone that was recycled or changed since it was read', async () => {
    const first = await keep(...odesa);
    await settle(await work(first), first);
    const later = await keep('Death toll from attack on Odesa port bombs rises');
    const outcomes = await work(later);
    await sql`update event_families set status = 'recycled'`;
    await settle(outcomes, later);
    expect(await families()).toMatchObject([{ status: 'recycled', title_count: 2, titles: first }]);
    expect(await sql`select from titles where ef_id is null`).toHaveLength(1);
  });

  it('founds anew what an operator rejected, under a key of its own', async () => {
    const ids = await keep(...odesa);
    await settle(await work(ids), ids);
    await sql`update titles set ef_id = null`;
    await sql`update event_families set status = 'recycled'`;
    expect(await settle(await work(ids), ids)).toBe(1);
    const keys = await sql<{ ef_key: string }[]>`select ef_key from event_families order by ef_id`;
    expect(keys[1]?.ef_key).toBe(`${keys[0]?.ef_key}-2`);
  });
});

describe('families that prove to be one', () => {
  it('become one: the older takes the titles, the other is merged into it', async () => {
    const ids = await keep(...odesa);
    await settle(await work(ids), ids);
    await split(ids);
    const bridge = await keep('Russia bombs Odesa grain port, drones hit silos, three dead, three killed');
    await settle(await work(bridge), bridge);
    expect(await families()).toMatchObject([
      { status: 'seed', title_count: 3, titles: [...ids, ...bridge] },
      { status: 'merged', merged_into: '1', titles: [] },
    ]);
  });

  /** Puts the second title into a family of its own, as when the two had come in groups too far apart to tell. */
  async function split([first = '', second = '']: readonly string[]): Promise<void> {
    await sql`
      insert into event_families (ef_key, status, title, summary, theater, event_type, key_actors, mechanisms, strategic_tier, first_at, last_at,
        timeline, title_count, title_set, described_by)
      select ef_key || '-other', status, title, summary, theater, event_type, key_actors, mechanisms, strategic_tier, first_at, last_at,
        timeline, 1, 'other', described_by
      from event_families`;
    await sql`update titles set ef_id = (select max(ef_id) from event_families) where title_id = ${second}`;
    await sql`update event_families set title_count = 1, title_set = ${first} where ef_id = 1`;
  }
});

describe('a description that fails', () => {
  it('fails the titles of its family alone', async () => {
    const ids = await keep(...odesa, ...belarus);
    const ask: Tools['ask'] = async (prompt, signal) => {
      if (prompt.user.includes('Belarus')) throw new Error('the model is out of order');
      return tools.ask(prompt, signal);
    };
    const outcomes = await work(ids, { ...tools, ask });
    expect(outcomes.filter((outcome) => 'error' in outcome).map((outcome) => outcome.itemId)).toEqual(ids.slice(2));
    expect(await settle(outcomes, ids.slice(0, 2))).toBe(1);
  });
});
