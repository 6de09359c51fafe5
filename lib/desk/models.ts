// `sni models`: which model answers what, whether it can be asked now, and if not, why, until when and what to do.
import type { Command } from 'commander';
import { keyVariables } from '../config/providers.js';
import { withApp } from './app.js';
import { readSpendingDays, todayOf } from './cost/today.js';
import { reachServers } from './models/reach.js';
import { readLanes } from './models/read.js';
import { renderModels } from './models/render.js';
import { viewOf } from './models/rows.js';
import { addModelsTest } from './models/test.js';
import type { Screen } from './screen.js';

export function addModels(program: Command, screen: Screen): void {
  const models = program
    .command('models')
    .description('Show which models answer what, whether their servers have them and can be asked now, and today’s budget.')
    .option('--json', 'print one JSON object', false)
    .addHelpText(
      'after',
      `
role           what is asked: decide and describe (generate), enrich, narrate, doctor, observe; its models stand in the order in which they are asked
at its server  whether the server has the model, and what to do where it has not
lane           "paused": the server told us to wait; "left alone": it failed several times in a row and is tried again then

Roles, limits and prices stand under "models" in sni.yaml; keys in ${keyVariables.join(', ')}, which are never shown.

Examples:
  sni models
  sni models test                 ask each of them one tiny question
  sni models --json | jq '.roles[] | select(.missing != null)'`,
    )
    .action(async (options: { json: boolean }, command: Command) => {
      await withApp(command, async ({ sql, config }) => {
        const { timeZone } = config;
        const { probes } = await import('../app/probes.js');
        const [reached, lanes, days] = await Promise.all([
          reachServers(probes(config)),
          readLanes(sql),
          readSpendingDays(sql, timeZone, 1),
        ]);
        const view = viewOf(config, reached, lanes);
        const today = todayOf(days, config);
        if (options.json) screen.json({ at: lanes.at, configured: view.roles.length > 0, ...view, today });
        else screen.print(renderModels(view, { at: lanes.at, timeZone, today, file: config.file }, screen));
      });
    });
  addModelsTest(models, screen);
}
