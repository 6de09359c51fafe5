// The script of every stage that is no phase: `sni run NAME` starts it with the stage's name before its flags.
import { systemTest } from '../config/stages.js';
import { isMain, runChosen } from '../run.js';
import { phaseOf, stageNamed } from './own.js';
import { systemTests } from './system-test.js';

if (isMain(import.meta.url)) {
  const [name = '', ...args] = process.argv.slice(2);
  if (name === systemTest) await runChosen(() => systemTests, args);
  else await runChosen((config) => phaseOf(stageNamed(config, name)), args);
}
