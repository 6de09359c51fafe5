// Acts as rows for who works with coded events: columns named as those of GDELT's event table where they mean the same, with CAMEO's root
// code; what GDELT estimates (Goldstein scale, tone, places) is not guessed.
import type { Sql } from 'postgres';
import { cameoRootOf } from '../../reading/actions.js';

export interface ExportedAct {
  /** The family and the place of the act in it: the same for as long as the family's acts are. */
  GlobalEventID: string;
  /** Day of the family's first headline, UTC: 20261129. */
  SQLDATE: string;
  Actor1Code: string | null;
  Actor1Name: string | null;
  Actor1Type: string | null;
  Actor2Code: string | null;
  Actor2Name: string | null;
  Actor2Type: string | null;
  /** The act that most headlines of its family tell. */
  IsRootEvent: 0 | 1;
  EventRootCode: string;
  Action: string;
  /** done, claimed, threatened, planned, denied or demanded. */
  Mode: string;
  SaidBy: string | null;
  /** Headlines and outlets that tell it. */
  NumMentions: number;
  NumSources: number;
  Sources: string[];
  OnlyStateMediaOf: string | null;
  Theater: string;
  EventType: string;
  Family: number;
  FamilyTitle: string;
  DATEADDED: Date | null;
  /** Of the first headline that tells it. */
  SOURCEURL: string | null;
}

type Row = Omit<ExportedAct, 'GlobalEventID' | 'IsRootEvent' | 'EventRootCode'> & { place: number };

/** Of the families of these ids, the last founded first, each family's in its own order. */
export async function readExportedActs(sql: Sql, ids: readonly string[]): Promise<ExportedAct[]> {
  const rows = await sql<Row[]>`
    select a.place::int as place, to_char(e.first_at at time zone 'UTC', 'YYYYMMDD') as "SQLDATE",
      a.act ->> 'source' as "Actor1Code", s.name as "Actor1Name", s.kind as "Actor1Type",
      a.act ->> 'target' as "Actor2Code", t.name as "Actor2Name", t.kind as "Actor2Type",
      coalesce(a.act ->> 'action', '') as "Action", coalesce(a.act ->> 'mode', '') as "Mode", a.act ->> 'saidBy' as "SaidBy",
      jsonb_array_length(coalesce(a.act -> 'cites', '[]')) as "NumMentions", jsonb_array_length(coalesce(a.act -> 'outlets', '[]')) as "NumSources",
      array(select jsonb_array_elements_text(coalesce(a.act -> 'outlets', '[]'))) as "Sources", a.act ->> 'onlyStateMediaOf' as "OnlyStateMediaOf",
      e.theater as "Theater", e.event_type as "EventType", e.ef_id::float8 as "Family", e.title as "FamilyTitle", e.enriched_at as "DATEADDED",
      (select f.url from titles f
       where f.ef_id = e.ef_id and f.title_id::text in (select jsonb_array_elements_text(coalesce(a.act -> 'cites', '[]')))
       order by f.published_at, f.title_id limit 1) as "SOURCEURL"
    from event_families e
    cross join lateral jsonb_array_elements(coalesce(e.acts, '[]')) with ordinality a (act, place)
    left join actors s on s.actor_id = a.act ->> 'source'
    left join actors t on t.actor_id = a.act ->> 'target'
    where e.ef_id = any(${ids}::bigint[])
    order by e.ef_id desc, a.place`;
  return rows.map(({ place, SQLDATE, Action, ...row }) => {
    const { Actor1Code, Actor1Name, Actor1Type, Actor2Code, Actor2Name, Actor2Type, ...rest } = row;
    return {
      ...{ GlobalEventID: `${row.Family}.${place}`, SQLDATE },
      ...{ Actor1Code, Actor1Name, Actor1Type, Actor2Code, Actor2Name, Actor2Type },
      ...{ IsRootEvent: place === 1 ? 1 : 0, EventRootCode: cameoRootOf(Action), Action },
      ...rest,
    };
  });
}
