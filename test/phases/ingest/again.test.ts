import { expect, test } from 'vitest';
import { conditional, whole } from '../../support/web/faults.js';
import { feedOf } from '../../support/web/fetching.js';
import { makeIngestWorld } from '../../support/web/ingest-world.js';

const { web, sql, feed, configure, run, due, titles, row } = await makeIngestWorld();

function rss(...items: { title: string; guid: string; link: string }[]): string {
  const rows = items.map(
    ({ title, guid, link }) => `<item><title>${title}</title><guid isPermaLink="false">${guid}</guid><link>${link}</link></item>`,
  );
  return `<rss version="2.0"><channel><title>News</title>${rows.join('')}</channel></rss>`;
}

test('an item that comes again under a new GUID and a new link, in other letters and with its publisher behind it, is one title', async () => {
  web.on('/reissued', whole(rss({ title: 'Parliament votes on the treaty', guid: 'a1', link: 'https://news.example/1' })));
  web.on('/edition', whole(rss({ title: 'Parliament Votes on the Treaty', guid: 'q', link: 'https://m.news.example/9' })));
  configure([feed('/reissued', { publisher: 'Herald' })]);
  await run();
  web.on(
    '/reissued',
    whole(rss({ title: 'PARLIAMENT  votes on the treaty - Herald', guid: 'b2', link: 'https://news.example/2?utm_source=x' })),
  );
  configure([feed('/reissued', { publisher: 'Herald' }), feed('/edition', { publisher: 'Herald' })]);
  await due();
  expect(await run()).toMatchObject({ code: 0, finished: { done: 2, made: 0 } });
  expect(await titles()).toEqual(['Parliament votes on the treaty']);
});

test('other words under one GUID correct a pending title, and are kept beside one that was decided about', async () => {
  const story = (title: string) => rss({ title, guid: 'one', link: 'https://news.example/1' });
  web.on('/worded', whole(story('Ministers meet in Geneva')));
  configure([feed('/worded')]);
  await run();
  web.on('/worded', whole(story('Ministers meet in Vienna')));
  await due();
  expect(await run()).toMatchObject({ code: 0, finished: { made: 0 } });
  expect(
    await sql`select title_original, title_display, title_norm, raw->'title'->>0 as raw, raw->>'title' as plain, status from titles`,
  ).toMatchObject([
    {
      title_original: 'Ministers meet in Vienna',
      title_display: 'Ministers meet in Vienna',
      title_norm: 'ministers meet in vienna',
      status: 'pending',
    },
  ]);
  await sql`update titles set status = 'gate_drop', gated_at = now()`;
  web.on('/worded', whole(story('Ministers met in Vienna')));
  await due();
  await run();
  await due();
  await run();
  expect(await titles()).toEqual(['Ministers meet in Vienna']);
  expect(await sql`select title_original from title_wordings`).toEqual([{ title_original: 'Ministers met in Vienna' }]);
});

const shelf = (title: string, more: { guid?: string; link?: string } = {}) =>
  whole(rss({ title, guid: 'lead', link: 'https://news.example/lead', ...more }));

test.each([
  [
    'latin',
    'Tariffs on steel makers lifted by cabinet',
    'Militia takes the harbour in the southern delta',
    'Assembly leaves the customs union',
  ],
  ['chinese', '内阁取消钢铁关税', '民兵占领南部港口', '议会退出关税同盟'],
])('other stories under a GUID and link used before are titles of their own, pending or decided about (%s)', async (path, ...stories) => {
  for (const gate of [false, true]) {
    await sql`truncate titles, feeds, work cascade`;
    configure([feed(`/again-${path}`)]);
    for (const story of [...stories, ...stories]) {
      web.on(`/again-${path}`, shelf(story));
      await due();
      expect((await run()).code).toBe(0);
      if (gate) await sql`update titles set status = 'gate_drop', gated_at = now()`;
    }
    expect(await titles()).toEqual([...stories].sort());
    expect(await sql`select from title_wordings`).toHaveLength(0);
  }
});

test('a rewording of a rewording is the same title still, also when the first words have gone', async () => {
  configure([feed('/drift')]);
  const words = ['Flood kills twelve in northern Bosnia', 'Flood kills forty in northern Bosnia', 'Flood kills forty near Doboj in Bosnia'];
  for (const title of [...words, 'Forty dead near Doboj: flood in Bosnia']) {
    web.on('/drift', shelf(title));
    await due();
    await run();
    await sql`update titles set status = 'gate_drop', gated_at = now()`;
  }
  expect(await titles()).toEqual(words.slice(0, 1));
  expect(await sql`select from title_wordings`).toHaveLength(3);
});

test('two items of one GUID with other titles and links are two, and neither takes the place of the other later', async () => {
  const both = [
    { title: 'Cabinet backs fuel deal', guid: '9', link: 'https://n.example/en/9' },
    { title: 'Cabinet backs fuel deal in full', guid: '9', link: 'https://n.example/fr/9' },
  ];
  web.on('/two', whole(rss(...both.slice(0, 1))));
  configure([feed('/two')]);
  await run();
  for (const feedNow of [rss(...both), rss(...[...both].reverse())]) {
    web.on('/two', whole(feedNow));
    await due();
    await run();
    expect(await titles()).toEqual(both.map(({ title }) => title).sort());
  }
});

test('an article whose address changes with its headline is one: by its publisher’s number at the end', async () => {
  const slug = (title: string, number: number) => {
    const link = `https://n.example/${title.toLowerCase().replaceAll(' ', '-')}-${number}.html`;
    return { title, guid: link, link };
  };
  web.on('/slug', whole(rss(slug('Envoys sign fishing accord at dawn', 88231))));
  configure([feed('/slug')]);
  await run();
  web.on('/slug', whole(rss(slug('Envoys sign disputed fishing accord', 88231), slug('Militia takes the harbour', 88231))));
  await due();
  await run();
  web.on('/slug', whole(rss(slug('Envoys sign disputed fishing accord', 88240))));
  await due();
  await run();
  expect(await titles()).toEqual(['Envoys sign disputed fishing accord', 'Militia takes the harbour']);
});

test('an article that a new feed of its publisher tells under other words is known by its number', async () => {
  const slug = (title: string) => {
    const link = `https://n.example/${title.toLowerCase().replaceAll(' ', '-')}-77120.html`;
    return { title, guid: link, link };
  };
  web.on('/world', whole(rss(slug('Envoys sign fishing accord at dawn'))));
  web.on('/top', whole(rss(slug('Envoys sign disputed fishing accord'))));
  configure([feed('/world', { publisher: 'World' })]);
  await run();
  configure([feed('/world', { publisher: 'World' }), feed('/top', { publisher: 'World' })]);
  await run();
  expect(await titles()).toEqual(['Envoys sign disputed fishing accord']);
});

test('a feed that has not changed is asked with its validators, and 304 stores nothing', async () => {
  web.on('/unchanged', conditional(feedOf(['Nothing new'])));
  configure([feed('/unchanged')]);
  await run();
  await sql`delete from titles`;
  await due();
  expect(await run()).toMatchObject({ code: 0, finished: { done: 1, made: 0 } });
  expect(web.asked('/unchanged')[1]?.['if-none-match']).toMatch(/^"/);
  expect(await titles()).toEqual([]);
});

test('the same body without validators is not read again', async () => {
  web.on('/same', whole(feedOf(['The same body'])));
  configure([feed('/same')]);
  await run();
  await sql`delete from titles`;
  await due();
  await run();
  expect(web.asked('/same').length).toBe(2);
  expect(await titles()).toEqual([]);
});

test('one new item among known ones is the one that is stored', async () => {
  web.on('/grows', conditional(feedOf(['One', 'Two'])));
  configure([feed('/grows')]);
  await run();
  web.on('/grows', conditional(feedOf(['Three', 'One', 'Two'])));
  await due();
  expect(await run()).toMatchObject({ finished: { made: 1 } });
  expect(await titles()).toEqual(['One', 'Three', 'Two']);
  expect(await row('/grows')).toMatchObject({ errors_in_row: 0, last_error: null });
});
