// The country and owner of a feed are those of its own outlet, and not of others whose headlines it gathers.
import { beforeAll, expect, test } from 'vitest';
import { readEdition } from '../../../lib/edition/read.js';
import { readFamilyView } from '../../../lib/pages/family/read.js';
import { readOutlet } from '../../../lib/pages/outlet/read.js';
import { findFamilies } from '../../../lib/search/families.js';
import { findOutlets } from '../../../lib/search/outlets.js';
import { findTitles } from '../../../lib/search/titles.js';
import { makeTestWorld } from '../../support/in-test.js';
import { story } from './fixture.js';

const world = await makeTestWorld();
const { sql } = world;

beforeAll(async () => {
  await story(sql, [
    {
      ...{ title: 'Pipeline leaks', theater: 'GLOBAL', type: 'Legal/ICC', tier: 1, importance: 50, actors: [] },
      titles: [['Leak found', 'gatherer.example', 'zh', '2026-03-10T01:00:00Z']],
    },
  ]);
  await sql`
    insert into titles (feed_id, title_hash, title_original, title_display, title_norm, publisher_name, lang, published_at, published_at_from, raw, status,
      strategic_tier, gated_at, ef_id)
    select feed_id, 'other', 'x', 'Another leak', 'another leak', 'Baltic Observer', 'zh', '2026-03-10T02:00:00Z', 'item', '{}', 'gate_keep', 1, now(), 1 from feeds`;
  await sql`update titles set ef_id = null where publisher_name = 'gatherer.example'`;
  await sql`select index_for_search(null)`;
});

test.each([{ country: 'CN' }, { owner: 'state' }])('%o finds the outlet itself', async (filter) => {
  expect((await findTitles(sql, filter, { limit: 5 })).hits.map(({ publisher }) => publisher)).toEqual(['gatherer.example']);
  expect((await findTitles(sql, { ...filter, search: 'leak' }, { limit: 5 })).hits.map(({ publisher }) => publisher)).toEqual([
    'gatherer.example',
  ]);
  expect((await findFamilies(sql, filter, { limit: 5 })).hits).toEqual([]);
});

test('a family and a brief say of an outlet only what its own feed says', async () => {
  expect((await readFamilyView(sql, '1'))?.titles).toMatchObject([{ publisher: 'Baltic Observer', country: null, owner: null }]);
  const span = { since: new Date('2026-03-10'), until: new Date('2026-03-11'), theater: null, timeZone: 'UTC', theaters: {}, most: 5 };
  expect((await readEdition(sql, span)).footer.countries).toEqual([{ country: 'CN', titles: 1 }]);
});

test('what a source says of its own outlet is said of it, of whatever kind the source is', async () => {
  const kinds = await sql<{ kind: string }[]>`select kind from feeds where publisher_name = 'gatherer.example'`;
  await sql`update feeds set kind = 'folder' where publisher_name = 'gatherer.example'`;
  const span = { since: new Date('2026-03-09'), until: new Date('2026-03-11'), days: 2, isOld: false };
  const told = await readOutlet(sql, 'gatherer.example', span, 'UTC');
  const [found] = await findOutlets(sql, 'gatherer', 5);
  await sql`update feeds set kind = ${kinds[0]?.kind ?? 'feed'} where publisher_name = 'gatherer.example'`;
  expect([told?.about, found]).toMatchObject([
    { country: 'CN', owner: 'state' },
    { country: 'CN', owner: 'state' },
  ]);
});
