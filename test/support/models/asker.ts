// A process that asks: takes settings and a number as JSON, asks so many questions at once, says on standard output when it has begun and
// how each ended. For tests of what several processes share.
import { readConfig } from '../../../lib/config.js';
import { numbered, openDoor } from './door.js';

export interface AskerWish {
  file: string;
  questions: number;
}

const { file, questions } = JSON.parse(process.argv[2] ?? '{}') as AskerWish;
const door = await openDoor(readConfig(file), {});
process.stdout.write('asking\n');
await Promise.all(
  Array.from({ length: questions }, async (_, number) => {
    const ended = await door.ask(numbered(process.pid * 1000 + number)).then(
      () => 'answered',
      (error: Error) => `${error.name}: ${error.message}`,
    );
    process.stdout.write(`${ended}\n`);
  }),
);
await door.end();
