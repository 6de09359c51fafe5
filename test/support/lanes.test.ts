import { EventEmitter } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { PoolOptions, PoolWorker, WorkerRequest } from 'vitest/node';
import { lane } from './lanes.js';

interface FakeProcess extends PoolWorker {
  says: (event: 'message' | 'exit' | 'error', what: unknown) => void;
  was: string[];
}

/** A lane of fake processes, and a runner that hands out files to it as the pool of vitest does. */
function makeLane(processes: number, how: { refuses?: boolean } = {}) {
  const made: FakeProcess[] = [];
  const cancels: (() => void)[] = [];
  const cancelled: string[] = [];
  const project = {
    vitest: {
      onCancel: (cancel: () => void) => void cancels.push(cancel),
      state: { cancelFiles: (files: { filepath: string }[]) => void cancelled.push(...files.map(({ filepath }) => filepath)) },
    },
  };
  const pool = lane('fake', processes, () => {
    const worker = fakeProcess(how);
    made.push(worker);
    return worker;
  });
  const makeSeat = () => pool.createPoolWorker({ project } as unknown as PoolOptions);
  const order: string[] = [];
  /** Runs a file from its start to its end, of which `order` tells. */
  const hand = async (file: string): Promise<void> => {
    const seat = makeSeat();
    await seat.start();
    const finished = new Promise<void>((resolve) => {
      seat.on('message', (said: { type?: string; rpc?: string }) => {
        if (said.rpc) order.push(`${file} heard ${said.rpc}`);
        if (said.type === 'testfileFinished') resolve();
      });
      for (const event of ['error', 'exit']) {
        seat.on(event, () => {
          order.push(`${file} lost`);
          resolve();
        });
      }
    });
    seat.send({ type: 'start' } as WorkerRequest);
    seat.send({ type: 'run', context: { files: [{ filepath: file }] } } as WorkerRequest);
    await finished;
    order.push(file);
    await seat.stop();
  };
  return { made, order, cancelled, makeSeat, hand, cancel: () => cancels.forEach((cancel) => void cancel()) };
}

function fakeProcess({ refuses = false }): FakeProcess {
  const heard = new EventEmitter();
  const was: string[] = [];
  const says: FakeProcess['says'] = (event, what) => void heard.emit(event, what);
  const answer = (type: string, more = {}) => says('message', { __vitest_worker_response__: true, type, ...more });
  return {
    name: 'fake',
    was,
    says,
    on: (event, callback) => void heard.on(event, callback),
    off: (event, callback) => void heard.off(event, callback),
    deserialize: (message) => message,
    start: async () => void was.push('begun'),
    stop: async () => void was.push('ended'),
    send: (request) => {
      was.push(request.type === 'run' ? (request.context.files[0]?.filepath ?? '') : request.type);
      if (request.type === 'start') answer('started', refuses ? { error: new Error('no such module') } : {});
      if (request.type === 'stop') answer('stopped');
    },
  };
}

const finished = { __vitest_worker_response__: true, type: 'testfileFinished' };

/** Until all that can go on has gone on. */
async function settled(): Promise<void> {
  for (let turns = 0; turns < 20; turns++) await turn();
}

test('as many processes as the lane has run its files one after another, and end when there is no more', async () => {
  const { made, order, hand } = makeLane(2);
  const all = Promise.all(['a', 'b', 'c', 'd'].map(hand));
  await settled();
  expect(made.map(({ was }) => was)).toEqual([
    ['begun', 'start', 'a'],
    ['begun', 'start', 'b'],
  ]);
  made[1]?.says('message', finished);
  await settled();
  expect(made[1]?.was).toEqual(['begun', 'start', 'b', 'c']);
  made[1]?.says('message', finished);
  made[0]?.says('message', finished);
  await settled();
  expect(made[0]?.was).toEqual(['begun', 'start', 'a', 'stop', 'ended']);
  made[1]?.says('message', finished);
  await all;
  expect(made[1]?.was).toEqual(['begun', 'start', 'b', 'c', 'd', 'stop', 'ended']);
  expect(order).toEqual(['b', 'c', 'a', 'd']);
});

test('what a process says is heard where its file was handed out, and nowhere else', async () => {
  const { made, order, hand } = makeLane(1);
  const all = Promise.all(['a', 'b'].map(hand));
  await settled();
  made[0]?.says('message', { rpc: 'one' });
  made[0]?.says('message', finished);
  await settled();
  made[0]?.says('message', { rpc: 'two' });
  made[0]?.says('message', finished);
  await all;
  expect(order).toEqual(['a heard one', 'a', 'b heard two', 'b']);
});

test('a process that dies takes its file with it; the next file has a new one', async () => {
  const { made, order, hand } = makeLane(1);
  const all = Promise.all(['a', 'b'].map(hand));
  await settled();
  made[0]?.says('exit', null);
  await settled();
  made[1]?.says('message', finished);
  await all;
  expect(order).toEqual(['a lost', 'a', 'b']);
  expect(made.map(({ was }) => was)).toEqual([
    ['begun', 'start', 'a'],
    ['begun', 'start', 'b', 'stop', 'ended'],
  ]);
});

test('a process that cannot begin takes its file with it and is ended', async () => {
  const { made, order, hand } = makeLane(1, { refuses: true });
  await hand('a');
  expect(order).toEqual(['a lost', 'a']);
  expect(made.map(({ was }) => was)).toEqual([['begun', 'start', 'ended']]);
});

test('who cancels a run waits for the files that run, and no other begins', async () => {
  const { made, order, cancelled, hand, cancel } = makeLane(1);
  const all = Promise.all(['a', 'b', 'c'].map(hand));
  await settled();
  cancel();
  await settled();
  made[0]?.says('message', finished);
  await all;
  expect(cancelled).toEqual(['b', 'c']);
  expect(order).toEqual(['b', 'c', 'a']);
  expect(made.map(({ was }) => was)).toEqual([['begun', 'start', 'a', 'stop', 'ended']]);
});

test('a file that is given up while it runs ends its process; the next file has a new one', async () => {
  const { made, makeSeat, hand } = makeLane(1);
  const seat = makeSeat();
  await seat.start();
  seat.send({ type: 'start' } as WorkerRequest);
  seat.send({ type: 'run', context: { files: [{ filepath: 'a' }] } } as WorkerRequest);
  const next = hand('b');
  await settled();
  const stopped = seat.stop();
  await settled();
  made[0]?.says('exit', null);
  await stopped;
  await settled();
  made[1]?.says('message', finished);
  await next;
  expect(made.map(({ was }) => was)).toEqual([
    ['begun', 'start', 'a', 'ended'],
    ['begun', 'start', 'b', 'stop', 'ended'],
  ]);
});
