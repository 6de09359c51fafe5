// Every page of the desk on an empty, a normal and a damaged database: a page, or a sentence that says what to do, and never the trace of a stack.
import type { Sql } from 'postgres';
import { describe, expect, test } from 'vitest';
import { deskPages } from '../../../../lib/pages/desk/pages.js';
import { makeTestWorld } from '../../../support/in-test.js';
import { furnishPages } from '../fixture.js';
import { addAnna, everyDeskPage, furnishDesk, loggedIn, openDesk } from './fixture.js';

async function furnish(sql: Sql): Promise<void> {
  await furnishPages(sql);
  await furnishDesk(sql);
}

async function damage(sql: Sql): Promise<void> {
  await furnish(sql);
  await sql`alter table work rename to lost`;
  await sql`alter table event_families rename column summary to gone`;
  await sql`alter table runs drop column done`;
}

describe.each([
  ['an empty', async () => undefined, [200, 404]],
  ['a normal', furnish, [200]],
  ['a damaged', damage, [200, 503]],
] as const)('on %s database', (name, prepare, allowed) => {
  test('each page is made, or says in a sentence why not, to who may act and to who may read', async () => {
    const world = await makeTestWorld();
    await addAnna(world.sql);
    const { browser } = openDesk(world);
    const { browser: anna } = await loggedIn(browser());
    await prepare(world.sql);
    const odd: unknown[] = [];
    const seen = new Set<number>();
    for (const path of everyDeskPage)
      for (const [who, one] of [
        ['anna', anna],
        ['a reader', browser()],
      ] as const) {
        const { status, text } = await one.get(path);
        seen.add(status);
        const traced = /^\s+at .+:\d+:\d+/m.test(text) || /TypeError|\[object Object\]|>undefined</.test(text);
        const silent = status === 503 && !text.includes('sni diagnose');
        if (traced || silent || !allowed.some((code) => code === status)) odd.push({ path, who, status, text: text.slice(-900) });
      }
    expect(odd).toEqual([]);
    expect(seen.has(503)).toBe(name === 'a damaged');
  });
});

test('no page of the desk is left out', () => {
  const asked = everyDeskPage.map((path) => path.split('?')[0] ?? '');
  const left = deskPages.filter(({ path }) => !asked.some((one) => new RegExp(`^${path.replace(/:\w+\{[^/]*\}/g, '[^/]+')}$`).test(one)));
  expect(left.map(({ path }) => path)).toEqual([]);
});
