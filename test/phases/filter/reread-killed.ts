// P2 killed while it reads kept titles anew after `sni reprocess filter --stale`, and run again: every title is read once more, no more
// than once, and is otherwise what it was - in its family, with its tier and its record.
import { beforeEach, expect, test } from 'vitest';
import { sni } from '../../lib/desk/fixture.js';
import { makeTestWorld } from '../../support/in-test.js';
import { reaching } from '../../support/reaching.js';
import { insertTitles } from './news.js';

const world = await makeTestWorld({ settings: { phases: { filter: { group: 5, max_inflight: 2 } } } });
const { sql } = world;
const count = 60;
const headlines = [
  'Kremlin answers US sanctions',
  'Russia attacks Kyiv, killing at least nine people',
  'Iran says Israel struck Natanz',
  'Seven pasta recipes for a rainy day',
];

/** All of the titles but what was read of them, as it must stay. */
const unmoved = () => sql`
  select title_id, status, strategic_tier, gate_score, gate, actors, mechanisms, ef_id, gated_at, generated_at from titles order by title_id`;
const readings = () => sql`select title_id, reading from titles order by title_id`;

// Each title written over again is noted, slowly: the run has to be killed while it writes.
await sql.unsafe(`
  create table rereads (title_id bigint);
  create function note_reread() returns trigger language plpgsql as
    $$ begin perform pg_sleep(0.02); insert into rereads values (new.title_id); return null; end $$;
  create trigger note_reread after update on titles for each row
    when (old.reading is null and new.reading is not null and old.status = 'gate_keep') execute function note_reread();`);
const reread = async () => (await sql`select title_id from rereads`).length;

beforeEach(async () => {
  await sql`truncate work, titles, feeds, event_families, framed_narratives, runs, rereads restart identity cascade`;
  await insertTitles(
    sql,
    Array.from({ length: count }, (_, index) => `${headlines[index % headlines.length]}, day ${index + 1}`),
  );
  await world.here('filter');
  await sql`
    insert into event_families (ef_key, status, title, summary, theater, event_type, key_actors, mechanisms, strategic_tier, first_at, last_at,
      timeline, title_count, title_set, described_by)
    select 'kept', 'active', 'kept', 'What happened.', 'GLOBAL', 'Sanctions/Economy', '{RU,US}', '{sanctions}', 1, now(), now(), '[]', count(*), 'set', '{}'
    from titles where status = 'gate_keep' and title_id % 2 = 0`;
  await sql`update titles set ef_id = 1, generated_at = now() where status = 'gate_keep' and title_id % 2 = 0`;
});

/** Tests that kill it when these shares of the titles were read anew. */
export function testKilledAt(shares: readonly number[]): void {
  test.each(shares)('killed when %f of the titles were read anew, P2 reads the others once and moves none', async (share) => {
    const before = await unmoved();
    const asRead = await readings();
    const kept = asRead.filter(({ reading }) => reading !== null).length;
    await sql`update titles set reading = '{"version": "older"}' where reading is not null`;
    const asked = await sni(['--config', world.settings, 'reprocess', 'filter', '--stale', '--json'], { SNI_HOME: world.home });
    expect(JSON.parse(asked.stdout)).toMatchObject({ reopened: 0, readings: kept });

    // Of the run before, whose connections are kept: what is left then is the dead one's.
    await reaching.leave(world.name);
    const running = world.start('filter', ['--batch', '100000', '--resume']);
    await running.said('started');
    while ((await reread()) < share * kept);
    running.process.kill('SIGKILL');
    expect((await running.ended).signal).toBe('SIGKILL');
    // What the dead process had sent may still be committing.
    while ((await sql`select from pg_stat_activity where datname = current_database() and application_name = 'sni-filter'`).length > 0);
    const between = await reread();
    expect(between).toBeLessThan(kept);
    expect(await unmoved()).toEqual(before);

    const again = await world.here('filter', ['--batch', '100000', '--resume']);
    expect(again).toMatchObject({ code: 0, finished: { failed: 0, made: kept - between } });
    expect(await sql`select title_id from rereads group by 1 having count(*) > 1`).toHaveLength(0);
    expect(await reread()).toBe(kept);
    expect(await readings()).toEqual(asRead);
    expect(await unmoved()).toEqual(before);
    expect(await sql`select distinct state from work where phase = 'filter'`).toEqual([{ state: 'done' }]);
    expect((await world.here('filter')).finished).toMatchObject({ claimed: 0, exit: 'nothing' });
  });
}
