import { expect, test } from 'vitest';
import { conditional, whole } from '../../support/web/faults.js';
import { feedOf } from '../../support/web/fetching.js';
import { makeIngestWorld, numbered, said } from '../../support/web/ingest-world.js';

const { web, sql, feed, configure, run, titles } = await makeIngestWorld();

test('--batch caps the titles exactly over feeds read at once; the rest comes with the next runs and nothing is lost', async () => {
  const paths = numbered('/batch', 6).map((path) => path.replace(' ', '-'));
  for (const path of paths) web.on(path, conditional(feedOf(numbered(`Item of ${path}`, 20))));
  configure(paths.map((path) => feed(path)));
  const counts: number[] = [];
  for (let runs = 0; runs < 3; runs++) {
    expect((await run('--batch', '50')).code).toBe(0);
    counts.push((await titles()).length);
  }
  expect(counts).toEqual([50, 100, 120]);
  expect(await titles()).toEqual(paths.flatMap((path) => numbered(`Item of ${path}`, 20)).sort());
  expect(await run('--batch', '50')).toMatchObject({ code: 0, finished: { exit: 'nothing' } });
});

test('--since leaves out what is older, and asks for whole feeds also where they are known and not due', async () => {
  const item = (title: string, day: string) => `<item><title>${title}</title><pubDate>${day} 2026 12:00:00 GMT</pubDate></item>`;
  const items = [item('On the day', '10 Mar'), item('The day before', '09 Mar'), item('Later', '12 Mar')].join('');
  web.on('/since', conditional(`<rss version="2.0"><channel><title>News</title>${items}</channel></rss>`));
  configure([feed('/since')]);
  await run('--since', '2026-03-11');
  expect(await titles()).toEqual(['Later']);
  expect(await run('--since', '2026-03-10')).toMatchObject({ code: 0, finished: { made: 1 } });
  expect(await titles()).toEqual(['Later', 'On the day']);
  expect(web.asked('/since').at(-1)).not.toHaveProperty('if-none-match');
});

test('more waiting titles than max_pending: nothing is asked for, and the log says why', async () => {
  web.on('/first', whole(feedOf(numbered('Waiting', 5))));
  web.on('/second', whole(feedOf(['Not yet'])));
  const phases = { ingest: { max_pending: 3 } };
  configure([feed('/first')], { phases });
  await run();
  configure([feed('/first'), feed('/second')], { phases });
  const ended = await run();
  expect(ended).toMatchObject({ code: 0, finished: { exit: 'nothing' } });
  expect(said(ended, 'discovery skipped')[0]?.['reason']).toBe('5 items wait, max_pending of ingest is 3: let them be worked first.');
  expect(web.asked('/second').length).toBe(0);
  await sql`update titles set status = 'gate_drop', gated_at = now()`;
  expect(await run()).toMatchObject({ code: 0, finished: { made: 1 } });
});

test('a feed longer than one reading stores gives the rest to the next runs', async () => {
  const text = 'word '.repeat(700);
  const items = numbered('Long feed', 2500).map((title) => `<item><title>${title}</title><description>${text}</description></item>`);
  web.on('/long', conditional(`<rss version="2.0"><channel><title>News</title>${items.join('')}</channel></rss>`));
  configure([feed('/long')]);
  let made = 0;
  for (let runs = 0; made < 2500 && runs < 4; runs++) made += Number((await run('--batch', '100000')).finished?.['made']);
  expect(made).toBe(2500);
  expect(new Set(await titles()).size).toBe(2500);
  expect(web.asked('/long').length).toBeGreaterThan(1);
});
