// Questions to three model lanes, two of which share a turn, in a weather of faults: every one is answered, none is asked again after it was answered, none fails for a
// server's fault, memory stays flat, each cause is named once.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { AnswerRefused } from '../../lib/llm/ask.js';
import { doorConfig, numbered, openDoor } from '../support/models/door.js';
import type { GeminiFault } from '../support/models/fake-gemini.js';
import type { OllamaFault } from '../support/models/fake-ollama.js';
import type { OpenAiFault } from '../support/models/fake-openai.js';
import type { Asked } from '../support/models/ledger.js';
import { startModelsProcess } from '../support/models/remote-models.js';
import { patience } from '../support/patience.js';
import { makeScratch, template } from '../support/scratch.js';

export interface CallsVerdict {
  answered: number;
  refused: number;
  faults: number;
  /** Of the heap after collection, from a fifth of the calls to their end. */
  grownMiB: number;
  problems: string[];
}

/** Ends in which the server has answered the question, whatever its text is worth. */
const answers: readonly (string | null)[] = [
  null,
  'slow',
  'code-fence',
  'prose-around',
  'thoughts',
  'usage-missing',
  'usage-negative',
  'usage-absurd',
];
const badTexts = ['truncated-json', 'wrong-shape', 'empty'] as const;
const onAll = [
  'reset',
  'reset-at-once',
  'truncated-body',
  'html',
  'html-502',
  'internal',
  'code-fence',
  'prose-around',
  'thoughts',
  'usage-missing',
  'usage-negative',
  'usage-absurd',
  ...badTexts,
] as const;
const waits = ['drip', 'hang', 'hang-body', 'slow'] as const;
const growthMostMiB = 12;

/** Asks so many questions, at most 64 in flight; repeatable by its seed but for the order in which answers come. */
export async function soakCalls(calls: number, seed: number, home?: string): Promise<CallsVerdict> {
  const scratch = await makeScratch(home === undefined ? {} : { home, source: template });
  const servers = await startModelsProcess({
    ollama: { models: ['a', 'b'], latencyMs: 2 },
    gemini: { latencyMs: 10 },
    openai: { latencyMs: 5 },
  });
  const { ollama: gpu, gemini: cloud, openai } = servers;
  const each = <Name extends string>(names: readonly Name[], odds: number) =>
    Object.fromEntries(names.map((name) => [name, odds])) as Record<Name, number>;
  await gpu.weather({
    seed,
    seconds: 0.05,
    faults: { ...each<OllamaFault>([...onAll, 'busy', 'stream-error', 'no-done'], 0.01), ...each<OllamaFault>(waits, 0.003) },
  });
  await cloud.weather({
    seed: seed + 1,
    seconds: 0.05,
    faults: {
      ...each<GeminiFault>([...onAll, 'overloaded', 'rate-limited', 'safety', 'prohibited', 'recitation'], 0.01),
      ...each<GeminiFault>(waits, 0.003),
    },
  });
  await openai.weather({
    seed: seed + 2,
    seconds: 0.05,
    faults: {
      ...each<OpenAiFault>([...onAll, 'overloaded', 'rate-limited', 'stream-error', 'no-done', 'filtered', 'too-long'], 0.01),
      ...each<OpenAiFault>(waits, 0.003),
    },
  });
  const models = ['ollama/a', 'gemini/gemini-2.5-flash'];
  const timeout = `${patience(1)}s`;
  const roles = { enrich: { models, timeout }, narrate: { models: ['openai/small', 'ollama/b', ...models], timeout } };
  const door = await openDoor(
    doorConfig(scratch, {
      ollama: { url: gpu.url },
      gemini: { url: cloud.url },
      openai: { url: `${openai.url}/v1`, local: true, at_once: 2 },
      ...{ daily_cost_limit: 1000, patience: '10m', roles },
    }),
    { maxInflight: 64 },
  );
  const problems: string[] = [];
  let answered = 0;
  let refused = 0;
  let next = 0;
  let heapAtFifth = 0;
  const askOn = async (): Promise<void> => {
    for (let number = next++; number < calls; number = next++) {
      if (number === Math.floor(calls / 5)) heapAtFifth = heapMiB();
      try {
        await door.ask(numbered(number, number % 5 === 0 ? 'narrate' : 'enrich'));
        answered++;
      } catch (error) {
        if (error instanceof AnswerRefused) refused++;
        else problems.push(`question ${number} failed: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  };
  try {
    await Promise.all(Array.from({ length: 64 }, askOn));
    const grownMiB = Math.round((heapMiB() - heapAtFifth) * 10) / 10;
    const books = [...(await gpu.requests()), ...(await cloud.requests()), ...(await openai.requests())];
    problems.push(...askedAfterAnswer(books), ...namedTwice(door.lines));
    const twiceBad = questionsWithTwoBadTexts(books);
    if (refused > twiceBad) problems.push(`${refused} answers were refused, though only ${twiceBad} questions met two bad texts`);
    if (grownMiB > growthMostMiB) problems.push(`the heap grew by ${grownMiB} MiB`);
    return { answered, refused, faults: books.filter(({ fault }) => fault !== null).length, grownMiB, problems };
  } finally {
    await door.end();
    await servers.close();
    await scratch.drop();
  }
}

/** A question that is put anew, not as a repair, after it was answered. */
function askedAfterAnswer(books: readonly Asked[]): string[] {
  return [...byQuestion(books.filter(({ messages }) => questionIn(messages).turns === 1))].flatMap(([text, asked]) => {
    const ends = asked
      .filter(({ fault, aborted }) => answers.includes(fault) && !aborted)
      .map(({ endedAt }) => endedAt ?? Number.POSITIVE_INFINITY);
    const again = asked.filter(({ startedAt }) => startedAt > Math.min(...ends)).length;
    return again > 0 ? [`${text} was asked ${again} times after it was answered`] : [];
  });
}

function questionsWithTwoBadTexts(books: readonly Asked[]): number {
  const bad = books.filter(({ fault }) => badTexts.some((name) => name === fault));
  return [...byQuestion(bad).values()].filter((asked) => asked.length >= 2).length;
}

function byQuestion(books: readonly Asked[]): Map<string, Asked[]> {
  const groups = new Map<string, Asked[]>();
  for (const asked of books) {
    const { text } = questionIn(asked.messages);
    groups.set(text, [...(groups.get(text) ?? []), asked]);
  }
  return groups;
}

function questionIn(messages: Asked['messages']): { text: string; turns: number } {
  const turns = messages.filter(({ role }) => role !== 'system');
  return { text: turns[0]?.content ?? '', turns: turns.length };
}

function namedTwice(lines: readonly Record<string, unknown>[]): string[] {
  const warned = lines.filter(({ event, level }) => event === 'model fault' && level === 40).map(({ cause }) => String(cause));
  return warned.filter((cause, index) => warned.indexOf(cause) !== index).map((cause) => `the log names ${cause} twice`);
}

function heapMiB(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed / 2 ** 20;
}
