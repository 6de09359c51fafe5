// One process of a lane: it runs the files of one seat after another, and whatever it says meanwhile is for the seat whose file it runs.
import { setTimeout as delay } from 'node:timers/promises';
import type { PoolWorker, WorkerRequest } from 'vitest/node';

export type RequestOf<Type extends WorkerRequest['type']> = Extract<WorkerRequest, { type: Type }>;

/** Who has a file to be run. */
export interface Customer {
  start: RequestOf<'start'>;
  work: RequestOf<'run' | 'collect'>;
  /** What the process says, or that it has ended. */
  hear: (event: 'message' | 'error' | 'exit', what: unknown) => void;
}

/** What a process says of itself; all else is between it and the runner. */
interface Said {
  __vitest_worker_response__?: true;
  type?: 'started' | 'stopped' | 'testfileFinished';
  error?: unknown;
}

const endMs = 60_000;

export class LaneProcess {
  readonly #worker: PoolWorker;
  #customer: Customer | undefined;
  /** Resolved by what the process says next of itself, undefined when it has ended. */
  #answered: ((said: Said | undefined) => void) | undefined;
  #begun = false;
  #exited = false;
  #isGone = false;
  #stopped: Promise<void> | undefined;

  constructor(worker: PoolWorker) {
    this.#worker = worker;
  }

  /** Whether no more files can be given to it. */
  get isGone(): boolean {
    return this.#isGone;
  }

  /** Runs a customer's file to its end; what fails is heard by the customer. */
  async run(customer: Customer): Promise<void> {
    this.#customer = customer;
    try {
      if (!this.#begun) await this.#begin(customer.start);
      if (!this.#isGone) await this.#ask(customer.work);
    } catch (error) {
      this.#fail(error);
    }
    this.#customer = undefined;
    if (this.#isGone) await this.#stop();
  }

  /** Passes on what the runner says to who runs the file. */
  send(message: WorkerRequest): void {
    if (this.#begun && !this.#exited) this.#worker.send(message);
  }

  /** Ends it between two files. */
  async end(): Promise<void> {
    if (!this.#begun || this.#isGone) return;
    this.#isGone = true;
    const said = this.#ask({ __vitest_worker_request__: true, type: 'stop' });
    await Promise.race([said, delay(endMs, undefined, { ref: false })]);
    await this.#stop();
  }

  /** Ends it in the middle of a customer's file; nothing where it runs none of his, or none any more. */
  async giveUp(customer: Customer): Promise<void> {
    if (this.#customer !== customer || !this.#begun || this.#isGone) return;
    this.#isGone = true;
    await this.#stop();
    this.#answered?.(undefined);
  }

  async #begin(start: RequestOf<'start'>): Promise<void> {
    await this.#worker.start();
    this.#begun = true;
    this.#worker.on('message', (message) => this.#hear(message));
    this.#worker.on('error', (error) => this.#fail(error));
    this.#worker.on('exit', (code) => this.#exit(code));
    const said = await this.#ask(start);
    if (said?.error !== undefined) throw said.error;
  }

  #stop(): Promise<void> {
    if (this.#begun && !this.#exited) this.#stopped ??= this.#worker.stop();
    return this.#stopped ?? Promise.resolve();
  }

  #ask(request: WorkerRequest): Promise<Said | undefined> {
    return new Promise((resolve) => {
      this.#answered = resolve;
      this.#worker.send(request);
    });
  }

  #hear(message: unknown): void {
    const said = this.#worker.deserialize(message) as Said | undefined;
    const customer = this.#customer;
    if (said?.__vitest_worker_response__ !== true) customer?.hear('message', message);
    else {
      if (said.type === 'testfileFinished') {
        // Before he hears of it: he may leave at once.
        this.#customer = undefined;
        customer?.hear('message', message);
      }
      this.#answered?.(said);
    }
  }

  #fail(error: unknown): void {
    this.#isGone = true;
    this.#customer?.hear('error', error);
    this.#answered?.(undefined);
  }

  #exit(code: unknown): void {
    this.#isGone = true;
    this.#exited = true;
    this.#customer?.hear('exit', code);
    this.#answered?.(undefined);
  }
}
