// The models of sni.yaml: servers, roles (which models answer which task, in what order), waves, prices, limits. Nothing here means no
// model: every phase then answers by its own rules.
import * as z from 'zod';
import { late } from '../late.js';
import { count, span } from './measures.js';
import { type AskedRole, askedRoles, eachOf } from './phases.js';
import { listPrices, type Price } from './prices.js';
import {
  type Engine,
  engines,
  type KeysAndAddresses,
  type LaneName,
  providers,
  type Servers,
  serverSettingsOf,
  serverShapes,
} from './providers.js';

/** What is asked of a model; each role names its models. */
export const roleNames: readonly RoleName[] = [...askedRoles, 'doctor', 'observe'];
export type RoleName = AskedRole | 'doctor' | 'observe';

export interface ModelName {
  engine: Engine;
  model: string;
}

/** ENGINE/NAME, such as ollama/qwen2.5:7b; engines are those of providers.ts. */
export const modelName = late(() =>
  z
    .string()
    .regex(new RegExp(`^(${engines.join('|')})/\\S{1,200}$`))
    .describe(`a model with its server, such as ${engines.map((engine) => `${engine}/${providers[engine].example}`).join(' or ')}`),
);

const dollars = late(() => z.number().min(0).max(1_000_000).describe('US dollars, such as 2.50'));
const perMillion = late(() => z.number().min(0).max(10_000).describe('US dollars per million tokens, such as 0.30'));

const role = late(() =>
  z.strictObject({
    models: z.array(modelName()).min(1).max(8).describe('a list of models, the preferred first'),
    second: modelName().optional(),
    max_tokens: count(16, 1_000_000).default(2000),
    temperature: z.number().min(0).max(2).describe('a number from 0 to 2').default(0.2),
    timeout: span(0.1).default(180),
  }),
);

const price = late(() =>
  z.strictObject({ input: perMillion(), output: perMillion(), cached: perMillion().optional(), thinking: perMillion().optional() }),
);

/** The key `models`; left out, it names no model, and rules answer. */
export const modelsShape = late(() =>
  z.strictObject({
    roles: z
      .strictObject(eachOf(roleNames, () => role()))
      .partial()
      .default({}),
    offline: z
      .enum(['never', 'when_down'])
      .describe('never, or when_down: rules answer in place of models that cannot be asked')
      .default('never'),
    patience: span(1).default(120),
    longest_wait: span(1).default(120),
    stay: span().default(10),
    daily_cost_limit: dollars().default(5),
    prices: z.record(modelName(), price()).default({}),
    ...serverShapes(),
  }),
);
type Read = z.output<ReturnType<typeof modelsShape>>;

/** How a role is asked. */
export interface Role {
  /** The preferred first. */
  models: readonly ModelName[];
  /** Asked once where the answer of the first did not stand, also after its repair. */
  second?: ModelName | undefined;
  maxTokens: number;
  temperature: number;
  timeoutSeconds: number;
}

export interface ModelSettings extends Servers {
  roles: Partial<Record<RoleName, Role>>;
  /** Whether rules may answer in place of models that are down. */
  offlineWhenDown: boolean;
  /** How long questions wait for lanes that are down before the run gives up. */
  patienceSeconds: number;
  /** How long a question waits at most for its model's turn on the local server. */
  longestWaitSeconds: number;
  /** How long the local server stays with a model at least, where questions for it wait. */
  staySeconds: number;
  /** For all phases of a day together, US dollars. */
  dailyCostLimitUsd: number;
  /** By `engine/model`, US dollars per million tokens. */
  prices: Readonly<Record<string, Price>>;
}

/** The settings with what the environment says: OLLAMA_HOST where the file names no server, and the keys. */
export function modelsOf(read: Read, environment: KeysAndAddresses): ModelSettings {
  return {
    roles: Object.fromEntries(Object.entries(read.roles).flatMap(([name, given]) => (given ? [[name, roleOf(given)]] : []))),
    offlineWhenDown: read.offline === 'when_down',
    patienceSeconds: read.patience,
    longestWaitSeconds: read.longest_wait,
    staySeconds: read.stay,
    dailyCostLimitUsd: read.daily_cost_limit,
    prices: { ...listPrices, ...read.prices },
    ...serverSettingsOf(read, environment),
  };
}

function roleOf(given: z.output<ReturnType<typeof role>>): Role {
  return {
    models: given.models.map(modelOf),
    second: given.second === undefined ? undefined : modelOf(given.second),
    maxTokens: given.max_tokens,
    temperature: given.temperature,
    timeoutSeconds: given.timeout,
  };
}

/** What makes the answers of these roles now, for the version of what is made of them. */
export function answeredBy(models: ModelSettings, roles: readonly RoleName[]): string[] {
  return roles.map(
    (role) => `${role} by ${models.roles[role]?.models.map(({ engine, model }) => `${engine}/${model}`).join(', ') ?? 'rules'}`,
  );
}

/** Whether models answer any of these roles. */
export function areAnsweredByModels({ roles }: ModelSettings, asked: readonly RoleName[]): boolean {
  return asked.some((role) => roles[role] !== undefined);
}

/** The models of a role that a phase may ask, in order; empty where rules answer. */
export function modelsFor(models: ModelSettings, role: RoleName, lanes: readonly LaneName[]): ModelName[] {
  return (models.roles[role]?.models ?? []).filter(({ engine }) => lanes.includes(models[engine].runs));
}

/** "ollama/qwen2.5:7b" in its two parts; the name of the model may hold further slashes. The shape of the settings has checked the engine. */
export function modelOf(name: string): ModelName {
  const at = name.indexOf('/');
  return { engine: name.slice(0, at) as ModelName['engine'], model: name.slice(at + 1) };
}
