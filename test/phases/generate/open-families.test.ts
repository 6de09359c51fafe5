// The open families a worker holds in memory: what others changed meanwhile is read anew, and an old title opens no window but its own.
import type { JSONValue } from 'postgres';
import { beforeEach, expect, it } from 'vitest';
import { projectRoot } from '../../../lib/config.js';
import { readFood, readOpenFamilies } from '../../../phases/generate/candidates.js';
import { openFamiliesOf } from '../../../phases/generate/open-families.js';
import { makeDatabase } from '../../support/database.js';

const { sql } = await makeDatabase();

beforeEach(async () => {
  await sql`truncate event_families, titles, feeds restart identity cascade`;
  await sql`insert into feeds (url, publisher_name, lang) values ('a.xml', 'Meridian Wire', 'en')`;
});

/** A kept title of that day of March; returns its id. */
async function keep(text: string, day: number, efId: string | null = null): Promise<string> {
  const at = new Date(Date.UTC(2026, 2, day)).toISOString();
  const [row] = await sql<{ title_id: string }[]>`
    insert into titles (feed_id, title_hash, title_original, title_display, title_norm, publisher_name, lang, published_at, published_at_from, raw,
      status, gated_at, strategic_tier, actors, mechanisms, ef_id)
    values (1, md5(${text}), ${text}, ${text}, ${text}, 'Meridian Wire', 'en', ${at}, 'item', ${sql.json({} as JSONValue)}, 'gate_keep', now(), 1,
      '{FI}', '{energy-supply}', ${efId})
    returning title_id`;
  return row?.title_id ?? '';
}

async function family(day: number, ...texts: string[]): Promise<string> {
  const at = new Date(Date.UTC(2026, 2, day)).toISOString();
  const [row] = await sql<{ ef_id: string }[]>`
    insert into event_families (ef_key, status, title, summary, theater, event_type, key_actors, mechanisms, strategic_tier, first_at, last_at,
      timeline, title_count, title_set, described_by)
    values (${`key ${day} ${texts.join()}`}, 'seed', 'A family', '', 'GLOBAL', 'Humanitarian', '{}', '{}', 1, ${at}, ${at}, '[]', 1, 'first', '{}')
    returning ef_id`;
  for (const text of texts) await keep(text, day, row?.ef_id);
  return row?.ef_id ?? '';
}

it('reads a family anew that another worker changed since the last claim', async () => {
  const efId = await family(10, 'Finland detains cargo ship after Baltic gas pipeline leak');
  const first = await readFood(sql, [await keep('Peru congress censures minister', 10)]);
  await openFamiliesOf(sql, projectRoot).group(sql, first);
  await keep('Baltic gas pipeline leak: Finland detains cargo ship, crew questioned', 10, efId);
  await sql`update event_families set title_set = 'second', title_count = 2 where ef_id = ${efId}`;
  const next = await readFood(sql, [await keep('Finland detains cargo ship over Baltic gas pipeline leak', 10)]);
  const [group] = await openFamiliesOf(sql, projectRoot).group(sql, next);
  expect(group?.family).toEqual({ efId, titleSet: 'second' });
  expect(group?.members).toHaveLength(3);
});

it('reads nothing again that was read ahead, but what changed since', async () => {
  const [held, changed] = [
    await family(10, 'Finland detains cargo ship after gas leak'),
    await family(10, 'Peru congress censures minister'),
  ];
  const titles = await readFood(sql, [
    await keep('Finland detains cargo ship after gas leak in Baltic', 10),
    await keep('Peru congress censures minister of justice', 10),
  ]);
  await openFamiliesOf(sql, projectRoot).readAhead(sql, titles);
  await sql`update titles set title_display = title_display || ', anew' where ef_id is not null`;
  await sql`update event_families set title_set = 'second' where ef_id = ${changed}`;
  const groups = await openFamiliesOf(sql, projectRoot).group(sql, titles);
  expect(groups.map(({ family: known, members }) => [known?.efId, members.map(({ text }) => text)])).toEqual([
    [held, ['Finland detains cargo ship after gas leak', 'Finland detains cargo ship after gas leak in Baltic']],
    [changed, ['Peru congress censures minister, anew', 'Peru congress censures minister of justice']],
  ]);
});

it('opens around a stray of long ago only the families nearest to it, around the others all', async () => {
  await sql`
    insert into event_families (ef_key, status, title, summary, theater, event_type, key_actors, mechanisms, strategic_tier, first_at, last_at,
      timeline, title_count, title_set, described_by)
    select 'key ' || day || ' ' || n, 'seed', 'A family', '', 'GLOBAL', 'Humanitarian', '{}', '{}', 1, t.at, t.at, '[]', 1, 'first', '{}'
    from generate_series(1, 320) n, unnest('{-50,28}'::int[]) day,
      lateral (select timestamptz '2026-03-01 00:00:00Z' + make_interval(days => day - 1, mins => n) as at) t`;
  const stray = await keep('A stray', -50);
  const titles = await readFood(sql, [stray, await keep('A new one', 28)]);
  const open = (await readOpenFamilies(sql, titles)).map(({ efId }) => efId);
  const around = async (day: number) =>
    (await sql<{ ef_id: string }[]>`select ef_id from event_families where ef_key like ${`key ${day} %`} order by last_at`).map(
      (row) => row.ef_id,
    );
  const [old, late] = [await around(-50), await around(28)];
  expect(open.filter((efId) => old.includes(efId)).sort()).toEqual(old.slice(0, 300).sort());
  expect(open.filter((efId) => late.includes(efId)).sort()).toEqual([...late].sort());
  // Alone in its claim it is no stray.
  expect(
    await readOpenFamilies(
      sql,
      titles.filter(({ titleId }) => titleId === stray),
    ),
  ).toHaveLength(320);
});

it('opens 72 hours around each title, and none of the days between an old one and the others', async () => {
  const [old, between, near] = [await family(1, 'one'), await family(15, 'two'), await family(27, 'three')];
  const titles = await readFood(sql, [await keep('An old one', 2), await keep('A new one', 28)]);
  const open = (await readOpenFamilies(sql, titles)).map(({ efId }) => efId);
  expect(open).toEqual([old, near]);
  expect(open).not.toContain(between);
});
