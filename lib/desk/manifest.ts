// `sni dispatch` and `sni verify`: a manifest that was planned is loaded into the backlogs, worked by the phases, and proved line by line.
import type { Command } from 'commander';
import type { Sql } from 'postgres';
import { phaseNames } from '../config/phases.js';
import { systemTest } from '../config/stages.js';
import type { Config } from '../config.js';
import { doAgain } from '../operator/again.js';
import { note } from '../operator/log.js';
import { withApp } from './app.js';
import { type Signed, signed } from './asker.js';
import { askPhase } from './child.js';
import { DeskError, exitCodes } from './end.js';
import { type DoAgain, dispatch } from './manifest/dispatch.js';
import { isTest, readManifest } from './manifest/line.js';
import { type Proof, type Proved, verify } from './manifest/verify.js';
import type { Screen } from './screen.js';
import { table } from './table.js';
import { counted } from './words.js';

export function addDispatch(program: Command, screen: Screen): void {
  signed(program.command('dispatch'))
    .description('Load a manifest into the backlogs of the phases. A line that was loaded before is not loaded again.')
    .argument('<manifest>', 'a file that "sni plan" wrote')
    .option('--json', 'print one JSON object', false)
    .addHelpText('after', '\nExamples:\n  sni dispatch gaps.jsonl && sni run enrich && sni verify gaps.jsonl')
    .action((file: string, options: Signed & { json: boolean }, command: Command) =>
      withApp(command, async ({ sql, config }) => {
        const lines = readManifest(file);
        const named = [...new Set(lines.map((line) => (isTest(line) ? systemTest : line.phase)))];
        const stages = config.stages.map(({ name }) => name);
        const unknown = named.find((name) => ![...phaseNames, ...stages, systemTest].includes(name));
        if (unknown !== undefined)
          throw new DeskError(`${file} names the phase ${unknown}, which there is not. Nothing was loaded.`, exitCodes.wrongConfiguration);
        const asker = { byWhom: options.by, why: options.why };
        const added = await dispatch(sql, lines, asker, again(sql, config));
        if (added > 0) await note(sql, { act: 'dispatch', phase: null, said: file, ...asker }, added);
        if (options.json) screen.json({ lines: lines.length, added, phases: named });
        else
          screen.print(
            `${counted(added, 'line')} of ${lines.length.toLocaleString('en')} loaded${added < lines.length ? ', the others were before' : ''}. The phases do it: ${named.map((name) => `sni run ${name}`).join(', ')}; then sni verify ${file}`,
          );
      }),
    );
}

/** P2 and P3 know how titles are let go of; their desks do it. */
function again(sql: Sql, config: Config): DoAgain {
  return async (phase, ids, asker) => {
    if (phase === 'filter') await askPhase(config, phase, ['reprocess', phase, ...ids, '--by', asker.byWhom, '--json']);
    else if (phase === 'generate') await askPhase(config, phase, ['let-go', '--by', phase, '--all', '--ids', ...ids]);
    else await doAgain(sql, phase, { ids, since: null, stale: false }, asker);
  };
}

export function addVerify(program: Command, screen: Screen): void {
  program
    .command('verify')
    .description('Prove each line of a manifest: done, waiting, failed or missing. Exits with 0 only when all is done.')
    .argument('<manifest>', 'a file that "sni plan" wrote')
    .option('--all', 'list also what is done', false)
    .option('--json', 'print one JSON object a line', false)
    .addHelpText(
      'after',
      `
done      worked since it was dispatched, and no longer missing; a test has its receipt
waiting   in the backlog, being worked, or not yet taken up
failed    set aside: "sni failures" says why
missing   never dispatched, or there is no such item any more

Exit codes: 0 all done, 75 some still wait and nothing failed, 1 some failed or are missing, 78 no manifest.

Examples:
  sni verify gaps.jsonl
  sni verify gaps.jsonl --json | jq 'select(.state == "failed")'`,
    )
    .action((file: string, options: { all: boolean; json: boolean }, command: Command) =>
      withApp(command, async ({ sql, config }) => {
        const proved = await verify(sql, config, readManifest(file));
        if (options.json) screen.write(proved.map(({ line, ...rest }) => `${JSON.stringify({ ...line, ...rest })}\n`).join(''));
        else screen.print(render(proved, options.all, screen));
        const of = (state: Proof): boolean => proved.some((one) => one.state === state);
        screen.end(of('failed') || of('missing') ? exitCodes.failed : of('waiting') ? exitCodes.busy : 0);
      }),
    );
}

function render(proved: readonly Proved[], all: boolean, screen: Screen): string {
  const count = (state: Proof): number => proved.filter((one) => one.state === state).length;
  const sum = (['done', 'waiting', 'failed', 'missing'] as const)
    .map((state) => `${count(state).toLocaleString('en')} ${state}`)
    .join(', ');
  const shown = proved.filter(({ state }) => all || state !== 'done');
  const rows = shown.map(({ line, state, said }) => [
    String(line.line),
    line.do,
    isTest(line) ? '' : `${line.phase} ${line.item}`,
    state,
    said,
  ]);
  const columns = [
    { title: 'line', align: 'right' as const },
    { title: 'do', least: 'whole' as const },
    { title: 'item', least: 'whole' as const },
    { title: 'state', least: 'whole' as const },
    { title: 'said', least: 20 },
  ];
  return [...(rows.length > 0 ? [table(columns, rows, screen), ''] : []), `${counted(proved.length, 'line')}: ${sum}.`].join('\n');
}
