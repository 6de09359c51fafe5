// Families with their titles, written as phases write them: titles first, then the families that count them.
import type { Sql } from 'postgres';

/** A title: text, outlet, language, time. */
export type GivenTitle = readonly [title: string, outlet: string, lang: string, at: string];

export interface Given {
  title: string;
  theater: string;
  type: string;
  tier: number;
  importance: number | null;
  actors: string[];
  titles: GivenTitle[];
}

const countries: Record<string, string> = { zh: 'CN', en: 'GB', es: 'ES', de: 'DE', ru: 'RU' };

/** Ids count on from those that are there; an outlet is a feed of its language, a Chinese one of the state. */
export async function story(sql: Sql, families: readonly Given[]): Promise<void> {
  for (const { title, theater, type, tier, importance, actors, titles } of families) {
    const times = titles.map(([, , , at]) => at).sort();
    const [family] = await sql<{ id: string }[]>`
      insert into event_families (ef_key, status, title, summary, theater, event_type, key_actors, mechanisms, strategic_tier, first_at, last_at,
        timeline, title_count, title_set, described_by, importance)
      values (${title}, 'seed', ${title.slice(0, 120)}, '', ${theater}, ${type}, ${actors}, '{}', ${tier}, ${times[0] ?? ''}, ${times.at(-1) ?? ''}, '[]',
        ${titles.length}, 'first', '{"engine": "offline", "model": "rules"}', ${importance})
      returning ef_id::text as id`;
    for (const [text, outlet, lang, at] of titles) {
      const [feed] = await sql<{ id: string }[]>`
        insert into feeds (url, publisher_name, lang, country, owner)
        values (${`https://${outlet}/feed`}, ${outlet}, ${lang}, ${countries[lang] ?? null}, ${lang === 'zh' ? 'state' : null})
        on conflict (url) do update set lang = excluded.lang returning feed_id::text as id`;
      await sql`
        insert into titles (feed_id, title_hash, title_original, title_display, title_norm, publisher_name, lang, published_at,
          published_at_from, raw, status, strategic_tier, gated_at, ef_id)
        values (${feed?.id ?? ''}, ${`${text} ${outlet} ${at}`}, ${text}, ${text}, ${text.toLowerCase()}, ${outlet}, ${lang}, ${at}, 'item', '{}', 'gate_keep',
          ${tier}, now(), ${family?.id ?? ''})`;
    }
    await sql`update event_families set title_set = 'whole', status = 'active' where ef_id = ${family?.id ?? ''}`;
  }
}
