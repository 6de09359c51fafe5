// What positions and wordings stand on: where there are none, it says why.
import type { Fragment, Sql } from 'postgres';
import { toldIn } from './positions.js';
import { wordedIn } from './wordings.js';

export interface ComparedGround {
  /** Families of the time with acts, and in how many of them at most one outlet tells the same act. */
  families: number;
  most: number;
  /** Headlines with a word that takes a side, and in how many families at most one outlet uses the same word of the same doer. */
  worded: number;
  mostWorded: number;
}

interface Asked {
  since: Date;
  until: Date;
}

/** Of one outlet, as it is stored, or of all. */
export async function readGround(sql: Sql, { outlet = '', ...asked }: Asked & { outlet?: string | undefined }): Promise<ComparedGround> {
  const [ground] = await sql<
    ComparedGround[]
  >`select families, most, worded, "mostWorded" from (${groundsOf(sql, asked)}) g where g.outlet = ${outlet}`;
  return ground ?? { families: 0, most: 0, worded: 0, mostWorded: 0 };
}

/** A row of all, '' as the outlet, and one of each outlet that tells an act or uses a word. */
export function groundsOf(sql: Sql, asked: Asked): Fragment {
  return sql`
    with ${toldIn(sql, asked)}, ${wordedIn(sql, asked)},
    acted as (
      select teller as outlet, count(*) as n from told where not speaks group by teller, source, action, target
    ),
    used as (
      select outlet, count(distinct ef_id) as n from worded group by outlet, lang, doer, word
    ),
    grounds as (
      select coalesce(teller, '') as outlet, count(distinct ef_id) as families, 0 as most, 0 as worded, 0 as most_worded
      from told where not speaks group by grouping sets ((), (teller))
      union all select coalesce(outlet, ''), 0, max(n), 0, 0 from acted group by grouping sets ((), (outlet))
      union all select coalesce(outlet, ''), 0, 0, count(distinct title_id), 0 from worded group by grouping sets ((), (outlet))
      union all select coalesce(outlet, ''), 0, 0, 0, max(n) from used group by grouping sets ((), (outlet))
    )
    select outlet, coalesce(sum(families), 0)::int as families, coalesce(max(most), 0)::int as most, coalesce(sum(worded), 0)::int as worded,
      coalesce(max(most_worded), 0)::int as "mostWorded"
    from grounds group by outlet`;
}
