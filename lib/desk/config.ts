// `sni config check`: whether the settings are right. `sni config show`: what holds, and where each value came from; secrets masked.
import type { Command } from 'commander';
import { shownSettings } from '../config/shown.js';
import { settingsOf } from './app.js';
import { clean } from './clean.js';
import type { Screen } from './screen.js';
import { table } from './table.js';
import { counted, listed } from './words.js';

export function addConfig(program: Command, screen: Screen): void {
  const config = program.command('config').description('Look at the settings: whether they are right (check), what holds and why (show).');
  config
    .command('check')
    .description('Say whether the settings file and the environment are right; all that is wrong at once.')
    .option('--json', 'print one JSON object', false)
    .addHelpText('after', '\nExit code: 0 right, 78 wrong.\n\nExamples:\n  sni config check\n  sni --config other.yaml config check')
    .action(({ json }: { json: boolean }, command: Command) => {
      const { file, sources, notify, models } = settingsOf(command, { paths: true });
      const missing = notify.notifiers.filter((one) => one.missing.length > 0);
      if (json)
        screen.json({
          ok: true,
          file,
          sources: sources.length,
          roles: Object.keys(models.roles),
          notifiers: notify.notifiers.map(({ name, kind, missing }) => ({ name, kind, missing })),
        });
      else {
        const roles = Object.keys(models.roles);
        screen.print(
          clean(
            `${file} is right: ${counted(sources.length, 'source')}, ${roles.length === 0 ? 'rules instead of models' : `models for ${listed(roles)}`}, ${counted(notify.notifiers.length, 'notifier')}.`,
          ),
        );
        for (const { name, missing: variables } of missing)
          screen.print(clean(`The notifier ${name} tells nobody before ${listed(variables)} is in the environment.`));
      }
    });
  config
    .command('show')
    .description('Show every setting as it holds, and whether the file, the environment or its default says so. Secrets are not shown.')
    .argument('[key]', 'only what begins so, such as models or phases.enrich')
    .option('--json', 'print one JSON array', false)
    .addHelpText('after', '\nExamples:\n  sni config show\n  sni config show phases.enrich')
    .action((key: string | undefined, { json }: { json: boolean }, command: Command) => {
      const rows = shownSettings(settingsOf(command)).filter(
        (row) => key === undefined || row.key === key || row.key.startsWith(`${key}.`),
      );
      if (json) screen.json(rows);
      else if (rows.length === 0) screen.print(`No setting is named ${clean(key ?? '')}. "sni config show" shows all.`);
      else
        screen.print(
          table(
            [
              { title: 'setting', least: 'whole' },
              { title: 'value', least: 20 },
              { title: 'from', least: 'whole' },
            ],
            rows.map((row) => [row.key, row.value, row.from]),
            screen,
          ),
        );
    });
}
