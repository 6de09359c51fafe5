// After a batch of a phase that writes sentences: what it has stored is judged as `sni audit` judges it. Each answer passed the same check
// before it was stored, so much that does not stand means that something is wrong with the phase itself: it pauses and calls a human.

import { evidenceOf } from '../app/evidence.js';
import type { App } from '../app.js';
import { audited } from '../audit/audit.js';
import type { Finding } from '../audit/finding.js';
import { type PhaseName, phases } from '../config/phases.js';
import { callHuman } from '../errors/pause.js';
import type { Ending, RunId } from './progress.js';

/** Families of a batch that are looked at, the newest. */
const most = 200;
/** One bad answer of three is no slip. */
const usualShare = 0.3;
/** Of fewer, one slip would be a great share. */
const least = 5;

/** How the run ends where too much of what it has made does not stand; null where it ends as it would. */
export async function validate(
  { sql, config, log }: Pick<App, 'sql' | 'config' | 'log'>,
  id: RunId & { phase: PhaseName },
  made: number,
): Promise<Ending | null> {
  const { validates } = phases[id.phase];
  const { validate: share = usualShare } = config.phases[id.phase];
  if (validates.length === 0 || made === 0 || share === 1) return null;
  const [run] = await sql<{ started_at: Date }[]>`select started_at from runs where run_id = ${id.runId}`;
  if (!run) return null;
  const auditing = { check: await evidenceOf(config, false)(), theaters: config.theaters, eventTypes: config.eventTypes };
  let judged = 0;
  const findings: Finding[] = [];
  for await (const part of audited(sql, auditing, { since: run.started_at, most })) {
    judged += part.families;
    findings.push(...part.findings.filter((finding) => finding.rule === 'claim' && isOf(finding, validates)));
  }
  const wrong = new Set(findings.map(({ ef }) => ef)).size;
  log[wrong > 0 ? 'warn' : 'info']({ event: 'validated', families: judged, wrong, findings: findings.slice(0, 5) });
  if (judged < least || wrong / judged <= share) return null;
  const reason = `Of ${judged} families that this batch made, ${wrong} hold sentences that do not stand on their headlines, such as that of ${findings[0]?.of}: ${findings[0]?.reason}.`;
  const said = `${reason} "sni audit --since 1h" lists them, "sni audit --fix" takes them out, "sni resume ${id.phase}" goes on.`;
  await callHuman(sql, id, { signature: 'batch does not stand', errorClass: 'systemic' }, wrong, said);
  log.warn({ event: 'paused', reason: said, until: null });
  return { exit: 'paused' };
}

function isOf({ of, field }: Finding, validates: readonly string[]): boolean {
  const [sort = ''] = of.split(':');
  return validates.some((one) => `${sort}:${field}`.startsWith(one));
}
