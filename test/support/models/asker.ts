// A process that asks many questions at once, for tests of what several processes share. It says on standard output when it has begun and
// how each question ended.
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
