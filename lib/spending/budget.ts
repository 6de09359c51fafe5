// The money of paid calls, in one budget for all processes. What a call may cost at most is set aside in `spending` before it is made,
// and corrected to what it did cost. Each step is one statement, so no number of processes together passes a limit.
import type { Sql } from 'postgres';
import { dollars } from './dollars.js';

export { costUsd, worstCaseUsd } from './call-cost.js';

/** What is set aside for one call. */
export interface Reservation {
  /** Within this process. */
  id: number;
  /** The day it is counted on, `2026-11-22` in the operator's time zone: also when the call ends after midnight. */
  day: string;
  usd: number;
}

export interface Refusal {
  /** A sentence: what is used up, of what limit, when it begins anew, which setting it is. */
  refused: string;
  untilMidnight: Date;
  /** There would be room if the calls of this process under way cost nothing: worth asking again when one of them has ended. */
  roomOnceSettled: boolean;
}

export interface SpendingLimits {
  phase: string;
  timeZone: string;
  /** For all phases together. */
  dailyLimitUsd: number;
  /** For this one; undefined: no more than all together. */
  phaseLimitUsd?: number | undefined;
}

export interface Budget {
  /** Sets `usd` aside where every limit holds, or says why not. Rejects when the database does not answer: then nothing may be asked. */
  reserve: (usd: number) => Promise<Reservation | Refusal>;
  /**
   * Corrects what was set aside to what the call did cost: 0 where it was never put. Once for each reservation, and never again after it
   * failed, for it may have arrived: what is not settled stays counted.
   */
  settle: (reservation: Reservation, actualUsd: number) => Promise<void>;
}

/** The budget of one phase in this process. */
export function makeBudget(sql: Sql, limits: SpendingLimits): Budget {
  const underWay = new Map<number, Reservation>();
  let last = 0;
  const held = (reservation: Reservation): Reservation => {
    underWay.set(reservation.id, reservation);
    return reservation;
  };
  return {
    reserve: async (usd) => {
      const amount = inMillionths(usd);
      for (;;) {
        const day = await setAside(sql, limits, amount);
        if (day !== null) return held({ id: ++last, day, usd: amount });
        const today = await readToday(sql, limits, amount);
        // Between the two a call may have ended and made room.
        if (!today.fits || !today.fitsPhase) return refusalOf(today, limits, amount, underWay.values());
      }
    },
    settle: async (reservation, actualUsd) => {
      const actual = inMillionths(actualUsd);
      if (!underWay.delete(reservation.id)) throw new Error(`Reservation ${reservation.id} of ${reservation.day} is settled already.`);
      await correct(sql, limits.phase, reservation, actual);
    },
  };
}

/** As the table counts, and never less than it is: rounded up, but not for what floating point adds at its end. */
function inMillionths(usd: number): number {
  if (!(usd >= 0 && usd < 1e7)) throw new RangeError(`${usd} is no amount of US dollars that a call may cost.`);
  return Math.ceil(Math.round(usd * 1e9) / 1e3) / 1e6;
}

/** Adds the amount to today where both limits hold; the day it was added to, or null. The row's own lock puts all processes in line. */
async function setAside(sql: Sql, { phase, timeZone, dailyLimitUsd, phaseLimitUsd = dailyLimitUsd }: SpendingLimits, usd: number) {
  const rows = await sql<{ day: string }[]>`
    insert into spending as s (day, usd, reserved, by_phase)
    select (now() at time zone ${timeZone})::date, asked.usd, asked.usd, jsonb_build_object(${phase}::text, asked.usd)
    from (select ${usd}::numeric as usd) asked
    where asked.usd <= ${dailyLimitUsd}::numeric and asked.usd <= ${phaseLimitUsd}::numeric and ${unhurried(sql)}
    on conflict (day) do update
    set usd = s.usd + excluded.usd,
        reserved = s.reserved + excluded.reserved,
        by_phase = s.by_phase || jsonb_build_object(${phase}::text, coalesce((s.by_phase ->> ${phase})::numeric, 0) + excluded.usd)
    where s.usd + excluded.usd <= ${dailyLimitUsd}::numeric
      and coalesce((s.by_phase ->> ${phase})::numeric, 0) + excluded.usd <= ${phaseLimitUsd}::numeric
    returning s.day::text as day`;
  return rows[0]?.day ?? null;
}

/** Counts the real cost on the day of the reservation; takes back no more than is set aside there, for an operator may have emptied it. */
async function correct(sql: Sql, phase: string, { day, usd }: Reservation, actualUsd: number): Promise<void> {
  await sql`
    insert into spending as s (day, usd, by_phase)
    select ${day}::date, ${actualUsd}::numeric, jsonb_build_object(${phase}::text, ${actualUsd}::numeric)
    where ${unhurried(sql)}
    on conflict (day) do update
    set usd = s.usd + excluded.usd - least(s.reserved, ${usd}::numeric),
        reserved = s.reserved - least(s.reserved, ${usd}::numeric),
        by_phase = s.by_phase || jsonb_build_object(${phase}::text,
          greatest(0, coalesce((s.by_phase ->> ${phase})::numeric, 0) + excluded.usd - least(s.reserved, ${usd}::numeric)))`;
}

/**
 * True, and the statement it stands in does not wait for the disk, which would take most of its time. Nothing is spent unseen for it: where
 * the server's own crash forgets what was set aside, settling still counts the whole cost; a forgotten settling leaves the worst case.
 */
function unhurried(sql: Sql) {
  return sql`set_config('synchronous_commit', 'off', true) = 'off'`;
}

/** How today stands, and whether the amount would fit now. */
interface Today {
  day: string;
  midnight: Date;
  totalUsd: number;
  phaseUsd: number;
  reservedUsd: number;
  fits: boolean;
  fitsPhase: boolean;
}

async function readToday(
  sql: Sql,
  { phase, timeZone, dailyLimitUsd, phaseLimitUsd = dailyLimitUsd }: SpendingLimits,
  usd: number,
): Promise<Today> {
  const rows = await sql<[Today]>`
    select today.day::text as day, (today.day + 1)::timestamp at time zone ${timeZone} as midnight, coalesce(s.usd, 0)::float8 as "totalUsd",
      of_phase.usd::float8 as "phaseUsd", coalesce(s.reserved, 0)::float8 as "reservedUsd",
      coalesce(s.usd, 0) + ${usd}::numeric <= ${dailyLimitUsd}::numeric as fits,
      of_phase.usd + ${usd}::numeric <= ${phaseLimitUsd}::numeric as "fitsPhase"
    from (select (now() at time zone ${timeZone})::date as day) today
    left join spending s using (day)
    cross join lateral (select coalesce((s.by_phase ->> ${phase})::numeric, 0) as usd) of_phase`;
  return rows[0];
}

/** What is said where `today` has no room. */
function refusalOf(today: Today, limits: SpendingLimits, usd: number, underWay: Iterable<Reservation>): Refusal {
  const { phase, timeZone, dailyLimitUsd, phaseLimitUsd = dailyLimitUsd } = limits;
  const [whose, setting, limit, used] = today.fits
    ? [phase, `phases.${phase}.daily_cost_limit`, phaseLimitUsd, today.phaseUsd]
    : ['all phases together', 'models.daily_cost_limit', dailyLimitUsd, today.totalUsd];
  let own = 0;
  for (const reservation of underWay) if (reservation.day === today.day) own += reservation.usd;
  const aside = today.reservedUsd > 0 ? ` (${dollars(today.reservedUsd)} of all phases’ money is set aside for calls not yet settled)` : '';
  const usedUp =
    `The daily cost limit of ${whose} has no room for a call that may cost ${dollars(usd)}: ${dollars(used)} of ${dollars(limit)} is ` +
    `used up${aside}. It begins anew at ${clock(today.midnight, timeZone)} (${timeZone}); ${setting} in sni.yaml sets it.`;
  const neverFits =
    `A call that may cost ${dollars(usd)} fits the daily cost limit of ${whose}, ${dollars(limit)}, on no day: raise ${setting} in ` +
    `sni.yaml, or lower max_tokens of its role there.`;
  return {
    refused: usd > limit ? neverFits : usedUp,
    untilMidnight: today.midnight,
    roomOnceSettled: today.totalUsd - own + usd <= dailyLimitUsd && today.phaseUsd - own + usd <= phaseLimitUsd,
  };
}

function clock(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at);
}
