// The program of the second thread of P2, which reads acts. thread.ts says in which form batches come and answers go.
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { makeActsReader } from '../../lib/reading/read.js';
import { Pack } from '../../lib/reading/text/pack.js';
import type { ThreadAnswer, ThreadData, ThreadQuestion, TitleRow, ToldRow } from './thread.js';

const { folder } = workerData as ThreadData;
const packs = new Map<string, Pack>();
// The words of all languages whose acts are read come with the titles, and the names of the vocabulary with them.
const read = makeActsReader({ terms: [], actors: new Map() }, join(folder, 'lexicon'), undefined, (lang) => packs.get(lang) ?? null);

parentPort?.on('message', (question: ThreadQuestion) => parentPort?.postMessage(answerTo(question)));

function answerTo({ number, titles, words }: ThreadQuestion): ThreadAnswer {
  try {
    for (const [lang, memory] of words) packs.set(lang, new Pack(memory));
    const headlines = (JSON.parse(titles) as TitleRow[]).map(([title, lang]) => ({ title, lang }));
    const rows = read(headlines).map(({ acts, places, hosts }): ToldRow => {
      if (hosts !== undefined) return [acts, places, hosts];
      return acts.length + places.length === 0 ? 0 : [acts, places];
    });
    return { number, told: JSON.stringify(rows) };
  } catch (error) {
    return { number, error: error instanceof Error ? error : new Error(String(error)) };
  }
}
