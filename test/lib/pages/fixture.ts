// A store in which everything that comes from outside tries to act: names of outlets, headlines, links, words of models. Two families of one
// happening, told by three outlets, with acts, figures, a dispute, narratives, a log of how they came together, and a reading of each headline.
import type { Sql } from 'postgres';

/** Each of these may stand in a headline, a name or a model's answer. */
export const attacks = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '[click](javascript:alert(1)) **bold** `code`',
  'data:text/html,<script>alert(1)</script>',
  '\u001b[2J\u001b]0;owned\u0007 red\u009b31m',
  '\u202eesrever\u2066 \u200f',
  "';drop table titles;--",
  '=HYPERLINK("http://evil.example")',
  '#{7*7} {{7*7}}',
  'x'.repeat(500),
];
export const evil = attacks.slice(0, -1).join(' ');
export const longWord = 'x'.repeat(500);
/** The name of an outlet that would leave an attribute, a path and a query. */
export const evilOutlet = 'Evil "Post" <b>/../?a=b#c&d %41';

const links = ['javascript:alert(1)', 'data:text/html,<script>alert(1)</script>', 'https://harbour.example/1?a=<b>&c="d"'];

export async function furnishPages(sql: Sql): Promise<void> {
  await sql`
    insert into feeds (url, publisher_name, lang, country, owner)
    values ('https://reader:hunter2@harbour.example/feed?token=t0ken-of-ours', 'Harbour Post', 'en', 'GB', 'private'), ('feeds/b.xml', 'Novy Bereg', 'ru', 'RU', 'state'), ('feeds/c.xml', ${evilOutlet}, 'ar', null, null)`;
  await sql`insert into actors (actor_id, name, kind) values ('RU', 'Russia', 'state'), ('UA', 'Ukraine', 'state'), ('@evil', ${evil}, 'state')`;
  await sql`
    insert into event_families (ef_key, status, title, summary, theater, event_type, key_actors, mechanisms, strategic_tier, first_at, last_at, timeline,
      title_count, title_set, described_by, continues, merged_into)
    select key, status, title, ${evil}, 'UKRAINE', 'Strategy/Tactics', '{RU,UA,@evil}', '{strike}', 1, '2026-03-10T01:00:00Z', '2026-03-10T04:00:00Z',
      ${sql.json([{ at: '2026-03-10T01:00:00Z', fact: evil, cites: ['1'] }])}, titles, 'set', '{"engine": "offline", "model": "rules"}', continues, went
    from (values
      ('earlier', 'active', 'Drones over the port', 2, null::bigint, null::bigint), ('main', 'active', 'A port is hit', 4, 1, null),
      ('merged', 'merged', 'The same port', 0, null, 2)
    ) v (key, status, title, titles, continues, went)`;
  const act = { source: 'RU', action: 'attack', target: 'UA', mode: 'done', saidBy: null };
  await sql`
    update event_families
    set importance = 70, importance_why = ${sql.json([{ what: evil, points: 70 }])}, context = ${evil}, why_strategic = 'Grain routes are at stake.', tags = ${[evil]},
      canonical_actors = ${sql.json([{ actor: '@evil', role: 'initiator', basis: 'one outlet' }])}, comparables = ${sql.json([{ ef_id: '1', title: evil }])},
      acts = ${sql.json([
        { ...act, outlets: ['Harbour Post', 'Novy Bereg'], cites: ['1', '3'], basis: 'said by 2 outlets', onlyStateMediaOf: null },
        { ...act, mode: 'claimed', saidBy: '@evil', outlets: ['Novy Bereg'], cites: ['3'], basis: 'one outlet', onlyStateMediaOf: 'RU' },
      ])},
      figures = ${sql.json([
        {
          ...{ what: 'killed', unit: 'people', basis: 'said by 2 outlets' },
          course: [
            { value: 1400, qualifier: 'at_least', at: '2026-03-10T03:00:00Z', outlets: ['Novy Bereg'], cites: ['3'] },
            { value: 3, upper: 5, qualifier: 'range', at: '2026-03-10T01:00:00Z', outlets: ['Harbour Post'], cites: ['1'] },
          ],
        },
      ])},
      disputed = ${sql.json([{ question: evil, answers: [{ answer: evil, outlets: [evilOutlet], cites: ['2'] }] }])},
      omissions = ${sql.json([{ told: evil, outlets: ['Harbour Post'], missing: [evilOutlet] }])}
    where ef_key = 'main'`;
  await furnishTitles(sql);
  await sql`
    insert into framed_narratives (ef_id, position, title, thesis, statements, framing, lexicon, outlets, prevalence, evidence, title_set, made_by, why_different)
    values (2, 1, ${evil}, ${evil}, ${sql.json([{ text: evil, cites: ['1', '99'] }])}, '{}', '{}', ${['Harbour Post', evilOutlet]}, 0.5,
      ${sql.json([{ title_id: '1', quote: 'pounds' }])}, 'set', '{"engine": "ollama", "model": "m"}', ${evil})`;
  await sql`
    insert into family_log (act, ef_id, other_ef_id, title_ids, why, by_whom)
    values ('place', 2, null, '{1,2}', ${sql.json(ways)}, 'generate'), ('merge', 2, 3, '{3,4}', ${sql.json({ said: evil })}, ${evil})`;
  const quiet = { ef: '2', title: evil, wordings: [], acts: [], figures: [], disputed: [] };
  const course = [{ value: 1, qualifier: evil, at: '2026-03-10T01:00:00Z', outlets: [evilOutlet] }];
  const loud = {
    ...{ ...quiet, wordings: [{ word: evil, outlets: [evilOutlet] }], acts: [{ text: evil, outlets: [evilOutlet] }] },
    ...{ figures: [{ what: evil, unit: longWord, course }], disputed: [{ question: evil }] },
  };
  for (const [until, story] of [
    ['2026-03-11T00:00:00Z', quiet],
    ['2026-03-12T00:00:00Z', loud],
  ] as const)
    await sql`
      insert into editions (since, until, edition)
      values ('2026-03-10', ${until}, ${sql.json({ since: '2026-03-10T00:00:00Z', until, theater: null, stories: [story] })})`;
  await sql`insert into watches (name, filter) values ('Port', '{"search": "port"}'), (${evil.slice(0, 60)}, ${sql.json({ search: evil })})`;
  await sql`select index_for_search(null)`;
}

const ways = {
  madeBy: 'abc',
  steps: [
    { act: 'found', title: '1' },
    { act: 'join', title: '2', model: 'join', score: 0.9, asked: 0.5, spoke: [['actor', 2.5]], shared: [evil], through: ['2', '1'] },
  ],
};

async function furnishTitles(sql: Sql): Promise<void> {
  const act = { source: 'RU', action: 'attack', target: 'UA', start: 7, end: 13 };
  const reading = {
    ...{ version: 'abc', acts: [act], theater: 'UKRAINE', eventType: 'Strategy/Tactics' },
    wording: { agentNamed: true, actWord: 'pounds', loaded: ['brutal'], quotedLoaded: [evil], hedged: true },
  };
  const gate = {
    vocabulary: 'abc',
    actors: [{ id: 'RU', term: evil, start: 0, end: 6 }],
    arithmetic: [{ what: evil, points: 3 }],
    because: evil,
  };
  await sql`
    insert into titles (feed_id, title_hash, title_original, title_display, title_norm, publisher_name, lang, description, published_at, published_at_from, raw,
      status, strategic_tier, gate_score, gate, reading, gated_at, ef_id, url, actors)
    select feed, 'hash ' || place, title, title, title, publisher, lang, ${evil}, '2026-03-10T00:00:00Z'::timestamptz + place * interval '1 hour', 'item', '{}',
      'gate_keep', 1, 5.5, ${sql.json(gate)}, ${sql.json(reading)}, now(), family, url, '{RU,UA}'
    from (values
      (1, 1, 'Russia pounds port in brutal night', 'Harbour Post', 'en', 2::bigint, ${links[2] ?? ''}),
      (2, 3, ${evil}, ${evilOutlet}, 'ar', 2, ${links[0] ?? ''}),
      (3, 2, ${longWord}, 'Novy Bereg', 'ru', 2, ${links[1] ?? ''}),
      (4, 1, 'قصف روسي على ميناء أوديسا', 'Harbour Post', 'ar', 2, null),
      (5, 1, 'Drones over the port', 'Harbour Post', 'en', 1, 'https://user:secret@harbour.example/x'), (6, 2, 'Drohnen über dem Hafen', 'Novy Bereg', 'de', 1, null)
    ) v (place, feed, title, publisher, lang, family, url)
    order by place`;
}
