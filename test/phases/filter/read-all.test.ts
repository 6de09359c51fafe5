// Titles are read here or on a second thread, and it cannot be told from what is read where it was.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { projectRoot } from '../../../lib/config.js';
import type { ToldActs } from '../../../lib/reading/read.js';
import type { Reading } from '../../../lib/reading/whole.js';
import { type GatedTitle, headlineToRead } from '../../../phases/filter/decide.js';
import { LateThread, makeReadAll } from '../../../phases/filter/read-all.js';
import { ReadingThread, type ThreadData } from '../../../phases/filter/thread.js';
import { type StoredReading, toldBy } from '../../../phases/filter/told.js';
import { compiled, gate, headlinesReader } from '../../support/vocabulary.js';

const folder = join(projectRoot, 'lib/reading');
const { acts, rest: readRest, all } = headlinesReader;
const told = (readings: readonly Reading[]): StoredReading[] => readings.map((reading) => toldBy(reading, 'v1'));
const here = (asked: readonly GatedTitle[]): StoredReading[] => told(all(asked.map(headlineToRead)));
const rest = (asked: readonly GatedTitle[], acts: readonly ToldActs[]): StoredReading[] => told(readRest(asked.map(headlineToRead), acts));
const titles = (
  [
    ['Russia strikes Odesa with 30 drones, two dead', 'en'],
    ['La Russie frappe Odessa : deux morts', 'fr'],
    ['Россия нанесла удар по Одессе', 'ru'],
    ['Israel greift Ziele im Libanon an', 'de'],
    ['俄罗斯袭击敖德萨', 'zh'],
    ['إسرائيل تقصف غزة', 'ar'],
    ['Sverige skickar vapen till Ukraina', 'sv'],
    ['Hungary blocks new sanctions against Russia', ''],
  ] as const
).map(([title, lang]) => ({ title, lang, record: gate(title, lang) }));
const many = Array.from({ length: 1200 }, (_, at) => titles[at % titles.length] as (typeof titles)[number]);

const threads: ReadingThread[] = [];
afterEach(async () => {
  for (const thread of threads.splice(0)) await thread.close();
});

const start = (data: Partial<ThreadData> = {}): ReadingThread => {
  const program = join(projectRoot, 'dist/phases/filter/thread-program.js');
  expect(existsSync(program)).toBe(true);
  const thread = new ReadingThread(program, { folder, ...data }, compiled);
  threads.push(thread);
  return thread;
};

it('the acts of many titles are read by the thread, each group in the order of its titles, and as they are read here', async () => {
  let readHere = 0;
  const counted = (asked: readonly GatedTitle[]): ToldActs[] => {
    readHere += asked.length;
    return acts(asked);
  };
  const readAll = makeReadAll({ acts: counted, rest, thread: new LateThread(start, 2) });
  const groups = Array.from({ length: 24 }, (_, at) => many.slice(at * 50, (at + 1) * 50));
  const read = await Promise.all(groups.map(readAll));
  const expected = here(titles);
  expect(read.map((group) => group.length)).toEqual(groups.map((group) => group.length));
  for (const [at, one] of read.flat().entries()) expect(one).toEqual(expected[at % titles.length]);
  // The first nine groups are few.
  expect(readHere).toBe(9 * 50);
});

it('where the first group is large, this thread does not begin to read acts', async () => {
  const refuse = (): ToldActs[] => {
    throw new Error('Acts were read here.');
  };
  const readAll = makeReadAll({ acts: refuse, rest, thread: new LateThread(start, 2) });
  const groups = [many.slice(0, 64), many.slice(64, 80)];
  const read = await Promise.all(groups.map(readAll));
  expect(read.flat()).toEqual(here(many.slice(0, 80)));
});

it('a thread is started before there is anything to read where many titles are expected', () => {
  const started: number[] = [];
  const counted = (cores: number): LateThread =>
    new LateThread(() => {
      started.push(cores);
      return { hasEnded: false, read: () => Promise.resolve([]) };
    }, cores);
  counted(2).expect(100);
  counted(1).expect(250);
  expect(started).toEqual([]);
  const thread = counted(2);
  thread.expect(250);
  thread.expect(250);
  expect(thread.for(1)).not.toBeNull();
  expect(started).toEqual([2]);
});

it('neither few titles nor those of a machine with one core start a thread', async () => {
  const refuse = (): ReadingThread => {
    throw new Error('A thread was started.');
  };
  expect(await makeReadAll({ acts, rest, thread: new LateThread(refuse, 2) })(titles)).toEqual(here(titles));
  expect(await makeReadAll({ acts, rest, thread: new LateThread(refuse, 1) })(many)).toHaveLength(many.length);
  expect(await makeReadAll({ acts, rest, thread: new LateThread(null, 2) })(many)).toHaveLength(many.length);
});

it('what a thread that ends was reading is refused with a sentence; what comes after is read here', async () => {
  const readAll = makeReadAll({ acts, rest, thread: new LateThread(start, 2) });
  const asked = readAll(many);
  await threads[0]?.close();
  await expect(asked).rejects.toThrow(/^The thread that reads titles has ended: .*not lost and comes again, read without it\.$/);
  expect(await readAll(titles)).toEqual(here(titles));
  expect(threads).toHaveLength(1);
});

it('titles that cannot be read fail alone: the thread reads on', async () => {
  const thread = start({ folder: join(folder, 'nowhere') });
  await expect(thread.read(titles)).rejects.toThrow(/nowhere.*no such file|no such file.*nowhere/i);
  expect(thread.hasEnded).toBe(false);
  await expect(thread.read([])).resolves.toEqual([]);
});

it('a thread that has ended refuses what it is asked, and lets nobody wait', async () => {
  const thread = start({ folder });
  await thread.close();
  await expect.poll(() => thread.hasEnded).toBe(true);
  await expect(thread.read(titles)).rejects.toThrow(/^The thread that reads titles has ended: /);
});
