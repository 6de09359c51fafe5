// The program of the thread that reads titles. Takes batches from the thread that asks, leaves answers to them; thread.ts says in which form.
import { parentPort, workerData } from 'node:worker_threads';
import { Pack } from '../../lib/reading/text/pack.js';
import { makeHeadlinesReader } from '../../lib/reading/whole.js';
import type { Answer, Question, ThreadData, TitleRow, ToldRow } from './thread.js';
import { toldBy } from './told.js';

const { folder, lists, version } = workerData as ThreadData;
const packs = new Map<string, Pack>();
// The words of all languages whose acts are read come with the titles, and the names of the vocabulary with them.
const read = makeHeadlinesReader({ terms: [], actors: new Map() }, folder, lists, (lang) => packs.get(lang) ?? null);

parentPort?.on('message', (question: Question) => parentPort?.postMessage(answerTo(question)));

function answerTo({ number, titles, words }: Question): Answer {
  try {
    for (const [lang, memory] of words) packs.set(lang, new Pack(memory));
    const rows = JSON.parse(titles) as TitleRow[];
    const headlines = rows.map(([title, lang, actors, mechanisms]) => ({ title, lang, hits: { actors, mechanisms } }));
    const told = read(headlines).map((reading) => toldBy(reading, version));
    return {
      number,
      told: JSON.stringify(told.map(({ kind, acts }): ToldRow => [kind, acts])),
      stored: told.map(({ stored }) => stored).join('\n'),
    };
  } catch (error) {
    return { number, error: error instanceof Error ? error : new Error(String(error)) };
  }
}
