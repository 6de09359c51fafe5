// The titles of the sample, read and gated once, which P3 groups again and again: in another order, in other batches, after a kill.
import { makeTestWorld } from '../../support/in-test.js';
import { killSettings } from '../../support/kill.js';
import type { Ended, World } from '../../support/world.js';

export interface History {
  world: World;
  /** Empties all that P3 left, and stores the titles anew in this order. */
  again: (order: string) => Promise<void>;
  generate: (...flags: string[]) => Promise<Ended>;
  families: () => Promise<string[]>;
  /** The families of one run over titles stored by their hash. */
  undisturbed: string[];
}

/** Reads and gates these feeds of the sample, or all of them, and groups them once. */
export async function makeHistory(feeds?: readonly string[]): Promise<History> {
  const world = await makeTestWorld({ settings: killSettings(feeds) });
  const { sql } = world;
  for (const phase of ['ingest', 'filter'] as const) wellEnded(await world.here(phase, ['--batch', '10000']));
  const rows = await sql<{ name: string }[]>`
    select column_name as name from information_schema.columns where table_name = 'titles' and column_name not in ('title_id', 'ef_id', 'generated_at')`;
  const columns = rows.map(({ name }) => name).join(', ');
  await sql.unsafe(`create table read as select ${columns} from titles`);
  const again = async (order: string): Promise<void> => {
    await sql`truncate event_families, titles, work, family_log restart identity cascade`;
    await sql.unsafe(`insert into titles (${columns}) select ${columns} from read order by ${order}`);
  };
  const generate = async (...flags: string[]): Promise<Ended> => wellEnded(await world.here('generate', ['--batch', '10000', ...flags]));
  const families = async (): Promise<string[]> => {
    const found = await sql<{ family: string }[]>`
      select e.ef_key || ': ' || string_agg(t.title_hash, ' ' order by t.title_hash) as family
      from event_families e join titles t using (ef_id) group by e.ef_id, e.ef_key order by e.ef_key`;
    return found.map(({ family }) => family);
  };
  await again('title_hash');
  await generate();
  return { world, again, generate, families, undisturbed: await families() };
}

function wellEnded(ended: Ended): Ended {
  if (ended.code !== 0) throw new Error(`A phase ended with ${ended.code}: ${ended.stderr}${JSON.stringify(ended.lines.at(-2))}`);
  return ended;
}

/** Kills a run of P3 soon after it began, and runs it again. Throws where it had ended. */
export async function killedAndResumed({ world, again, generate }: History): Promise<void> {
  await again('title_hash');
  const running = world.start('generate', ['--batch', '10000', '--resume']);
  await running.said('started');
  await new Promise((resolve) => setTimeout(resolve, 100));
  running.process.kill('SIGKILL');
  const { signal } = await running.ended;
  if (signal !== 'SIGKILL') throw new Error('The run had ended before it was to be killed.');
  await generate('--resume');
}

/** Groups them in batches of so many. */
export async function inBatches({ world, again }: History, titles: number): Promise<void> {
  await again('title_hash');
  for (let exit: unknown; exit !== 'nothing'; )
    exit = wellEnded(await world.here('generate', ['--batch', String(titles)])).finished?.['exit'];
}

/** Of all pairs of titles in one family, how many are so in both: F1. */
export function pairF1(one: readonly string[], other: readonly string[]): number {
  const pairsOf = (all: readonly string[]) =>
    new Set(
      all.flatMap((family) => {
        const titles = family.split(': ')[1]?.split(' ') ?? [];
        return titles.flatMap((title, at) => titles.slice(at + 1).map((later) => `${title} ${later}`));
      }),
    );
  const [ones, others] = [pairsOf(one), pairsOf(other)];
  return (2 * [...ones].filter((pair) => others.has(pair)).length) / (ones.size + others.size);
}
