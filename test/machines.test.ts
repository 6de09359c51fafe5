// Several machines over one Postgres, each with a name, a boot and checkpoints of its own: who holds what is told apart, nothing is fetched or
// stored twice, and whoever was cut off changes nothing when he comes back. That they share the items of each phase is in kill.test.ts.
import { hostname } from 'node:os';
import { expect, inject, onTestFinished, test } from 'vitest';
import { ensureRunning } from '../lib/db/embedded.js';
import { startEndingProxy } from './support/ending-proxy.js';
import { makeFeedWorld } from './support/feed-world.js';
import { onHost } from './support/hosts.js';

const { web, feeds, world, sql, serveLate, serveHeld, bothAsked, allAsked } = await makeFeedWorld();
const askedOf = () => feeds.map((name) => web.asked(name));
const once = feeds.map(() => 1);

test('three machines that read feeds at once, each taking up what dead processes left, ask for no feed twice', async () => {
  serveLate('Shared', 0.8);
  const others = ['one', 'two'].map((host) => world.start('ingest', ['--resume'], onHost(host, world.folder)));
  await Promise.all(others.map(({ said }) => said('started')));
  const ended = await Promise.all([...others.map(({ ended }) => ended), world.here('ingest', ['--resume'])]);
  expect(ended.map(({ code }) => code)).toEqual([0, 0, 0]);
  expect(ended.reduce((sum, { finished }) => sum + Number(finished?.['done']), 0)).toBe(6);
  expect(askedOf()).toEqual(once);
  expect((await sql`select distinct host from runs`).map(({ host }) => host).sort()).toEqual([hostname(), 'one', 'two'].sort());
});

test('two machines of one name do not take each other for dead: one takes nothing of what the other works on', async () => {
  const answer = serveHeld('Twin');
  const first = world.start('ingest', [], onHost('twin', world.folder, 'boot-a'));
  await bothAsked();
  const second = world.start('ingest', ['--resume'], onHost('twin', world.folder, 'boot-b'));
  // It has two of the other feeds.
  await allAsked(4);
  answer();
  const both = (await Promise.all([second.ended, first.ended])).map(({ finished }) => finished);
  expect(both.map((finished) => [finished?.['exit'], finished?.['released']])).toEqual([
    ['done', 0],
    ['done', 0],
  ]);
  expect(both.reduce((sum, finished) => sum + Number(finished?.['done']), 0)).toBe(6);
  expect(askedOf()).toEqual(once);
  expect(await sql`select exit from runs`).toEqual([{ exit: 'done' }, { exit: 'done' }]);
});

test('a machine that has booted anew takes up at once what it held before, when that was silent for a while', async () => {
  serveLate('Before', 60);
  const before = world.start('ingest', [], onHost('one', world.folder, 'boot-a'));
  await bothAsked();
  before.process.kill('SIGKILL');
  await before.ended;
  await sql`update runs set heartbeat_at = now() - interval '20 seconds'`;
  for (const name of feeds) web.serve(name, { titles: [`After ${name}`] });
  expect(await world.run('ingest', ['--resume'], onHost('one', world.folder, 'boot-b'))).toMatchObject({ code: 0, finished: { done: 6 } });
});

test('a machine cut off by the network comes back: what it brings late is refused, what another did meanwhile stands', async () => {
  const proxy = await startEndingProxy(await ensureRunning({ home: inject('home') }), world.name, () => false);
  onTestFinished(proxy.close);
  serveLate('Late', 2);
  const cutOff = world.start('ingest', [], { ...onHost('one', world.folder), DATABASE_URL: proxy.url });
  await bothAsked();
  proxy.cut();
  // Its lease runs out while nobody hears of it.
  await sql`update work set lease_expires_at = now() - interval '1 second' where state = 'leased'`;
  for (const name of feeds) web.serve(name, { titles: [`Meanwhile ${name}`] });
  expect(await world.here('ingest')).toMatchObject({ code: 0, finished: { done: 6 } });
  proxy.mend();
  const ended = await cutOff.ended;
  expect(ended).toMatchObject({ code: 0, finished: { done: 0, made: 0 } });
  expect((await sql`select title_original as title from titles order by 1`).map(({ title }) => title)).toEqual(
    feeds.map((name) => `Meanwhile ${name}`),
  );
  expect(await sql`select distinct state, lease_token from work`).toEqual([{ state: 'done', lease_token: null }]);
});
