// Programs for tests of deploy/p3-worker.sh: a phase that does what the test plans, and a sleep that says how long it was asked to take.

/** Each batch does the next line of `plan`; when there is no more, nothing. */
export const phase = `
import { appendFileSync, readFileSync } from 'node:fs';
const here = new URL('../../', import.meta.url);
const said = (line) => appendFileSync(new URL('said', here), line + '\\n');
said('batch ' + process.env.SNI_BATCH + ' ' + process.argv.slice(2).join(' ') + ' in ' + process.env.SNI_CHECKPOINTS);
const plan = readFileSync(new URL('plan', here), 'utf8').trim().split('\\n')[process.env.SNI_BATCH - 1] ?? 'nothing';
const end = (exit, code) => { console.log(JSON.stringify({ event: 'finished', done: 63, seconds: 1.5, exit })); process.exitCode = code; };
let terms = 0;
if (plan === 'done' || plan === 'nothing') end(plan, 0);
else if (plan === 'paused') end(plan, 75);
else if (plan === 'die') process.kill(process.pid, 'SIGKILL');
else if (plan.startsWith('code ')) {
  console.error('a sentence');
  process.exitCode = Number(plan.slice(5));
}
else {
  const alive = setInterval(() => undefined, 1000);
  process.on('SIGTERM', () => {
    if (++terms > 1) return;
    said('TERM');
    if (plan === 'slow') setTimeout(() => { clearInterval(alive); said('ended'); end('stopped', 0); }, 500);
  });
  said('works');
}
`;
/** A sleep that says how long it was asked to take, and takes a tenth of a second; with a file \`broken\` it fails. */
export const desk = `
import { appendFileSync, existsSync } from 'node:fs';
const here = new URL('../../../', import.meta.url);
appendFileSync(new URL('said', here), process.argv.slice(2).join(' ') + '\\n');
if (existsSync(new URL('broken', here))) process.exit(1);
setTimeout(() => undefined, existsSync(new URL('deep', here)) ? 60000 : 100);
`;
