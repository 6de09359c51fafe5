// `sni diagnose`: looks at all that SNI stands on and says of each ok, warn or fail, with what to do. It needs nothing to be right: settings
// that are wrong and a database that is away are what it tells of.
import type { Command } from 'commander';
import { sentenceOf } from '../errors/doctor.js';
import { settingsOf, withOpenApp } from './app.js';
import { clean } from './clean.js';
import { type DiagnoseCheck, failing, ok } from './diagnose/check.js';
import { checkDatabase } from './diagnose/database.js';
import { checkRights, checkStarters } from './diagnose/machine.js';
import { exitCodes } from './end.js';
import { paragraph } from './prose.js';
import type { Colors, Screen } from './screen.js';
import { counted } from './words.js';

export function addDiagnose(program: Command, screen: Screen): void {
  program
    .command('diagnose')
    .description('Look at all that SNI stands on, settings, database, disks, cron, lanes, feeds, and say what is wrong and what to do.')
    .option('--json', 'print one JSON object', false)
    .addHelpText(
      'after',
      '\nExit code: 0 where nothing fails (warnings do not count), else 1.\n\nExamples:\n  sni diagnose\n  sni diagnose --json | jq \'.checks[] | select(.state != "ok")\'',
    )
    .action(async ({ json }: { json: boolean }, command: Command) => {
      const checks = await allChecks(command);
      const failed = checks.filter(({ state }) => state === 'fail').length;
      const warned = checks.filter(({ state }) => state === 'warn').length;
      if (json) screen.json({ ok: failed === 0, failed, warned, checks });
      else {
        for (const check of checks) screen.print(lineOf(check, screen));
        screen.print(`\n${counted(checks.length, 'check')}: ${failed} failed, ${counted(warned, 'warning')}.`);
      }
      if (failed > 0) screen.end(exitCodes.failed);
    });
}

async function allChecks(command: Command): Promise<DiagnoseCheck[]> {
  const checks: DiagnoseCheck[] = [];
  try {
    const config = settingsOf(command, { paths: true });
    checks.push(ok('settings', `${config.file} is right.`), checkRights(config));
    await withOpenApp(config, async (app) => {
      checks.push(...(await checkDatabase(app)));
      checks.push(
        ...(await checkStarters(app.sql).catch((error) => [failing('starters', sentenceOf(error), 'See to the database first.')])),
      );
    });
  } catch (error) {
    // Each look at an open database catches its own: what ends here is that settings or database cannot be opened.
    if (checks.length === 0) checks.push(failing('settings', sentenceOf(error), 'Mend them: nothing runs on settings that are wrong.'));
    else checks.push(failing('database', sentenceOf(error), 'Nothing else can be looked at before it can be reached.'));
  }
  return checks;
}

const paints: Record<DiagnoseCheck['state'], (colors: Colors, text: string) => string> = {
  ok: (colors, text) => colors.green(text),
  warn: (colors, text) => colors.yellow(text),
  fail: (colors, text) => colors.red(text),
};

function lineOf({ name, state, said, todo }: DiagnoseCheck, screen: Screen): string {
  const mark = paints[state](screen.colors, state.padEnd(4));
  const lines = said.split('\n').map((line) => clean(line.trim()));
  const first = `${mark}  ${name}: ${lines.join(' ')}`;
  return todo === '' ? first : `${first}\n${paragraph(todo, screen, { lead: '      ', indent: 6 })}`;
}
