// `sni cost`: what models have cost, by day, phase and model, and today against the limits.
import type { Command } from 'commander';
import { wholeNumber } from '../whole-number.js';
import { withApp } from './app.js';
import { readUse } from './cost/read.js';
import { renderCost } from './cost/render.js';
import { readSpendingDays, todayOf } from './cost/today.js';
import type { Screen } from './screen.js';

const standardDays = 7;

export function addCost(program: Command, screen: Screen): void {
  program
    .command('cost')
    .description('Show what models cost: today against the limits, and each of the last days by phase and model.')
    .option('-d, --days <n>', 'today and the days before it, n in all', wholeNumber(366), standardDays)
    .option('--json', 'print one JSON object', false)
    .addHelpText(
      'after',
      `
Days begin at midnight of "timezone" in sni.yaml; money is US dollars. The limits are "models.daily_cost_limit" for all phases
together and "phases.<phase>.daily_cost_limit" for one. What a call may cost at most is set aside before it and corrected after it;
what stays set aside belongs to calls under way, or to a process that was killed while it asked.

calls        answers asked of a model; "refused" did not have their shape or did not stand on the titles, "failed" are none
in           tokens sent, "cached" of them cheaper ones; "out" answered, "thinking" beside them
cost         what the calls that were written down did cost

Examples:
  sni cost
  sni cost --days 30
  sni cost --days 30 --json | jq '.use | map(.costUsd) | add'`,
    )
    .action(async (options: { days: number; json: boolean }, command: Command) => {
      await withApp(command, async ({ sql, config }) => {
        const [days, use] = await Promise.all([
          readSpendingDays(sql, config.timeZone, options.days),
          readUse(sql, config.timeZone, options.days),
        ]);
        const today = todayOf(days, config);
        if (options.json) screen.json({ timeZone: config.timeZone, today, days: days.days, use: use.models, rules: use.rules });
        else screen.print(renderCost({ today, days: days.days, use, count: options.days }, screen));
      });
    });
}
