// `sni migrate`: applies each file of sql/ once, and goes on with the search words of older titles; --status only looks.
import type { Command } from 'commander';
import { shownDatabase } from '../app.js';
import { type MigrationStatus, migrate, migrationStatus, readMigrations, requireTables } from '../migrate.js';
import { fill } from '../search/fill.js';
import { settingsOf, withOpenApp } from './app.js';
import type { Screen } from './screen.js';
import { table } from './table.js';
import { listed, moment } from './words.js';

export function addMigrate(program: Command, screen: Screen): void {
  program
    .command('migrate')
    .description('Bring the database’s tables up to date. Safe to run again, and from several machines at once.')
    .option('--status', 'only show which files are applied', false)
    .option('--json', 'print one JSON document', false)
    .addHelpText('after', '\nExamples:\n  sni migrate\n  sni migrate --status\n  DATABASE_URL=postgres://sni@db/sni sni migrate')
    .action(async (options: { status: boolean; json: boolean }, command: Command) => {
      const config = settingsOf(command);
      const migrations = readMigrations(`${config.root}/sql`);
      await withOpenApp(config, async ({ sql }) => {
        if (options.status) {
          const status = await migrationStatus(sql, migrations);
          if (options.json) screen.json(status);
          else screen.print(render(status, config.timeZone, screen));
          return;
        }
        const applied = await migrate(sql, migrations);
        await requireTables(sql, migrations);
        const stop = new AbortController();
        const ending = () => stop.abort();
        process.once('SIGTERM', ending).once('SIGINT', ending);
        const filled = await fill(sql, stop.signal, (share) => screen.overwrite(`words of titles: ${Math.floor(share * 100)} %`));
        process.off('SIGTERM', ending).off('SIGINT', ending);
        screen.overwrite('');
        if (!filled) screen.note('Words of older titles are not all searched yet: "sni migrate" and "sni prune" go on with that.');
        if (options.json) screen.json({ applied });
        else if (applied.length === 0) screen.print(`Nothing to do: ${shownDatabase(config)} is up to date.`);
        else screen.print(`Applied ${listed(applied)} to ${shownDatabase(config)}.`);
      });
    });
}

function render(status: readonly MigrationStatus[], timeZone: string, screen: Screen): string {
  return table(
    [
      { title: 'file' },
      {
        title: 'state',
        least: 'whole',
        paint: (cell, text, colors) => (text === 'applied' ? cell : text === 'pending' ? colors.yellow(cell) : colors.red(cell)),
      },
      { title: 'applied', least: 'whole' },
    ],
    status.map(({ name, state, appliedAt }) => [name, state, appliedAt ? moment(appliedAt, timeZone) : '-']),
    screen,
  );
}
