// What is judged after a batch: a phase that stores what its headlines do not say pauses and calls a human.
import { beforeEach, expect, test } from 'vitest';
import { makeLog } from '../../../lib/app.js';
import { readConfig } from '../../../lib/config.js';
import { validate } from '../../../lib/run/validate.js';
import { makeDatabase } from '../../support/database.js';

const { sql } = await makeDatabase();
const config = readConfig(undefined, { SNI_CONFIG: 'deploy/sample/sni.yaml' });
const log = makeLog({ level: 'silent', name: 'test', to: 'stdout' });
const runId = '8f14e45f-ceea-467f-a9b8-000000000001';
const judge = (phase: 'generate' | 'enrich', made = 6) => validate({ sql, config, log }, { runId, phase }, made);
const pauses = () => sql`select name, pause_reason from phases where paused_at is not null`;

beforeEach(async () => {
  await sql`truncate work, titles, feeds, event_families, runs, doctor_actions restart identity cascade`;
  await sql`update phases set paused_at = null, paused_until = null, pause_reason = null`;
  await sql`
    insert into runs (run_id, phase, worker, host, pid, batch, started_at)
    values (${runId}, 'generate', 'w', 'h', 1, 100, now() - interval '1 minute')`;
  await sql`insert into feeds (url, publisher_name, lang) values ('feeds/a.xml', 'Harbour Post', 'en')`;
  for (let n = 1; n <= 6; n++) {
    await sql`
      insert into event_families (ef_key, status, title, summary, theater, event_type, key_actors, mechanisms, strategic_tier, first_at, last_at,
        timeline, title_count, title_set, described_by)
      values (${`key ${n}`}, 'seed', 'Drones hit Odesa port', ${n <= 2 ? 'Poland closed its border.' : 'Drones hit the port of Odesa.'}, 'UKRAINE',
        'Strategy/Tactics', '{}', '{}', 1, now(), now(), '[]', 1, 'set', '{"engine": "ollama"}')`;
    await sql`
      insert into titles (feed_id, title_hash, title_original, title_display, title_norm, publisher_name, lang, published_at, published_at_from,
        raw, status, strategic_tier, gated_at, ef_id)
      values (1, ${`hash ${n}`}, 'Drones hit Odesa port', 'Drones hit Odesa port', 'x', 'Harbour Post', 'en', now(), 'item', '{}', 'gate_keep', 1, now(), ${n})`;
  }
});

test('more than the share of a batch that does not stand pauses the phase until an operator resumes it, and says what to do', async () => {
  expect(await judge('generate')).toEqual({ exit: 'paused' });
  expect(await pauses()).toEqual([
    { name: 'generate', pause_reason: expect.stringMatching(/^Of 6 families .*, 2 hold sentences .*"sni audit/) },
  ]);
  expect(await sql`select action from doctor_actions`).toEqual([{ action: 'call_human' }]);
});

test('no more than the share, a batch of a few, a phase that wrote other fields, and a run that made nothing go on', async () => {
  expect(await judge('enrich')).toBeNull();
  expect(await judge('generate', 0)).toBeNull();
  await sql`update event_families set summary = title where ef_id = 1`;
  expect(await judge('generate')).toBeNull();
  await sql`update event_families set summary = 'Poland closed its border.', status = case when ef_id > 4 then 'recycled' else status end`;
  expect(await judge('generate')).toBeNull();
  expect(await pauses()).toEqual([]);
});

test('what was stored before the run is not judged', async () => {
  await sql`update event_families set generated_at = now() - interval '1 hour'`;
  expect(await judge('generate')).toBeNull();
});
