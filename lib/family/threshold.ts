// Which families are worth a phase's work, as `phases.enrich.only` and `phases.narrate.only` in sni.yaml say. One that does not reach it waits.
import type { Fragment, Sql } from 'postgres';

interface Threshold {
  minTitles?: number | undefined;
  tier?: number | undefined;
  importance?: number | undefined;
}

/** A condition over a row of `event_families`; true for all where there is no threshold. What was never enriched has no importance yet, and is not held up by it. */
export function reaches(sql: Sql, { minTitles, tier, importance }: Threshold = {}): Fragment {
  return sql`(
    title_count >= ${minTitles ?? 0} and (${tier ?? null}::integer is null or strategic_tier <= ${tier ?? null}::integer)
    and coalesce(importance >= ${importance ?? 0}, true))`;
}

/** `min_titles 2, tier 2`, as the settings write it. */
export function inSettings({ minTitles, tier, importance }: Threshold): string {
  return [
    ...(minTitles === undefined ? [] : [`min_titles ${minTitles}`]),
    ...(tier === undefined ? [] : [`tier ${tier}`]),
    ...(importance === undefined ? [] : [`importance ${importance}`]),
  ].join(', ');
}
