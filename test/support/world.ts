// A world of its own to run phases in, as the real processes they are or within the test's own: a database, a settings file, a checkpoint
// folder.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { PhaseName } from '../../lib/config/phases.js';
import { projectRoot } from '../../lib/config.js';
import type { Ended, Line } from './ended.js';
import { runHere } from './run-here.js';
import { makeScratch, type Scratch, template } from './scratch.js';

export type { Ended, Line } from './ended.js';

export interface World extends Scratch {
  folder: string;
  settings: string;
  start: (phase: string, args?: readonly string[], env?: Record<string, string>) => Running;
  /** Runs a phase to its end as a process and returns what it said. */
  run: (phase: string, args?: readonly string[], env?: Record<string, string>) => Promise<Ended>;
  /**
   * The same within this process, which saves most of what a run costs: for what a phase makes of its food. Use `run` for what a process does:
   * flags that are wrong, settings that are, signals, deaths, locks against one another, and what is read once a process.
   */
  here: (phase: PhaseName, args?: readonly string[], env?: Record<string, string>) => Promise<Ended>;
}

export interface Running {
  process: ChildProcess;
  ended: Promise<Ended>;
  /** Resolves with the first log line of that event; rejects when the process ends without it. */
  said: (event: string) => Promise<Line>;
}

/**
 * Makes a world over a copy of `source`, with `settings` as its sni.yaml. Without a source it is an empty migrated database: the tests'
 * template where a test names its `home`, else one made for it.
 */
export async function makeWorld(options: { home?: string; source?: string; settings?: object; connections?: number } = {}): Promise<World> {
  const source = options.source ?? (options.home === undefined ? undefined : template);
  const { home, connections } = options;
  const scratch = await makeScratch({
    ...(home === undefined ? {} : { home }),
    ...(connections === undefined ? {} : { connections }),
    ...(source === undefined ? {} : { source }),
  });
  // In the server's home where that is in memory: a checkpoint is written through to the disk at every step, and what a process that outlives
  // its test writes goes with the home.
  const folder = mkdtempSync(join(scratch.home.startsWith('/dev/shm/') ? scratch.home : tmpdir(), 'sni-world-'));
  mkdirSync(join(folder, 'checkpoints'));
  const settings = join(folder, 'sni.yaml');
  writeFileSync(settings, stringify({ database: scratch.name, checkpoints: 'checkpoints', ...options.settings }));
  const start = (phase: string, args: readonly string[] = [], env: Record<string, string> = {}): Running =>
    startScript(join(projectRoot, `dist/phases/${phase}.js`), args, { SNI_HOME: scratch.home, SNI_CONFIG: settings, ...env });
  return {
    ...scratch,
    folder,
    settings,
    start,
    run: (phase, args, env) => start(phase, args, env).ended,
    here: (phase, args = [], env = {}) => runHere(phase, args, { SNI_HOME: scratch.home, SNI_CONFIG: settings, ...env }),
    drop: async () => {
      await scratch.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Starts a script of dist/ with nothing in its environment but the path and what is given. */
export function startScript(script: string, args: readonly string[], env: Record<string, string>): Running {
  const child = spawn(process.execPath, [script, ...args], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: Line[] = [];
  const waiting: { event: string; resolve: (line: Line) => void; reject: (error: Error) => void }[] = [];
  let rest = '';
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  child.stdout.on('data', (chunk: Buffer) => {
    const parts = (rest + chunk.toString()).split('\n');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      const line = part.startsWith('{') ? (JSON.parse(part) as Line) : { event: 'text', text: part };
      lines.push(line);
      for (const wanted of waiting) if (wanted.event === line.event) wanted.resolve(line);
    }
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      for (const wanted of waiting) wanted.reject(new Error(`The process ended without saying "${wanted.event}": ${stderr}`));
      resolve({ code, signal, lines, stderr, finished: lines.findLast((line) => line.event === 'finished') });
    });
  });
  return {
    process: child,
    ended,
    said: (event) =>
      new Promise((resolve, reject) => {
        const line = lines.find((known) => known.event === event);
        if (line) resolve(line);
        else waiting.push({ event, resolve, reject });
      }),
  };
}
