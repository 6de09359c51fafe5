// Which titles stand for a large family: at most 80, one of every outlet before the second of any, so that an outlet that says a thing
// twenty times does not drown the others.
import type { Fragment, Sql } from 'postgres';

/** The sampled rows of `titles`, to stand in `from (...)` of a lateral join to `event_families ef`; in no order of their own. */
export function fairSample(sql: Sql): Fragment {
  return sql`
    select ranked.*, row_number() over (partition by publisher_name order by published_at, title_id) as place
    from titles ranked
    where ranked.ef_id = ef.ef_id
    order by place, published_at, title_id
    limit 80`;
}
