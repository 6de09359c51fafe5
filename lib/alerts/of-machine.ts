// What can be wrong around the phases: the day's money, the age of backups, the room on disks.
import { existsSync, readdirSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { phaseNames } from '../config/phases.js';
import type { AlertScene, Trouble } from './condition.js';

const budgetShare = 0.8;
const backupDays = 2;
const freeShare = 0.1;

/** Daily limits that are nearly used up, of all phases together and of each that has its own. Empty where none is. */
export async function budget({ sql, config }: AlertScene): Promise<Trouble[]> {
  const [row] = await sql<{ usd: number; byPhase: unknown }[]>`
    select usd::float8, by_phase as "byPhase" from spending where day = (now() at time zone ${config.timeZone})::date`;
  if (!row) return [];
  const spent: Record<string, unknown> = row.byPhase !== null && typeof row.byPhase === 'object' ? { ...row.byPhase } : {};
  const limits = [
    { subject: '', usd: row.usd, limit: config.models.dailyCostLimitUsd, of: 'all phases' },
    ...phaseNames.map((name) => ({
      subject: name,
      usd: Number(spent[name] ?? 0),
      limit: config.phases[name].dailyCostLimitUsd ?? 0,
      of: name,
    })),
  ];
  return limits
    .filter(({ usd, limit }) => limit > 0 && usd >= limit * budgetShare)
    .map(({ subject, usd, limit, of }) => ({
      subject,
      since: null,
      what: `$${usd.toFixed(2)} of the $${limit.toFixed(2)} that ${of} may cost today are spent.`,
      todo: '"sni cost" says on what; daily_cost_limit in the settings is the limit, beyond which no model that costs is asked until midnight.',
    }));
}

/** Told only where backups are made: the folder is there. Our files are named sni-<time>.dump. */
export async function backup({ sql, config }: AlertScene): Promise<Trouble[]> {
  const folder = config.notify.backups;
  if (!existsSync(folder)) return [];
  let newest: number | null = null;
  try {
    for (const name of readdirSync(folder))
      if (/^sni-.*\.dump$/.test(name)) newest = Math.max(newest ?? 0, statSync(join(folder, name)).mtimeMs);
  } catch (error) {
    return [
      {
        subject: '',
        since: null,
        what: `The backups in ${folder} cannot be looked at: ${reasonOf(error)}.`,
        todo: `Let this account read ${folder}.`,
      },
    ];
  }
  const [clock] = await sql<{ at: Date }[]>`select now() as at`;
  const ageDays = newest === null ? null : ((clock?.at.getTime() ?? Date.now()) - newest) / 86_400_000;
  if (ageDays !== null && ageDays <= backupDays) return [];
  return [
    {
      subject: '',
      since: newest === null ? null : new Date(newest),
      what: ageDays === null ? `There is no backup in ${folder}.` : `The newest backup in ${folder} is ${Math.floor(ageDays)} days old.`,
      todo: 'The last lines of /var/log/sni/backup.log, or "journalctl -u sni-backup", say why; deploy/backup.sh makes one now.',
    },
  ];
}

/** The disks that SNI writes to, each once. One that cannot be looked at is passed over: its absence shows elsewhere. */
export async function disk(
  { config }: AlertScene,
  roomOf: (folder: string) => { bavail: number; blocks: number } = (folder) => statfsSync(folder),
): Promise<Trouble[]> {
  const folders = [...(config.databaseUrl === undefined ? [config.home] : []), config.checkpoints, config.notify.backups, '/var/log/sni'];
  const seen = new Set<number>();
  return folders.flatMap((folder) => {
    if (!existsSync(folder)) return [];
    const { dev } = statSync(folder);
    if (seen.has(dev)) return [];
    seen.add(dev);
    const { bavail, blocks } = roomOf(folder);
    const free = blocks > 0 ? bavail / blocks : 1;
    if (free >= freeShare) return [];
    return [
      {
        subject: folder,
        since: null,
        what: `The disk of ${folder} has ${(free * 100).toFixed(1)} % free.`,
        todo: 'Make room, or move what fills it; "df -h" and "du -xsh" say what does.',
      },
    ];
  });
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
