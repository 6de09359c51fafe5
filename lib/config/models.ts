// The models of sni.yaml: servers, roles (which models answer which task, in what order), waves, prices, limits. Nothing here means no
// model: every phase then answers by its own rules.
import * as z from 'zod';
import { webAddress } from './addresses.js';
import { count, span } from './measures.js';
import { type AskedRole, askedRoles, eachOf } from './phases.js';
import { listPrices, type Price } from './prices.js';

/** What is asked of a model; each role names its models. */
const roleNames: readonly RoleName[] = [...askedRoles, 'doctor'];
export type RoleName = AskedRole | 'doctor';

/** A lane by where it runs. */
export const laneNames = ['local', 'cloud'] as const;
export type LaneName = (typeof laneNames)[number];
const engineOf = { local: 'ollama', cloud: 'gemini' } as const;

export interface ModelName {
  engine: 'ollama' | 'gemini';
  model: string;
}

const modelName = z
  .string()
  .regex(/^(ollama|gemini)\/\S{1,200}$/)
  .describe('a model with its server, such as ollama/qwen2.5:7b or gemini/gemini-2.5-flash');

const serverUrl = webAddress('an address such as http://127.0.0.1:11434');

/** Gemini takes its key in a header, and no password. */
const openUrl = serverUrl
  .refine((text) => URL.canParse(text) && `${new URL(text).username}${new URL(text).password}` === '')
  .describe('an address such as https://generativelanguage.googleapis.com, without a password');

const dollars = z.number().min(0).max(1_000_000).describe('US dollars, such as 2.50');
const perMillion = z.number().min(0).max(10_000).describe('US dollars per million tokens, such as 0.30');

const role = z.strictObject({
  models: z.array(modelName).min(1).max(8).describe('a list of models, the preferred first'),
  second: modelName.optional(),
  max_tokens: count(16, 1_000_000).default(2000),
  temperature: z.number().min(0).max(2).describe('a number from 0 to 2').default(0.2),
  timeout: span(0.1).default(180),
});

const price = z.strictObject({ input: perMillion, output: perMillion, cached: perMillion.optional(), thinking: perMillion.optional() });

const ollamaModel = z.strictObject({
  num_ctx: count(512, 10_000_000).default(8192),
  think: z.boolean().describe('true or false').optional(),
});

export const modelsShape = z.strictObject({
  roles: z
    .strictObject(eachOf(roleNames, () => role))
    .partial()
    .default({}),
  offline: z
    .enum(['never', 'when_down'])
    .describe('never, or when_down: rules answer in place of models that cannot be asked')
    .default('never'),
  patience: span(1).default(120),
  longest_wait: span(1).default(120),
  stay: span().default(10),
  daily_cost_limit: dollars.default(5),
  prices: z.record(modelName, price).default({}),
  ollama: z
    .strictObject({
      url: serverUrl.optional(),
      keep_alive: span().default(1800),
      models: z
        .record(
          z
            .string()
            .regex(/^(?!(ollama|gemini)\/)\S{1,200}$/)
            .describe('the name of a model on this server, such as qwen2.5:7b'),
          ollamaModel,
        )
        .default({}),
    })
    .prefault({}),
  gemini: z
    .strictObject({ url: openUrl.optional(), at_once: count(1, 256).default(10), thinking_budget: count(0, 100_000).optional() })
    .prefault({}),
});
type Read = z.output<typeof modelsShape>;

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

export interface Models {
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
  ollama: { url: string; keepAliveSeconds: number; options: Readonly<Record<string, { num_ctx: number; think?: boolean | undefined }>> };
  gemini: { url: string | undefined; apiKey: string | undefined; atOnce: number; thinkingBudget: number | undefined };
}

/** The settings with what the environment says: OLLAMA_HOST where the file names no server, and the key. */
export function modelsOf(read: Read, environment: { OLLAMA_HOST?: string; GEMINI_API_KEY?: string }): Models {
  return {
    roles: Object.fromEntries(Object.entries(read.roles).flatMap(([name, given]) => (given ? [[name, roleOf(given)]] : []))),
    offlineWhenDown: read.offline === 'when_down',
    patienceSeconds: read.patience,
    longestWaitSeconds: read.longest_wait,
    staySeconds: read.stay,
    dailyCostLimitUsd: read.daily_cost_limit,
    prices: { ...listPrices, ...read.prices },
    ollama: {
      url: addressOf(read.ollama.url ?? environment.OLLAMA_HOST ?? ''),
      keepAliveSeconds: read.ollama.keep_alive,
      options: read.ollama.models,
    },
    gemini: {
      url: read.gemini.url,
      apiKey: environment.GEMINI_API_KEY,
      atOnce: read.gemini.at_once,
      thinkingBudget: read.gemini.thinking_budget,
    },
  };
}

function roleOf(given: z.output<typeof role>): Role {
  return {
    models: given.models.map(modelOf),
    second: given.second === undefined ? undefined : modelOf(given.second),
    maxTokens: given.max_tokens,
    temperature: given.temperature,
    timeoutSeconds: given.timeout,
  };
}

/** What makes the answers of these roles now, for the version of what is made of them. */
export function answeredBy(models: Models, roles: readonly RoleName[]): string[] {
  return roles.map(
    (role) => `${role} by ${models.roles[role]?.models.map(({ engine, model }) => `${engine}/${model}`).join(', ') ?? 'rules'}`,
  );
}

/** The models of a role that a phase may ask, in order; empty where rules answer. */
export function modelsFor(models: Models, role: RoleName, lanes: readonly LaneName[]): ModelName[] {
  const engines: readonly string[] = lanes.map((lane) => engineOf[lane]);
  return (models.roles[role]?.models ?? []).filter(({ engine }) => engines.includes(engine));
}

/** `host:port`, `host` or an address, as OLLAMA_HOST is written; 0.0.0.0 is where a server listens, not where it is asked. */
function addressOf(host: string): string {
  if (host === '') return 'http://127.0.0.1:11434';
  const url = new URL(host.includes('://') ? host : `http://${host.startsWith(':') ? `127.0.0.1${host}` : host}`);
  if (url.port === '' && !host.includes('://')) url.port = '11434';
  if (url.hostname === '0.0.0.0') url.hostname = '127.0.0.1';
  return url.href.replace(/\/$/, '');
}

function modelOf(name: string): ModelName {
  const at = name.indexOf('/');
  return { engine: name.slice(0, at) as ModelName['engine'], model: name.slice(at + 1) };
}
