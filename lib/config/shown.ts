// The settings as they hold, each with where it came from: the file, the environment, or its default. Nothing secret is among them.
import { readFileSync } from 'node:fs';
import type { Config } from '../config.js';
import { isSecret, operatorsVariables } from './environment.js';
import { phaseNames, phases } from './phases.js';
import { type Settings, settings } from './settings.js';
import { yamlWithLines } from './yaml.js';

interface Shown {
  /** phases.enrich.batch, or the name of a variable. */
  key: string;
  value: string;
  from: 'file' | 'environment' | 'default';
}

/** Keys whose value is a span of time; read, it is seconds. */
const spans = /(?:^|\.)(?:silence|ingest_every|host_spacing|deadline|lease|grace|patience|longest_wait|stay|keep_alive|timeout|every)$/;

/** In the order of the file, phases last, then what the environment says. Sources are counted, not listed. */
export function shownSettings(config: Pick<Config, 'file'>, environment: NodeJS.ProcessEnv = process.env): Shown[] {
  const raw: unknown = yamlWithLines().parse(readFileSync(config.file, 'utf8')) ?? {};
  const { sources, phases: named, ...rest }: Settings = settings().parse(raw);
  const rows = leavesOf(rest).map(([key, value]) => rowOf(key, value, raw));
  const ofPhases = phaseNames.flatMap((name) => {
    const { batch, group, maxInflight, leaseSeconds, attempts, graceSeconds, deadlineSeconds } = phases[name].defaults;
    const standard = {
      batch,
      group,
      max_inflight: maxInflight,
      lease: leaseSeconds,
      attempts,
      grace: graceSeconds,
      deadline: deadlineSeconds,
    };
    return leavesOf({ ...standard, ...named[name] }, `phases.${name}`).map(([key, value]) => rowOf(key, value, raw));
  });
  const variables = operatorsVariables.flatMap((key): Shown[] => {
    const value = environment[key];
    return value ? [{ key, value: isSecret(key) ? '(set, not shown)' : value, from: 'environment' }] : [];
  });
  return [
    ...rows,
    { key: 'sources', value: `${sources.length} in all`, from: sources.length > 0 ? 'file' : 'default' },
    ...ofPhases,
    ...variables,
  ];
}

function rowOf(key: string, value: unknown, raw: unknown): Shown {
  const given = at(raw, key);
  const from = given === undefined ? 'default' : 'file';
  const text = given === undefined && spans.test(key) && typeof value === 'number' ? `${value}s` : written(given ?? value);
  return { key, value: hidden(key, text), from };
}

/** Each value that is no group of keys, by its path; lists of plain words count as one. Undefined ones are left out. */
function leavesOf(value: unknown, path = ''): [string, unknown][] {
  if (value === undefined) return [];
  const isGroup =
    value !== null && typeof value === 'object' && (!Array.isArray(value) || value.some((one) => one !== null && typeof one === 'object'));
  if (!isGroup) return [[path, value]];
  return Object.entries(value).flatMap(([key, below]) => leavesOf(below, path === '' ? key : `${path}.${key}`));
}

function at(raw: unknown, path: string): unknown {
  let value = raw;
  let rest = path;
  while (rest !== '') {
    if (value === null || typeof value !== 'object') return undefined;
    // A key may have points in it, as models have: the longest that is there.
    const key = Object.keys(value)
      .filter((one) => rest === one || rest.startsWith(`${one}.`))
      .sort((a, b) => b.length - a.length)[0];
    if (key === undefined) return undefined;
    value = (value as Record<string, unknown>)[key];
    rest = rest.slice(key.length + 1);
  }
  return value;
}

function written(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Of an address its user and password; of a notifier's also its path, which is often the secret itself. */
function hidden(key: string, text: string): string {
  const bare = text.replace(/:\/\/[^@/\s]*@/g, '://(not shown)@');
  return /^notify\.(?:notifiers\.\d+|pings\.[a-z0-9_]+)\.url$/.test(key) ? bare.replace(/^(\w+:\/\/[^/]*\/).+$/, '$1(not shown)') : bare;
}
