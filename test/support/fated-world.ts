// A world in which the fated phase is run, with what a test asks of it afterwards.
import { bundled } from './bundled.js';
import { type Fate, fated, setFates } from './fated-phase.js';
import { makeTestWorld } from './in-test.js';
import { runChosenHere } from './run-here.js';
import { type Ended, startScript } from './world.js';

export const odd = { message: 'The flux is inverted.' } satisfies Fate;
export const killer = { message: 'The process is killed.', kills: true } satisfies Fate;
export const bug = { name: 'TypeError', message: 'x is not a function' } satisfies Fate;
export const times = (count: number, fate: Fate): Fate[] => Array<Fate>(count).fill(fate);
export const lineOf = (ended: Ended, event: string) => ended.lines.find((line) => line.event === event);

/** So many items are worked at once, one group at a time; an item has three tries, where `more` does not say otherwise. */
export async function makeFatedWorld(group: number, more: object = { max_inflight: 1, attempts: 3 }) {
  const { sql, home, settings } = await makeTestWorld({ settings: { phases: { enrich: { group, ...more } } } });
  const env = { SNI_HOME: home, SNI_CONFIG: settings };
  const start = () => startScript(bundled('fated-phase'), ['--resume'], env);
  /** The same within this process; no fate may kill it. */
  const here = (words: readonly string[] = []) => runChosenHere(() => fated, ['--resume', ...words], env);
  const mayKill = async () => {
    const killers = await sql`
      select from fates f where fate->>'kills' = 'true'
        and not exists (select from work w where w.phase = 'enrich' and w.item_id = f.item_id and w.state = 'failed') limit 1`;
    return killers.length > 0;
  };
  return {
    sql,
    setFates: (fates: readonly Fate[]) => setFates(sql, fates),
    start,
    run: () => start().ended,
    here,
    /** Runs it until nothing is ready, as a process as long as something may kill it; returns how many runs it took. Throws where `most` are not enough. */
    runToEnd: async (most: number): Promise<number> => {
      for (let runs = 1; runs <= most; runs++) {
        await ((await mayKill()) ? start().ended : here());
        const left = await sql`select from work where state in ('ready', 'leased') limit 1`;
        if (left.length === 0) return runs;
      }
      throw new Error(
        `Items are left after ${most} runs: ${JSON.stringify(await sql`select state, company, deaths, count(*) from work group by 1, 2, 3`)}`,
      );
    },
    /** State and tries of each item, in their order. */
    items: async () =>
      (await sql<{ text: string }[]>`select state || ' ' || attempts as text from work order by item_id`).map(({ text }) => text),
    actions: () => sql`select action, error_class as "errorClass", items from doctor_actions order by action`,
    /** Minutes until the phase goes on; null until it is resumed; undefined where it is not paused. */
    pauseMinutes: async (): Promise<number | null | undefined> => {
      const [row] = await sql<{ paused: boolean; minutes: number | null }[]>`
        select paused_at is not null as paused, extract(epoch from paused_until - now())::float8 / 60 as minutes
        from phases where name = 'enrich'`;
      return row?.paused ? row.minutes && Math.round(row.minutes) : undefined;
    },
    endPause: () => sql`update phases set paused_until = now() - interval '1 second' where name = 'enrich' and paused_at is not null`,
  };
}
