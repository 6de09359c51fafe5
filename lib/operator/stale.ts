// What is done by another version than the newest run's: how much, what made it, and in which words that differs from what would make it now.
import type { Sql } from 'postgres';
import type { PhaseName } from '../config/phases.js';

interface Made {
  /** Null: nobody knows what made it. */
  version: string | null;
  items: number;
  firstAt: Date | null;
  /** Makers of it that are not those of now, and the other way round; both empty where its makers were not written down. */
  before: string[];
  instead: string[];
}

export interface Stale {
  phase: PhaseName;
  done: number;
  stale: number;
  /** Of the newest run; null before the first. */
  version: string | null;
  makers: string[];
  /** The most items first. */
  made: Made[];
}

/** In the order of the phases; `only` one of them where named. */
export async function readStale(sql: Sql, only: string | null): Promise<Stale[]> {
  const rows = await sql<
    (Omit<Made, 'before' | 'instead'> & {
      phase: PhaseName;
      current: string | null;
      makers: unknown;
      currentMakers: unknown;
      position: number;
    })[]
  >`
    with groups as (
      select phase, version, sum(items)::float8 as items
      from work_counts
      where state = 'done' and (${only}::text is null or phase = ${only})
      group by phase, version
      having sum(items) <> 0
    )
    select p.name as phase, p.version as current, now.makers as "currentMakers", g.version, coalesce(g.items, 0) as items,
      v.first_at as "firstAt", v.makers, p.position
    from phases p
    left join groups g on g.phase = p.name
    left join versions v on v.phase = g.phase and v.version = g.version
    left join versions now on now.phase = p.name and now.version = p.version
    where ${only}::text is null or p.name = ${only}
    order by p.position, g.items desc, g.version`;
  const phases = new Map<PhaseName, Stale>();
  for (const { phase, current, makers, currentMakers, version, items, firstAt } of rows) {
    const now = texts(currentMakers);
    const of: Stale = phases.get(phase) ?? { phase, done: 0, stale: 0, version: current, makers: now, made: [] };
    phases.set(phase, of);
    of.done += items;
    if (items === 0 || version === current) continue;
    of.stale += items;
    const then = texts(makers);
    const known = then.length > 0 && now.length > 0;
    of.made.push({
      version,
      items,
      firstAt,
      before: known ? then.filter((maker) => !now.includes(maker)) : [],
      instead: known ? now.filter((maker) => !then.includes(maker)) : [],
    });
  }
  return [...phases.values()];
}

/** A column that somebody edited may hold anything. */
function texts(makers: unknown): string[] {
  return Array.isArray(makers) ? makers.map(String) : [];
}
