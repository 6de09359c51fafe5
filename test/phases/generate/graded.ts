// Descriptions graded by a second model, with one fake server that describes and another that grades: what a kill in a wave of questions costs.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, inject } from 'vitest';
import { type FakeGemini, fakeGeminiKey, startFakeGemini } from '../../support/models/fake-gemini.js';
import { type FakeOllama, startFakeOllama } from '../../support/models/fake-ollama.js';
import type { AnswerFunction, Question } from '../../support/models/question.js';
import { headlinesIn, answer as sober } from '../../support/models/sober-answers.js';
import { makeWorld, type World } from '../../support/world.js';
import { empty, type Kept, keep } from './world.js';

export const waves = ['describe', 'grade', 'improve', 'regrade'] as const;
type Wave = (typeof waves)[number];

const rewriting = 'An earlier description was graded as poor';
export const good = { coherent: 8, faithful: 8, one_happening: 8, fault: '' };
const poor = { ...good, faithful: 2, fault: 'It names no place.' };

/** Which question of a family's four it is, by all that was said in it: the first description is titled "an event", the second by a headline. */
function waveOf(messages: Question['messages']): Wave {
  const text = messages.map(({ content }) => content).join('\n');
  if (text.includes('\nDescription:\n')) return text.includes('{"title":"an event"') ? 'grade' : 'regrade';
  return text.includes(rewriting) ? 'improve' : 'describe';
}

export const describesPlainly: AnswerFunction = (question) => {
  const told = { ...(sober(question) as object), theater: 'GLOBAL', event_type: 'Humanitarian' };
  return waveOf(question.messages) === 'improve' ? { ...told, title: headlinesIn(question.messages[0]?.content ?? '').at(-1)?.text } : told;
};

export const towns = 'Balford Odinholm Marsey Tamrun Gdanby Portmere Triholt Varnby Brestow Spliten'.split(' ');

/** Two titles each of ten happenings; the first of each town is headed as given. */
export function happenings(heads: readonly string[] = []): Kept[] {
  return towns.flatMap((town, at) => {
    const common = { actors: ['NO'], mechanisms: ['disaster'] };
    const head = heads[at] === undefined ? '' : `${heads[at]} `;
    return [
      { text: `${head}Storm floods the harbour of ${town} and closes bridge ${town}`, at, ...common },
      { text: `Harbour of ${town} flooded, bridge ${town} closed by storm`, at: at + 0.5, ...common },
    ];
  });
}

/** What the models say; anew for each test. */
export const says: { describes: AnswerFunction; grades: AnswerFunction } = { describes: describesPlainly, grades: () => good };

export const key = { GEMINI_API_KEY: fakeGeminiKey };

interface Graded {
  world: World;
  describer: FakeOllama;
  grader: FakeGemini;
}

/** A world with the two models, empty before each test. */
export async function makeGradedWorld(): Promise<Graded> {
  const describer = await startFakeOllama({ models: ['a'], latencyMs: 2, answer: (question) => says.describes(question) });
  const grader = await startFakeGemini({ latencyMs: 2, answer: (question) => says.grades(question) });
  const models = {
    ...{ ollama: { url: describer.url }, gemini: { url: grader.url }, patience: '1s' },
    roles: { describe: { models: ['ollama/a'], timeout: '60s' }, grade: { models: ['gemini/gemini-2.5-flash'], timeout: '60s' } },
  };
  // What a batch of odd headlines comes to is not asked here.
  const world = await makeWorld({ home: inject('home'), settings: { models, phases: { generate: { group: 25, validate: 1 } } } });
  beforeEach(async () => {
    says.describes = describesPlainly;
    says.grades = () => good;
    await empty(world.sql);
  });
  afterAll(async () => {
    await Promise.all([describer.close(), grader.close(), world.drop()]);
  });
  return { world, describer, grader };
}

interface Told {
  titles: string[];
  title: string;
  engine: string;
  grade: { outcome: string; before: object; after: object | null } | null;
  all: string;
}

/** Each family with its titles by number, how it is told and by whom, in order of time. */
export async function families(world: World): Promise<Told[]> {
  return [
    ...(await world.sql<Told[]>`
      select array(select t.title_id::text from titles t where t.ef_id = e.ef_id order by t.title_id) as titles, e.title,
        e.described_by->>'engine' as engine, e.described_by->'grade' as grade, concat(e.title, e.summary, e.timeline) as all
      from event_families e where e.status = 'seed' order by e.first_at`),
  ];
}

/** What was answered, in all or of one wave, as it was asked. */
function answeredBy({ describer, grader }: Graded, wave?: Wave): string[] {
  return [...describer.requests, ...grader.requests]
    .filter(({ endedAt, aborted, messages }) => endedAt !== null && !aborted && (wave === undefined || wave === waveOf(messages)))
    .map(({ messages }) => JSON.stringify(messages));
}

/** How many answers a run that begins with --resume has been paid for already. */
function answersKept(world: World): number {
  return JSON.parse(readFileSync(join(world.folder, 'checkpoints/p3.json'), 'utf8')).answers.length;
}

/** Of each town by its number: the first third is told well, the second well when told anew, the third never. */
const gradesByTown: AnswerFunction = ({ user, messages }) => {
  const third = towns.findIndex((town) => user.includes(town)) % 3;
  return third === 0 || (third === 1 && waveOf(messages) === 'regrade') ? good : poor;
};

/** Kills a run in each of these waves and resumes it: it comes to the families and grades of an undisturbed one, and pays for no answer twice. */
export async function killInWaves(graded: Graded, killedIn: readonly Wave[]): Promise<void> {
  const { world, describer, grader } = graded;
  const answered = (wave?: Wave) => answeredBy(graded, wave);
  says.grades = gradesByTown;
  const ids = await keep(world.sql, happenings());
  expect(await world.here('generate', ['--batch', '100'], key)).toMatchObject({ code: 0, finished: { exit: 'done', failed: 0 } });
  const undisturbed = await families(world);
  const outcomes = undisturbed.map(({ grade }) => grade?.outcome);
  expect(outcomes).toEqual(towns.map((_, at) => ['kept', 'improved', 'by rules'][at % 3]));
  expect(waves.map((wave) => answered(wave).length)).toEqual([10, 10, 6, 6]);

  await empty(world.sql);
  expect(await keep(world.sql, happenings())).toEqual(ids);
  describer.reset();
  grader.reset();
  for (const wave of killedIn) {
    const before = answered(wave).length;
    // One more of this wave is answered; whatever is asked from then on is waited for when the kill comes, or it might be paid for and lost.
    let isAnswered = false;
    const when = ({ messages }: Question) => {
      const waits = isAnswered;
      isAnswered ||= waveOf(messages) === wave;
      return waits;
    };
    for (const server of [describer, grader]) server.fault('slow', { times: Number.POSITIVE_INFINITY, seconds: 50, when });
    const running = world.start('generate', ['--batch', '100', '--resume'], key);
    await expect.poll(() => answered(wave).length, { timeout: 60_000 }).toBe(before + 1);
    // What was answered is in the checkpoint soon, on a machine with other work a little later.
    await expect.poll(() => answered().length - answersKept(world), { timeout: 60_000 }).toBe(0);
    running.process.kill('SIGKILL');
    expect([wave, (await running.ended).signal]).toEqual([wave, 'SIGKILL']);
    for (const server of [describer, grader]) server.clear();
    // Items that several workers died of are worked in halves; here each kill is to be the first.
    await world.sql`update work set deaths = 0, company = null`;
  }
  expect(await world.sql`select from event_families`).toHaveLength(0);
  expect(await world.here('generate', ['--batch', '100', '--resume'], key)).toMatchObject({
    code: 0,
    finished: { exit: 'done', failed: 0 },
  });
  expect(await families(world)).toEqual(undisturbed);
  expect(waves.map((wave) => new Set(answered(wave)).size)).toEqual([10, 10, 6, 6]);
  expect(answered().filter((asked, at) => answered().indexOf(asked) < at)).toEqual([]);
}
