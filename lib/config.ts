// All settings, from sni.yaml and the environment, checked and frozen. Whatever is wrong is reported at once, and nothing runs on
// settings that were half understood. No other file reads the environment.
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { programOf } from './config/checked.js';
import { type Environment, readEnvironment } from './config/environment.js';
import { readFile } from './config/file.js';
import type { Keep } from './config/keeping.js';
import { defaultEventTypes, defaultTheaters, type EventType, type Theater } from './config/lists.js';
import { type ModelSettings, modelsOf } from './config/models.js';
import { type Notify, notifyOf } from './config/notify.js';
import { eachOf, type PhaseName, phaseNames, phases } from './config/phases.js';
import type { PhaseSettings } from './config/run-settings.js';
import type { Fetching, Settings, Source } from './config/settings.js';
import { rolesOfStages, type Stage, stagesOf } from './config/stages.js';
import type { VocabularySettings } from './config/vocabulary.js';

export interface Config {
  /** The settings file; relative paths in it start from its folder. */
  file: string;
  folder: string;
  /** The project's own folder, where sql/ and the phases' data stand. */
  root: string;
  /** Where the embedded database lives when `databaseUrl` is undefined. */
  home: string;
  checkpoints: string;
  databaseUrl: string | undefined;
  database: string;
  connections: number;
  /** A run ends as failed when the database has not answered for so long. */
  silenceSeconds: number;
  timeZone: string;
  logLevel: string;
  /** Which batch of its worker this run is; undefined where no worker counts. */
  batchOfWorker: number | undefined;
  /** Where systemd hears of this process; undefined outside a service. */
  notifySocket: string | undefined;
  /** A file that is written whenever work has moved, for a machine that has no systemd; undefined: none. */
  aliveFile: string | undefined;
  /** The device and inode of what systemd has connected to its journal; undefined outside a service. */
  journalStream: string | undefined;
  ingestEverySeconds: number;
  fetch: Fetching;
  phases: Record<PhaseName, PhaseSettings>;
  /** Stages of the operator's own; the settings of their runs are among those of the phases. */
  stages: readonly Stage[];
  theaters: Record<string, Theater>;
  eventTypes: Record<string, EventType>;
  /** What the operator adds to and removes from the gate's vocabulary. */
  vocabulary: VocabularySettings;
  models: ModelSettings;
  brief: {
    /** Undefined: to nobody. */
    mail?: { from: string; to: readonly string[] } | undefined;
    /** How mail is sent, with a password in it: never shown. */
    smtpUrl: string | undefined;
  };
  /** Who is told of what is wrong. */
  notify: Notify;
  /** How long what is stored is kept. */
  keep: Keep;
  /** Where titles go before they are let go of; undefined: nowhere. */
  archive: string | undefined;
  sources: readonly Source[];
}

/** All that is wrong with the settings, one line each. It ends a program with exit code 78. */
export class ConfigError extends Error {
  override name = 'ConfigError';
  readonly exitCode = 78;
  constructor(readonly problems: readonly string[]) {
    super(
      `${problems.length === 1 ? 'A setting is' : `${problems.length} settings are`} wrong:\n${problems.map((line) => `  ${line}`).join('\n')}`,
    );
  }
}

/** The nearest folder at or above this file that holds package.json. */
export const projectRoot = findRoot(dirname(fileURLToPath(import.meta.url)));

/** The settings file of the sample world. */
export const sampleFile = resolve(projectRoot, 'deploy/sample/sni.yaml');

interface Looking {
  /** Whether the files and folders of sources are looked for. */
  paths?: boolean;
  /** Another file that holds the settings' text, as it was. */
  textFrom?: string | undefined;
}

/**
 * Reads and checks settings. `file` wins over SNI_CONFIG, which wins over the project's sni.yaml. Whether the files and folders of sources
 * are there is looked at unless `paths` is false, for what reads no source.
 * Throws ConfigError with every problem of the file and the environment at once.
 */
export function readConfig(file?: string, from: NodeJS.ProcessEnv = process.env, { paths = true, textFrom }: Looking = {}): Config {
  const { environment, problems } = readEnvironment(from);
  const path = resolve(file ?? environment.SNI_CONFIG ?? resolve(projectRoot, 'sni.yaml'));
  const read = readFile(
    { path, textFrom, paths, root: projectRoot },
    { folder: from['NODE_COMPILE_CACHE'], program: programOf(import.meta.url) },
  );
  if (read.settings === null || problems.length > 0) throw new ConfigError([...read.problems, ...problems]);
  return Object.freeze(configOf(path, read.settings, environment, from));
}

/** The environment for a script started on behalf of this config: the caller's, with the settings file named. */
export function environmentFor(config: Config): NodeJS.ProcessEnv {
  return { ...process.env, SNI_CONFIG: config.file };
}

function configOf(file: string, read: Settings, environment: Environment, from: NodeJS.ProcessEnv): Config {
  const folder = dirname(file);
  const stages = stagesOf(read.stages, folder, from);
  const models = modelsOf(read.models, environment);
  return {
    file,
    folder,
    root: projectRoot,
    home: resolve(environment.SNI_HOME ?? resolve(projectRoot, '.sni')),
    checkpoints: environment.SNI_CHECKPOINTS
      ? resolve(environment.SNI_CHECKPOINTS)
      : read.checkpoints
        ? resolve(folder, read.checkpoints)
        : resolve(projectRoot, 'checkpoints'),
    databaseUrl: environment.DATABASE_URL,
    database: read.database,
    connections: read.connections,
    silenceSeconds: read.silence,
    timeZone: read.timezone,
    logLevel: environment.SNI_LOG ?? 'info',
    batchOfWorker: environment.SNI_BATCH === undefined ? undefined : Number(environment.SNI_BATCH),
    notifySocket: environment.NOTIFY_SOCKET,
    aliveFile: environment.SNI_ALIVE === undefined ? undefined : resolve(environment.SNI_ALIVE),
    journalStream: environment.JOURNAL_STREAM,
    ingestEverySeconds: read.ingest_every,
    fetch: read.fetch,
    phases: {
      ...eachOf(phaseNames, (name) => settingsOf(name, read.phases[name] ?? {})),
      ...Object.fromEntries(stages.map(({ name, runs }) => [name, settingsOf(name as PhaseName, runs)])),
    },
    stages,
    theaters: { ...defaultTheaters, ...read.theaters },
    eventTypes: { ...defaultEventTypes, ...read.event_types },
    vocabulary: read.vocabulary,
    models: { ...models, roles: { ...models.roles, ...rolesOfStages(stages) } },
    brief: { mail: read.brief.mail, smtpUrl: environment.SMTP_URL },
    notify: notifyOf(read.notify, from),
    ...keptBy(read.keep, folder),
    sources: read.sources,
  };
}

function keptBy({ archive, ...keep }: Settings['keep'], folder: string): Pick<Config, 'keep' | 'archive'> {
  return { keep, archive: archive === undefined ? undefined : resolve(folder, archive) };
}

function settingsOf(name: PhaseName, given: NonNullable<Settings['phases'][PhaseName]>): PhaseSettings {
  const standard = phases[name].defaults;
  const only = 'only' in given ? given.only : undefined;
  return {
    batch: given.batch ?? standard.batch,
    group: given.group ?? standard.group,
    maxInflight: given.max_inflight ?? standard.maxInflight,
    leaseSeconds: given.lease ?? standard.leaseSeconds,
    attempts: given.attempts ?? standard.attempts,
    graceSeconds: given.grace ?? standard.graceSeconds,
    deadlineSeconds: given.deadline ?? standard.deadlineSeconds,
    maxPending: given.max_pending,
    lanes: given.lanes,
    validate: given.validate,
    dailyCostLimitUsd: given.daily_cost_limit,
    ...(only ? { only: { minTitles: only.min_titles, tier: only.tier, importance: only.importance } } : {}),
  };
}

function findRoot(folder: string): string {
  if (existsSync(resolve(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder)
    throw new Error(`No package.json above ${fileURLToPath(import.meta.url)}: the installation is incomplete. Install again.`);
  return findRoot(parent);
}
