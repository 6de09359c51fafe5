// A small app with something in it, and the `sni` command run against it: in this process, or as the real process it is.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Sql } from 'postgres';
import { projectRoot } from '../../../lib/config.js';
import { commands } from '../../../lib/desk/commands.js';
import { answer, type Commands, type Outputs } from '../../../lib/desk/program.js';
import { filterCommands as ofFilter } from '../../../phases/filter/desk/commands.js';
import { generateCommands as ofGenerate } from '../../../phases/generate/desk/commands.js';
import { ingestCommands as ofIngest } from '../../../phases/ingest/desk/commands.js';
import { keepConnections } from '../../support/kept-connections.js';

export interface Answer {
  code: number | null;
  stdout: string;
  stderr: string;
}

/**
 * Does what a command line of `sni` says in this process, which saves the start of one or two: for what a command answers. Use `sniProcess`
 * for what a process does: signals, logs, pipes, children, and what is read once a process.
 */
export async function sni(args: readonly string[], env: Record<string, string>): Promise<Answer> {
  const mine = inProcess.then(() => answerHere(args, env));
  inProcess = mine.catch(() => undefined);
  return mine;
}

keepConnections();

/** One at a time: the environment is the process's. */
let inProcess: Promise<unknown> = Promise.resolve();

async function answerHere(args: readonly string[], env: Record<string, string>): Promise<Answer> {
  const before = process.env;
  const given: Answer = { code: null, stdout: '', stderr: '' };
  const outputs: Outputs = {
    out: {
      write: (text) => {
        given.stdout += text;
      },
    },
    err: {
      write: (text) => {
        given.stderr += text;
      },
    },
  };
  const [flag, file = '', ...rest] = args;
  const words = flag === '--config' ? rest : args;
  const brought = phaseCommand(words);
  // Its log would go to this process's own standard error.
  process.env = { PATH: before.PATH ?? '', SNI_LOG: 'error', ...env, ...(brought && flag === '--config' ? { SNI_CONFIG: file } : {}) };
  try {
    const code = brought ? await answer(brought, words, outputs) : await answer(commands, args, outputs);
    return { ...given, code };
  } finally {
    process.env = before;
  }
}

const ofPhases: Record<string, Commands> = {
  ...Object.fromEntries(['feeds', 'add-feed', 'add-url', 'import', 'export'].map((word) => [word, ofIngest])),
  families: ofGenerate,
  ...Object.fromEntries(['gate', 'read', 'eval', 'observe', 'reprocess filter'].map((word) => [word, ofFilter])),
};

function phaseCommand([word = '', second]: readonly string[]): Commands | undefined {
  if (word === 'export' && second !== 'opml') return undefined;
  return ofPhases[word === 'reprocess' ? `${word} ${second}` : word];
}

/** Runs `sni` with nothing in its environment but the path and what is given; `whileItRuns` may signal it. */
export function sniProcess(
  args: readonly string[],
  env: Record<string, string>,
  whileItRuns?: (pid: number, said: Readable) => void,
): Promise<Answer> {
  const child = spawn(process.execPath, [join(projectRoot, 'dist/lib/desk/sni.js'), ...args], {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const answer: Answer = { code: null, stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    answer.stdout += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    answer.stderr += chunk.toString();
  });
  if (whileItRuns && child.pid) whileItRuns(child.pid, child.stdout);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ ...answer, code }));
  });
}

/**
 * For tests of memory: little more than a command needs that reads little. V8 would give so small a heap so small a young part that it collects
 * most of the time: three times the CPU.
 */
export const smallHeap = '--max-old-space-size=48 --max-semi-space-size=4';

/** What a feed could carry to take over a terminal. */
export const hostile = '\u001b[2J\u001b]0;owned\u0007Odesa \u202eport\u009b31m hit';

/** Two families of one day and one of the day before, five titles, a narrative, and work of every state. */
export async function furnish(sql: Sql): Promise<void> {
  await sql`insert into feeds (url, publisher_name, lang) values ('feeds/a.xml', 'Harbour Post', 'en')`;
  await sql`insert into actors (actor_id, name, kind) values ('RU', 'Russia', 'state'), ('UA', 'Ukraine', 'state')`;
  await sql`
    insert into event_families (ef_key, status, title, summary, theater, event_type, key_actors, mechanisms, strategic_tier,
      first_at, last_at, timeline, title_count, title_set, described_by, why_strategic, context, canonical_actors)
    select key, status, title, 'What happened.', 'UKRAINE', 'Strategy/Tactics', '{RU,UA}', '{strike}', 1,
      last_at::timestamptz - interval '1 hour', last_at::timestamptz, ${sql.json([{ at: '2026-03-10T02:14:00Z', fact: 'Drones hit the port.', cites: ['1', 2] }])},
      titles, 'set', '{"engine": "offline", "model": "rules"}', 'Grain routes are at stake.', 'The context.', '[{"actor": "RU", "role": "initiator"}]'
    from (values
      ('small', 'active', 'Small one', '2026-03-11T10:00:00Z', 2),
      ('large', 'seed', ${hostile}, '2026-03-11T09:00:00Z', 3),
      ('older', 'active', 'Older one', '2026-03-10T23:00:00Z', 9),
      ('gone', 'merged', 'Merged one', '2026-03-12T09:00:00Z', 9)
    ) v (key, status, title, last_at, titles)`;
  await sql`
    insert into titles (feed_id, title_hash, title_original, title_display, title_norm, publisher_name, lang, published_at,
      published_at_from, raw, status, strategic_tier, gate_score, gate, reading, gated_at, ef_id)
    select 1, 'hash ' || place, title, title, title, publisher, 'en', '2026-03-10T00:00:00Z'::timestamptz + place * interval '1 hour',
      'item', '{}', status, case when status = 'gate_keep' then 1 end, 5.5, gate, case when status = 'gate_keep' then '{"version": "abc"}'::jsonb end, now(), ef_id
    from (values
      (1, 'Russian drones hit Odesa port', 'Harbour Post', 'gate_keep', 2::bigint, ${sql.json({
        vocabulary: 'abc',
        actors: [{ id: 'RU', term: 'russian', start: 0, end: 7 }],
        arithmetic: [
          { what: 'actor RU', points: 3 },
          { what: 'context sport', points: -1.5 },
        ],
      })}),
      (2, ${hostile}, 'Novy Bereg', 'gate_keep', 2, null),
      (3, 'Grain terminal burns', 'Novy Bereg', 'gate_keep', 2, null),
      (4, 'Cup final moved', 'Harbour Post', 'gate_drop', null, null),
      (5, 'Not yet read by the gate', 'Harbour Post', 'pending', null, null)
    ) v (place, title, publisher, status, ef_id, gate)
    order by place`;
  await sql`
    insert into framed_narratives (ef_id, position, title, thesis, framing, lexicon, outlets, prevalence, evidence, title_set, made_by)
    values (2, 1, 'An attack on food', 'Headlines cast it as an attack on grain.', '{"roles": {"villain": ["Russia"]}, "cause": null}',
      '{"verbs": ["burns"]}', '{Novy Bereg}', 0.67, '[{"title_id": "3", "quote": "terminal burns"}]', 'set', '{"engine": "offline", "model": "rules"}')`;
  // The families stood before their titles.
  await sql`select index_for_search(null)`;
  await sql`update phases set version = '1.new' where name = 'filter'`;
  await sql`
    insert into work (phase, item_id, state, version, lease_token, error)
    select phase, item_id, state, version, case when state = 'leased' then gen_random_uuid() end, case when state = 'failed' then 'It broke.' end
    from (values
      ('filter', 1, 'done', '1.new'), ('filter', 2, 'done', '1.old'), ('filter', 3, 'done', null), ('filter', 4, 'leased', null),
      ('filter', 5, 'failed', null), ('generate', 1, 'done', null), ('generate', 2, 'ready', null), ('generate', 3, 'ready', null)
    ) v (phase, item_id, state, version)`;
  await sql`
    insert into runs (run_id, phase, worker, host, pid, batch, started_at, heartbeat_at, finished_at, claimed, done, exit)
    select gen_random_uuid(), 'generate', 'w', 'h', 1, 100, now() - make_interval(mins => began), now() - make_interval(mins => ended),
      case when exit <> '' then now() - make_interval(mins => ended) end, claimed, done, nullif(exit, '')
    from (values
      (20, 10, 100, 5, 'done'), (15, 5, 100, 10, ''), (4, 3, 0, 0, 'nothing'), (300, 90, 1000, 1000, 'done')
    ) v (began, ended, claimed, done, exit)`;
  await sql`update phases set paused_at = now(), paused_until = now() + interval '1 hour', pause_reason = 'the model is down' where name = 'enrich'`;
  await sql`update phases set paused_at = now() - interval '2 hours', paused_until = now() - interval '1 hour' where name = 'narrate'`;
}
