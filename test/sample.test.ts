// The sample world end to end, through the five phases, held against its gold: is what a new user sees right?
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { phaseNames } from '../lib/config/phases.js';
import { sampleFile } from '../lib/config.js';
import { bcubed } from './support/bcubed.js';
import { checkClaims } from './support/evidence.js';
import { makeTestWorld } from './support/in-test.js';
import { killSettings } from './support/kill.js';

interface Gold {
  title: string;
  publisher: string;
  lang: string;
  strategic: boolean;
  event: string | null;
}

const gold = readFileSync(join(dirname(sampleFile), 'gold.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Gold);
const world = await makeTestWorld({ settings: { sources: (killSettings() as { sources: object[] }).sources, ingest_every: '0s' } });
const { sql } = world;
for (const phase of phaseNames) {
  const ended = await world.here(phase, ['--batch', '100000', '--resume']);
  if (ended.code !== 0) throw new Error(`${phase} ended with ${ended.code}: ${ended.stderr}${JSON.stringify(ended.lines.at(-2))}`);
}

interface Row {
  title_id: string;
  title_display: string;
  publisher_name: string;
  status: string;
  lang: string;
  ef_id: string | null;
}
const titles = await sql<Row[]>`select title_id, title_display, publisher_name, status, lang, ef_id from titles order by title_id`;
const rowOf = new Map(titles.map((row) => [`${row.title_display}\n${row.publisher_name}`, row]));
const pairs = gold.map((entry) => ({ gold: entry, row: rowOf.get(`${entry.title}\n${entry.publisher}`) }));

test('every headline of the gold is stored once, and no other', () => {
  expect(pairs.filter(({ row }) => !row).map((pair) => pair.gold.title)).toEqual([]);
  expect(titles).toHaveLength(gold.length);
});

describe('the gate', () => {
  const f1 = (some: typeof pairs) => {
    const kept = some.filter(({ row }) => row?.status === 'gate_keep');
    const right = kept.filter((pair) => pair.gold.strategic).length;
    const precision = right / kept.length;
    const recall = right / some.filter((pair) => pair.gold.strategic).length;
    return (2 * precision * recall) / (precision + recall);
  };

  test('decides every title, with F1 of at least 0.95', () => {
    expect(titles.filter((row) => row.status === 'pending')).toEqual([]);
    expect(f1(pairs)).toBeGreaterThanOrEqual(0.95);
  });

  test.each(['en', 'de', 'fr', 'ru'])('is as good in %s, within what few titles allow', (lang) => {
    expect(f1(pairs.filter((pair) => pair.gold.lang === lang))).toBeGreaterThanOrEqual(0.9);
  });
});

describe('the families', () => {
  test('hold every kept title, each in exactly one, and count it', async () => {
    expect(titles.filter((row) => row.status === 'gate_keep' && row.ef_id === null)).toEqual([]);
    const wrong = await sql`
      select e.ef_id, e.title_count, count(t.title_id)::int as titles
      from event_families e left join titles t using (ef_id) where e.status in ('seed', 'active') group by e.ef_id having e.title_count <> count(t.title_id)`;
    expect(wrong).toEqual([]);
  });

  test('match the events of the gold with BCubed F1 of at least 0.85', () => {
    const grouped = pairs.flatMap((pair) => (pair.gold.event ? [{ gold: pair.gold.event, group: pair.row?.ef_id ?? null }] : []));
    expect(bcubed(grouped).f1).toBeGreaterThanOrEqual(0.85);
  });

  test('are all enriched and narrated', async () => {
    const left = await sql`
      select ef_id, status from event_families e
      where status = 'seed' or status = 'active' and (context is null or acts is null or importance is null or canonical_actors is null
        or not exists (select from framed_narratives n where n.ef_id = e.ef_id))`;
    expect(left).toEqual([]);
  });
});

describe('the brief stands on the headlines', () => {
  const textOf = new Map(titles.map((row) => [row.title_id, row.title_display]));
  const members = (efId: string) =>
    titles.filter((row) => row.ef_id === efId).map((row) => ({ id: row.title_id, text: row.title_display }));

  test('no stored sentence has a number or a cited id that its titles do not hold', async () => {
    const names = (await sql<{ name: string }[]>`select name from actors`).map((row) => row.name);
    const publishers = [...new Set(titles.map((row) => row.publisher_name))];
    const families = await sql`select * from event_families where status = 'active'`;
    const narratives = await sql`select n.* from framed_narratives n join event_families using (ef_id) where status = 'active'`;
    const problems = [
      ...families.flatMap((family) => {
        const sources = members(family['ef_id']);
        const timeline = family['timeline'] as { fact: string; cites: string[] }[];
        const facts = timeline.map((entry, index) => ({ field: `timeline.${index}`, text: entry.fact, cites: entry.cites.map(String) }));
        return checkNumbers([{ field: 'title', text: family['title'] }, ...facts], sources, [...names, ...publishers]);
      }),
      ...narratives.flatMap((narrative) => {
        const evidence = narrative['evidence'] as { title_id: string; quote: string }[];
        const quotes = evidence.map(({ title_id, quote }) => ({ id: String(title_id), text: quote }));
        return checkClaims([{ field: 'evidence', text: '', quotes }], members(narrative['ef_id']));
      }),
    ];
    expect(problems).toEqual([]);
    expect(families.length).toBeGreaterThan(20);
    expect(narratives.length).toBeGreaterThanOrEqual(families.length);
  });

  function checkNumbers(
    claims: { field: string; text: string; cites?: string[] }[],
    sources: { id: string; text: string }[],
    known: string[],
  ) {
    return claims.flatMap((claim) => checkClaims([claim], sources, known));
  }

  test('the four largest events are told in more than one frame, by outlets that differ', async () => {
    const largest = await sql`
      select e.ef_id, count(n.*)::int as frames, count(distinct n.outlets)::int as casts
      from event_families e join framed_narratives n using (ef_id) group by e.ef_id, e.title_count order by e.title_count desc, frames desc limit 4`;
    for (const family of largest) {
      expect(family['frames']).toBeGreaterThan(1);
      expect(family['casts']).toBe(family['frames']);
    }
    expect(textOf.size).toBe(titles.length);
  });
});

test('a second round finds nothing new and makes no duplicate', async () => {
  const count = () => sql`
    select (select count(*) from titles)::int as titles, (select count(*) from event_families)::int as families,
           (select count(*) from framed_narratives)::int as narratives`;
  const before = await count();
  for (const phase of phaseNames) {
    const ended = await world.here(phase, ['--resume']);
    expect(ended).toMatchObject({ code: 0, finished: { made: 0, failed: 0 } });
  }
  expect(await count()).toEqual(before);
});
