// A second thread that reads the acts of titles while this one asks the gate, reads what else they say and speaks with the database: of the
// rules each thread needs its half only, which is compiled once and stays at hand. It takes the words that the build has put together, in memory
// that both share; a batch goes there as one text and comes back as another.
import { Worker } from 'node:worker_threads';
import type { Compiled } from '../../lib/reading/compiled.js';
import type { ToldActs } from '../../lib/reading/read.js';

/** What the thread is made with. */
export interface ThreadData {
  /** The room of reading with its tables. */
  folder: string;
}

/** Titles to be read, as JSON of `TitleRow[]`, with the words of languages that are new to the thread. */
export interface ThreadQuestion {
  number: number;
  titles: string;
  words: readonly (readonly [lang: string, memory: SharedArrayBuffer])[];
}

export type TitleRow = readonly [title: string, lang: string];

/** What was read as JSON of `ToldRow[]`, or what went wrong with these titles. */
export type ThreadAnswer = { number: number; told: string } | { number: number; error: Error };

/** 0 where nothing is told, as of most titles. */
export type ToldRow = 0 | readonly [acts: ToldActs['acts'], places: ToldActs['places'], hosts?: readonly string[]];

interface Titled {
  title: string;
  lang: string;
}

interface Waiting {
  resolve: (told: ToldActs[]) => void;
  reject: (error: Error) => void;
}

/** MiB for what is just made, a batch and its readings: a sixth of what V8 would take, and 2 to 4 % more CPU. */
const youngMiB = 8;

export class ReadingThread {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, Waiting>();
  private readonly sent = new Set<string>();
  private asked = 0;
  /** Once the thread has ended: why. */
  private ended: Error | null = null;

  /** `file` is the program of the thread. */
  constructor(
    file: string,
    data: ThreadData,
    private readonly compiled: Compiled,
  ) {
    this.worker = new Worker(file, { workerData: data, resourceLimits: { maxYoungGenerationSizeMb: youngMiB } });
    this.worker.on('message', (answer: ThreadAnswer) => this.take(answer));
    this.worker.on('error', (error) => this.end(error));
    this.worker.on('exit', (code) => this.end(new Error(`it ended with ${code}`)));
    this.worker.unref();
  }

  /** It reads no more, and refuses what it is asked. */
  get hasEnded(): boolean {
    return this.ended !== null;
  }

  /** One answer for each title, in their order. Rejects with what the reader threw, or with a sentence where the thread has ended or ends while it reads. */
  async read(asked: readonly Titled[]): Promise<ToldActs[]> {
    if (this.ended !== null) throw this.ended;
    const rows = asked.map(({ title, lang }): TitleRow => [title, lang]);
    const number = this.asked++;
    const question: ThreadQuestion = { number, titles: JSON.stringify(rows), words: this.newWords(asked) };
    return new Promise((resolve, reject) => {
      this.waiting.set(number, { resolve, reject });
      // While an answer is awaited the process lives for it.
      this.worker.ref();
      this.worker.postMessage(question);
    });
  }

  /** Ends the thread, whatever it is at. */
  async close(): Promise<void> {
    await this.worker.terminate();
  }

  private newWords(asked: readonly Titled[]): ThreadQuestion['words'] {
    const langs = new Set(['', 'other', ...asked.map(({ lang }) => lang.slice(0, 2).toLowerCase())]);
    return [...langs].flatMap((lang) => {
      const pack = this.sent.has(lang) ? null : this.compiled(lang);
      this.sent.add(lang);
      return pack === null ? [] : [[lang, pack.memory] as const];
    });
  }

  private take(answer: ThreadAnswer): void {
    const waiting = this.waiting.get(answer.number);
    this.waiting.delete(answer.number);
    if (this.waiting.size === 0) this.worker.unref();
    if ('error' in answer) waiting?.reject(answer.error);
    else waiting?.resolve(toldOf(answer.told));
  }

  private end(cause: Error): void {
    this.ended ??= new Error(
      `The thread that reads titles has ended: ${cause.message}. What it was reading is not lost and comes again, read without it.`,
      { cause },
    );
    for (const { reject } of this.waiting.values()) reject(this.ended);
    this.waiting.clear();
  }
}

function toldOf(told: string): ToldActs[] {
  return (JSON.parse(told) as ToldRow[]).map((row) => (row === 0 ? { acts: [], places: [] } : toldIn(row)));
}

function toldIn([acts, places, hosts]: Exclude<ToldRow, 0>): ToldActs {
  return hosts === undefined ? { acts, places } : { acts, places, hosts };
}
