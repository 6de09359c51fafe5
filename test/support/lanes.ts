// Test files of two kinds side by side, each kind in as many processes of its own as suit it. The test runner's own pool runs projects of
// different sizes one after another, and ends a process as soon as the next file of its one queue is of another project. So it is told to hand
// out all files at once, each to a seat, and the seats of a lane wait for the lane's processes.
import { EventEmitter } from 'node:events';
import {
  ForksPoolWorker,
  type PoolOptions,
  type PoolRunnerInitializer,
  type PoolWorker,
  type WorkerRequest,
  type WorkerResponse,
} from 'vitest/node';
import { type Customer, LaneProcess, type RequestOf } from './lane-process.js';

/** For `maxWorkers` of a project that has a lane: more than there are test files. */
export const seats = 10_000;

/**
 * A pool for a project without isolation: so many processes run its files, in the order in which they come, and end when there is no more. A
 * process that dies takes its file with it; the next file has a new one.
 */
export function lane(
  name: string,
  processes: number,
  make = (options: PoolOptions): PoolWorker => new ForksPoolWorker(options),
): PoolRunnerInitializer {
  const waiting: Seat[] = [];
  let running = 0;
  const serve = async (): Promise<void> => {
    running++;
    let kept: LaneProcess | undefined;
    for (let seat = waiting.shift(); seat; seat = waiting.shift()) {
      kept ??= new LaneProcess(make(seat.options));
      await seat.runIn(kept);
      if (kept.isGone || waiting.length === 0) {
        await kept.end();
        kept = undefined;
      }
      seat.leave();
    }
    running--;
  };
  const queue: Queue = {
    join: (seat) => {
      waiting.push(seat);
      if (running < processes) void serve();
    },
    giveUp: (seat) => {
      const at = waiting.indexOf(seat);
      if (at >= 0) waiting.splice(at, 1);
      return at >= 0;
    },
  };
  return { name, createPoolWorker: (options) => new Seat(name, options, queue) };
}

interface Queue {
  join: (seat: Seat) => void;
  /** False where it no longer waits. */
  giveUp: (seat: Seat) => boolean;
}

/** What the runner takes for a process of its own: it has begun at once, and runs its file when the lane has a process for it. */
class Seat implements PoolWorker {
  readonly cacheFs = true;
  readonly name: string;
  readonly options: PoolOptions;
  readonly #queue: Queue;
  readonly #heard = new EventEmitter();
  #start: RequestOf<'start'> | undefined;
  #work: RequestOf<'run' | 'collect'> | undefined;
  #process: LaneProcess | undefined;
  #customer: Customer | undefined;
  #left: Promise<void> = Promise.resolve();
  /** The process has gone on to another file, or has ended. */
  leave: () => void = () => undefined;

  constructor(name: string, options: PoolOptions, queue: Queue) {
    this.name = name;
    this.options = options;
    this.#queue = queue;
    options.project.vitest.onCancel(() => this.#cancel());
  }

  on(event: string, callback: (arg: unknown) => void): void {
    this.#heard.on(event, callback);
  }

  off(event: string, callback: (arg: unknown) => void): void {
    this.#heard.off(event, callback);
  }

  deserialize(message: unknown): unknown {
    return message;
  }

  async start(): Promise<void> {
    // The process that runs the file has begun long before, or does later.
  }

  send(message: WorkerRequest): void {
    if (message.type === 'start') {
      this.#start = message;
      this.#say('started');
    } else if (message.type === 'run' || message.type === 'collect') {
      this.#work = message;
      this.#queue.join(this);
    } else if (message.type === 'stop') this.#say('stopped');
    else this.#process?.send(message);
  }

  /** Runs the file there, to its end. */
  async runIn(process: LaneProcess): Promise<void> {
    if (!this.#start || !this.#work) throw new Error('A seat joins its lane when it was told to start, and then what to run.');
    this.#left = new Promise((resolve) => {
      this.leave = resolve;
    });
    this.#process = process;
    this.#customer = { start: this.#start, work: this.#work, hear: (event, what) => void this.#heard.emit(event, what) };
    await process.run(this.#customer);
    this.#process = undefined;
  }

  /** After a file has run, or in the middle of it where it is given up. */
  async stop(): Promise<void> {
    if (!this.#queue.giveUp(this) && this.#customer) await this.#process?.giveUp(this.#customer);
    await this.#left;
  }

  /** The runner wants no more files to begin. */
  #cancel(): void {
    if (!this.#work || !this.#queue.giveUp(this)) return;
    this.options.project.vitest.state.cancelFiles(this.#work.context.files, this.options.project);
    this.#say('testfileFinished');
  }

  #say(type: WorkerResponse['type']): void {
    this.#heard.emit('message', { __vitest_worker_response__: true, type });
  }
}
