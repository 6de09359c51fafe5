// `sni import` of lines that cannot be stored as they stand, and of publishers that are given.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Answer, sni } from '../../../lib/desk/fixture.js';
import { makeTestWorld } from '../../../support/in-test.js';
import type { World } from '../../../support/world.js';

let world: World;
let ask: (...args: string[]) => Promise<Answer>;
const file = (name: string, text: string): string => {
  writeFileSync(join(world.folder, name), text);
  return join(world.folder, name);
};

beforeAll(async () => {
  const sources = [{ feed: 'https://www.bbc.example/rss', publisher: 'BBC', domain: 'bbc.example', lang: 'en' }];
  world = await makeTestWorld({ settings: { sources } });
  ask = (...args) => sni(['--config', world.settings, ...args], { SNI_HOME: world.home });
});
beforeEach(() => world.sql`truncate feeds, titles cascade`);

describe('what a file says is stored as it says it, or named with its line', () => {
  const count = () => world.sql`select title_original, publisher_name, published_at_from from titles order by title_original`;

  test.each([
    ['{"title": 42}', 'its title is a number: “42”'],
    ['{"title": "1,234.5 %"}', 'its title is a number: “1,234.5 %”'],
    ['{"title": ["Talks"]}', 'its title is no text: “["Talks"]”'],
    ['{"title": "Talks open", "published_at": "yesterday"}', 'its date is none: “yesterday”'],
    ['{"title": "Talks open", "date": "2999-01-01"}', 'its date lies ahead: “2999-01-01”'],
    ['{"title": "Talks open", "date": "1971-01-01"}', 'its date is before the web: “1971-01-01”'],
    ['{"title": "Talks open", "link": "see page 4"}', 'its link is no http(s) address: “see page 4”'],
    ['{"title": "Talks open", "url": "javascript:alert(1)"}', 'its link is no http(s) address: “javascript:alert(1)”'],
    ['{"title": "Talks open", "publisher": {"name": "A"}}', 'its publisher is no text: “{"name":"A"}”'],
    ['{"title": "Talks open", "domain": "no domain"}', 'its domain is none: “no domain”'],
    ['{"title": "Talks open", "lang": "German, mostly"}', 'its lang is no code such as de: “German, mostly”'],
    [`{"title": "${'long '.repeat(120)}"}`, 'its title has 599 characters; 500 is the most'],
  ])('%s', async (line, reason) => {
    const path = file('bad.jsonl', `\n${line}\n{"title": "A good line"}\n`);
    expect((await ask('import', path)).stdout).toBe(`${path}: 1 title stored, 0 already there, 1 dropped.\n  ${path}:2: ${reason}\n`);
    expect(await count()).toMatchObject([{ title_original: 'A good line' }]);
  });

  test('a table has texts only, and is looked at alike', async () => {
    const path = file(
      'bad.csv',
      'title,date,link\n1984,,\nTalks open,last week,\nTalks shut,2026-03-10,nowhere\nTalks on,2026-03-10,https://a.example/1\n',
    );
    expect((await ask('import', path)).stdout).toContain(
      `1 title stored, 0 already there, 3 dropped.\n  ${path}:2: its title is a number: “1984”\n  ${path}:3: its date is none: “last week”\n  ${path}:4: its link is no`,
    );
    expect(await count()).toMatchObject([{ title_original: 'Talks on', published_at_from: 'item' }]);
  });

  test('a publisher that is given stays so, also where sni.yaml calls the house otherwise; else the domain decides', async () => {
    const lines = [
      { title: 'Given by name', publisher: 'BBC News Online', link: 'https://www.bbc.example/1' },
      { title: 'Given with domain', publisher: 'The Beeb', domain: 'bbc.example' },
      { title: 'Told by its link', link: 'https://news.bbc.example/2' },
    ];
    await ask('import', file('houses.jsonl', lines.map((one) => JSON.stringify(one)).join('\n')));
    expect((await count()).map(({ publisher_name }) => publisher_name)).toEqual(['BBC News Online', 'The Beeb', 'BBC']);
  });
});
