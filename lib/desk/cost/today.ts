// What days have cost, and today against the limits, as numbers and as bars.
import type { Sql } from 'postgres';
import { phaseNames } from '../../config/phases.js';
import type { Config } from '../../config.js';
import { dollars } from '../../spending/dollars.js';
import type { Screen } from '../screen.js';
import { table } from '../table.js';

/** A day of spending; dollars. */
export interface SpendingDay {
  day: string;
  /** With what is set aside. */
  usd: number;
  reservedUsd: number;
  byPhase: Record<string, number>;
}

export interface Today extends SpendingDay {
  limitUsd: number;
  /** Those that spent something today or have a limit of their own. */
  phases: { phase: string; usd: number; limitUsd: number | null }[];
  endsAt: Date;
}

/** Days on which something was spent, the newest first, and which day it is. */
interface Days {
  today: string;
  endsAt: Date;
  days: SpendingDay[];
}

/** The last `count` days. */
export async function readSpendingDays(sql: Sql, timeZone: string, count: number): Promise<Days> {
  const [row] = await sql<[Days]>`
    select today.day::text as today, (today.day + 1)::timestamp at time zone ${timeZone} as "endsAt", coalesce(jsonb_agg(jsonb_build_object(
      'day', s.day::text, 'usd', s.usd, 'reservedUsd', s.reserved, 'byPhase', s.by_phase) order by s.day desc) filter (where s.day is not null), '[]') as days
    from (select (now() at time zone ${timeZone})::date as day) today
    left join spending s on s.day > today.day - ${count}::integer and s.day <= today.day
    group by today.day`;
  return row;
}

/** Zeros where nothing was spent today. */
export function todayOf({ today, endsAt, days }: Days, { phases, models }: Pick<Config, 'phases' | 'models'>): Today {
  const day = days.find((known) => known.day === today) ?? { day: today, usd: 0, reservedUsd: 0, byPhase: {} };
  // What was asked by hand is no phase's.
  const others = Object.keys(day.byPhase).flatMap((name) => (phaseNames.some((phase) => phase === name) ? [] : [[name, null] as const]));
  return {
    ...day,
    limitUsd: models.dailyCostLimitUsd,
    phases: [...phaseNames.map((phase) => [phase, phases[phase].dailyCostLimitUsd ?? null] as const), ...others]
      .map(([phase, limit]) => ({ phase, usd: day.byPhase[phase] ?? 0, limitUsd: limit }))
      .filter(({ usd, limitUsd }) => usd > 0 || limitUsd !== null),
    endsAt,
  };
}

const barWidth = 20;
/** From this share on a limit is nearly used up. */
const nearly = 0.8;

/** A line a limit: what is used of it, with a bar. */
export function limitLines({ usd, limitUsd, phases }: Today, surface: Pick<Screen, 'columns' | 'colors'>): string {
  const lines = [{ phase: 'all phases', usd, limitUsd }, ...phases];
  return table(
    [
      { title: 'today' },
      { title: 'spent', align: 'right' },
      { title: 'limit', align: 'right' },
      {
        title: '',
        paint: (cell, text, colors) =>
          share(text) >= 1 ? colors.red(cell) : share(text) >= nearly ? colors.yellow(cell) : colors.green(cell),
      },
    ],
    lines.map((line) => [
      line.phase,
      dollars(line.usd),
      line.limitUsd === null ? 'that of all' : dollars(line.limitUsd),
      bar(line.usd, line.limitUsd),
    ]),
    surface,
  );
}

/** `####----------------  20 %`; empty where there is no limit to be a share of. */
export function bar(usd: number, limitUsd: number | null): string {
  if (limitUsd === null) return '';
  const used = limitUsd > 0 ? usd / limitUsd : 1;
  // A bar that looks full is full: rounded down, and at least one mark where anything was spent.
  const full = Math.min(barWidth, Math.max(usd > 0 ? 1 : 0, Math.floor(used * barWidth)));
  return `${'█'.repeat(full)}${'░'.repeat(barWidth - full)} ${Math.floor(used * 100)} %`;
}

function share(text: string): number {
  return Number.parseInt(text.replace(/^\D+/, '') || '0', 10) / 100;
}
