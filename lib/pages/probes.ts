// What machines ask of the server: its numbers, whether it lives, and whether it can answer.
import type { Hono } from 'hono';
import type { App } from '../app.js';
import { withinSeconds } from '../deadline.js';
import { readGauges } from '../desk/metrics/read.js';
import { metricsText } from '../desk/metrics/text.js';

const prometheusType = 'text/plain; version=0.0.4; charset=utf-8';
const readySeconds = 3;
const metricsSeconds = 10;

/** Puts them on the site. None is kept by who asked. */
export function addProbes(site: Hono, { sql, config, log }: Pick<App, 'sql' | 'config' | 'log'>): void {
  site.get('/health', (context) => context.json({ ok: true }, 200, { 'Cache-Control': 'no-store' }));
  site.get('/ready', async (context) => {
    const ready = await withinSeconds(readySeconds, sql`select from phases limit 1`).then(
      () => true,
      (error: unknown) => {
        log.warn({ event: 'not_ready', err: error }, 'the database does not answer');
        return false;
      },
    );
    return context.json({ ok: ready }, ready ? 200 : 503, { 'Cache-Control': 'no-store' });
  });
  // One reading for all that ask at once.
  let reading: Promise<string> | null = null;
  site.get('/metrics', async (context) => {
    reading ??= withinSeconds(metricsSeconds, readGauges(sql, config))
      .then(metricsText)
      .finally(() => {
        reading = null;
      });
    return context.body(await reading, 200, { 'Content-Type': prometheusType, 'Cache-Control': 'no-store' });
  });
}
