// `sni metrics`: all our numbers in the text format of Prometheus, printed, or written whole into a file for node_exporter.
import { renameSync, writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { withApp } from './app.js';
import { DeskError } from './end.js';
import { readGauges } from './metrics/read.js';
import { metricsText } from './metrics/text.js';
import type { Screen } from './screen.js';

export function addMetrics(program: Command, screen: Screen): void {
  program
    .command('metrics')
    .description('Print all numbers as gauges in the text format of Prometheus, or write them for node_exporter’s textfile collector.')
    .option('--to <file>', 'write them there, whole or not at all; its name should end in .prom')
    .addHelpText(
      'after',
      '\n"sni serve" answers the same at /metrics. Rules and a dashboard stand in deploy/prometheus.\n\nExamples:\n  sni metrics\n  sni metrics --to /var/lib/prometheus/node-exporter/sni.prom',
    )
    .action(({ to }: { to?: string }, command: Command) =>
      withApp(command, async ({ sql, config }) => {
        const text = metricsText(await readGauges(sql, config));
        if (to === undefined) screen.write(text);
        else writeWhole(to, text);
      }),
    );
}

/** A reader never meets half a file. */
function writeWhole(path: string, text: string): void {
  const part = `${path}.${process.pid}.part`;
  try {
    writeFileSync(part, text, { mode: 0o644 });
    renameSync(part, path);
  } catch (cause) {
    throw new DeskError(
      `${path} cannot be written: ${cause instanceof Error ? cause.message : String(cause)}. Name a file that this account may write.`,
    );
  }
}
