// Takes sni.yaml and the environment; leaves one checked, frozen Config. Guards: all that is wrong is reported at once, nothing
// runs on half-understood settings. The only file that reads the environment.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Document, LineCounter } from 'yaml';
import type { z } from 'zod';
import { type CheckedBy, checkedOr, programOf } from './config/checked.js';
import { type Environment, readEnvironment } from './config/environment.js';
import { unknownIds } from './config/ids.js';
import type { Keep } from './config/keeping.js';
import { defaultEventTypes, defaultTheaters, type EventType, type Theater } from './config/lists.js';
import { type Models, modelsOf } from './config/models.js';
import { type Notify, notifyOf } from './config/notify.js';
import { missingPaths } from './config/paths.js';
import { eachOf, type PhaseName, phaseNames, phases } from './config/phases.js';
import { type Amiss, placeIn, problemsOf, repeatedSources } from './config/problems.js';
import { type Fetching, type PhaseSettings, type Settings, type Source, settings } from './config/settings.js';
import type { VocabularySettings } from './config/vocabulary.js';
import { readQuickly, yamlWithLines } from './config/yaml.js';

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
  /** The device and inode of what systemd has connected to its journal; undefined outside a service. */
  journalStream: string | undefined;
  ingestEverySeconds: number;
  fetch: Fetching;
  phases: Record<PhaseName, PhaseSettings>;
  theaters: Record<string, Theater>;
  eventTypes: Record<string, EventType>;
  /** What the operator adds to and removes from the gate's vocabulary. */
  vocabulary: VocabularySettings;
  models: Models;
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

/**
 * Reads and checks settings. `file` wins over SNI_CONFIG, which wins over the project's sni.yaml. Whether the files and folders of sources
 * are there is looked at unless `paths` is false, for what reads no source.
 * Throws ConfigError with every problem of the file and the environment at once.
 */
export function readConfig(file?: string, from: NodeJS.ProcessEnv = process.env, { paths = true } = {}): Config {
  const { environment, problems } = readEnvironment(from);
  const path = resolve(file ?? environment.SNI_CONFIG ?? resolve(projectRoot, 'sni.yaml'));
  const read = readFile(path, paths, { folder: from['NODE_COMPILE_CACHE'], program: programOf(import.meta.url) });
  if (read.settings === null || problems.length > 0) throw new ConfigError([...read.problems, ...problems]);
  return Object.freeze(configOf(path, read.settings, environment, from));
}

/** The environment for a script started on behalf of this config: the caller's, with the settings file named. */
export function environmentFor(config: Config): NodeJS.ProcessEnv {
  return { ...process.env, SNI_CONFIG: config.file };
}

function configOf(file: string, read: Settings, environment: Environment, from: NodeJS.ProcessEnv): Config {
  const folder = dirname(file);
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
    journalStream: environment.JOURNAL_STREAM,
    ingestEverySeconds: read.ingest_every,
    fetch: read.fetch,
    phases: eachOf(phaseNames, (name) => settingsOf(name, read.phases[name] ?? {})),
    theaters: { ...defaultTheaters, ...read.theaters },
    eventTypes: { ...defaultEventTypes, ...read.event_types },
    vocabulary: read.vocabulary,
    models: modelsOf(read.models, environment),
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
  };
}

/**
 * Most files are right, so a quick parser reads first. What it refuses, and what has a problem to place, is read once more by the one that
 * knows lines.
 */
function readFile(path: string, paths: boolean, before: CheckedBy): { settings: Settings | null; problems: string[] } {
  const text = textOf(path);
  const quick = text === undefined ? null : checkedOr(before, path, text, () => checkedQuickly(text));
  if (quick !== null && amissAround(quick, path, paths).length === 0) return { settings: quick, problems: [] };
  return readWithLines(path, paths);
}

/** Null where the text is for the other parser, or not right as it stands. */
function checkedQuickly(text: string): Settings | null {
  const value = readQuickly(text);
  if (value === undefined) return null;
  const parsed = settings.safeParse(value ?? {});
  return parsed.success && repeatedSources(value).length === 0 ? parsed.data : null;
}

/** What is wrong with settings of the right shape, as far as their surroundings tell. */
function amissAround(read: Settings, path: string, paths: boolean): readonly Amiss[] {
  return [...unknownIds(read, projectRoot), ...(paths ? missingPaths(read.sources, dirname(path)) : [])];
}

function readWithLines(path: string, paths: boolean): { settings: Settings | null; problems: string[] } {
  const lines = new (yamlWithLines().LineCounter)();
  const read = readYaml(path, lines);
  if ('problems' in read) return { settings: null, ...read };
  const parsed = settings.safeParse(read.value ?? {});
  const placeOf = placeIn(path, read.document, lines);
  const amiss = [...repeatedSources(read.value), ...(parsed.success ? amissAround(parsed.data, path, paths) : [])];
  const problems = [
    ...(parsed.success ? [] : problemsOf(parsed.error as z.ZodError, settings, path, read.document, lines)),
    ...amiss.map((one) => `${placeOf(one.path)}: found ${one.found}, allowed is ${one.allowed}${one.allowed.endsWith('?') ? '' : '.'}`),
  ];
  return { settings: parsed.success && problems.length === 0 ? parsed.data : null, problems };
}

/** The file's text; undefined where it cannot be read, which the slower way says in words. */
function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}

function readYaml(path: string, lines: LineCounter): { document: Document.Parsed; value: unknown } | { problems: string[] } {
  try {
    const document = yamlWithLines().parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines });
    const broken = document.errors.map(
      (error) => `${path}:${error.linePos?.[0].line ?? 1}: not valid YAML: ${error.message.split('\n')[0]}`,
    );
    return broken.length > 0 ? { problems: broken } : { document, value: document.toJS() };
  } catch (error) {
    // What the parser finds only when it follows aliases, it throws as a ReferenceError.
    if (error instanceof ReferenceError) return { problems: [`${path}: not valid YAML: ${error.message}`] };
    const reason = existsSync(path) ? `cannot be read: ${error instanceof Error ? error.message : String(error)}` : 'no such file';
    return { problems: [`${path}: ${reason}. Name the settings file in SNI_CONFIG, or start from the project's sni.yaml.`] };
  }
}

function findRoot(folder: string): string {
  if (existsSync(resolve(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder)
    throw new Error(`No package.json above ${fileURLToPath(import.meta.url)}: the installation is incomplete. Install again.`);
  return findRoot(parent);
}
