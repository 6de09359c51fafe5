// At each heartbeat of a run: `systemctl status` says how its batch stands, and the unit's watchdog (or the file that stands for it where there
// is no systemd) is fed when the counts have moved. A run whose heart beats while nothing is claimed, answered or settled starves it.
import type { App } from '../app.js';
import { type PhaseName, phases } from '../config/phases.js';
import { sentenceOf } from '../errors/doctor.js';
import { isHeard, notifier } from '../notify.js';
import type { ItemCounts, Pace } from './progress.js';

/** Tells at each beat; does nothing where nobody hears. What goes wrong is logged once and costs the run nothing. */
export function makeTeller({ sql, config, log }: Pick<App, 'sql' | 'config' | 'log'>, phase: PhaseName, counts: ItemCounts) {
  const tell = notifier(config);
  let fed = '';
  let warned = false;
  return (pace: Pace): void => {
    if (!isHeard(config)) return;
    const moved = JSON.stringify(counts);
    const say = async (): Promise<void> => {
      const [ready] = await sql<{ n: number }[]>`select count(*)::int as n from work where phase = ${phase} and state = 'ready'`;
      const waiting = Math.max(0, (ready?.n ?? 0) - Math.max(0, counts.total - counts.claimed));
      const status = statusText({ batch: config.batchOfWorker, total: counts.total, items: phases[phase].items[1], waiting, ...pace });
      if (await tell({ status, moved: moved !== fed })) fed = moved;
    };
    say().catch((error: unknown) => {
      if (!warned) log.warn({ event: 'liveness not told', error: sentenceOf(error) });
      warned = true;
    });
  };
}

/** `batch 41: 63/100 titles, 4.1/min, ETA 9 min, 1,320 waiting`; `waiting` is what is ready beyond this batch. Pure. */
export function statusText(standing: Pace & { batch: number | undefined; total: number; items: string; waiting: number }): string {
  const { batch, finished, total, perMinute, etaMinutes, waiting } = standing;
  const parts = [
    `${batch === undefined ? '' : `batch ${batch}: `}${finished.toLocaleString('en')}/${total.toLocaleString('en')} ${standing.items}`,
    ...(perMinute > 0 ? [`${perMinute.toLocaleString('en', { maximumFractionDigits: perMinute < 100 ? 1 : 0 })}/min`] : []),
    ...(etaMinutes === null || finished >= total ? [] : [etaMinutes < 1 ? 'ETA under 1 min' : `ETA ${Math.round(etaMinutes)} min`]),
    `${waiting.toLocaleString('en')} waiting`,
  ];
  return parts.join(', ');
}
