// The door to models as a run opens it: a real database, settings from a file, fake servers, and a log that can be read.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import * as z from 'zod';
import type { Asking } from '../../../lib/app/models.js';
import { type App, type AppModels, open } from '../../../lib/app.js';
import { type Config, readConfig } from '../../../lib/config.js';
import type { Prompt } from '../../../lib/llm/prompt.js';
import { makeFolder } from '../folder.js';
import type { Scratch } from '../scratch.js';
import { fakeGeminiKey } from './fake-gemini.js';

export interface Door extends AppModels {
  app: App;
  /** What was logged, oldest first. */
  lines: Record<string, unknown>[];
  end: () => Promise<void>;
}

export type DoorSettings = Record<string, unknown> & { phases?: object };

/** The settings of a scratch database, with `models` as sni.yaml has it. */
export function doorConfig(
  { home, name }: Pick<Scratch, 'home' | 'name'>,
  models: object,
  more: object = {},
  env: NodeJS.ProcessEnv = {},
): Config {
  const file = join(makeFolder('door'), 'sni.yaml');
  // Without the library that writes YAML, which each process that asks would load.
  writeFileSync(
    file,
    Object.entries({ database: name, models, ...more })
      .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
      .join(''),
  );
  return readConfig(file, { SNI_HOME: home, GEMINI_API_KEY: fakeGeminiKey, ...env });
}

export async function openDoor(config: Config, asking: Partial<Asking> = {}): Promise<Door> {
  const lines: Record<string, unknown>[] = [];
  const log = pino({ level: 'debug', base: null }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  const app = await open({ ...config, connections: 4 }, log, 'sni-test');
  const models = await app.models({ phase: 'enrich', maxInflight: 32, ...asking });
  const end = async (): Promise<void> => {
    await models.close();
    await app.close();
  };
  return { ...models, app, lines, end };
}

/** A question whose answer is one sentence, told apart by its number. */
export function numbered(number: number, role = 'enrich'): Prompt<{ text: string }> {
  return {
    task: role,
    version: '1',
    role,
    system: 'Say something.',
    user: `Question ${number}.`,
    shape: z.strictObject({ text: z.string() }),
    sources: [],
    claims: () => [],
    without: (answer) => answer,
    offline: () => ({ text: 'by rules' }),
  };
}
