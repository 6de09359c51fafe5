// The providers of models, one row each: what settings, environment, budget, desk and lanes must know of a provider stands here and nowhere
// else. How its server is asked stands in lib/llm/<engine>.ts, which lib/app/servers.ts starts. docs/develop.md tells how to add one.
import * as z from 'zod';
import { webAddressShape } from './addresses.js';
import { count, span } from './measures.js';

/** As models are named in sni.yaml: `ollama/qwen2.5:7b`. */
export const engines = ['ollama', 'gemini', 'openai'] as const;
export type Engine = (typeof engines)[number];

/** Where a lane's models run: on the operator's own GPU, which holds one model at a time and costs nothing, or where calls are paid for. */
export const laneNames = ['local', 'cloud'] as const;
export type LaneName = (typeof laneNames)[number];

/** What the settings of each provider come to, whatever else they say. */
interface ServerSettings {
  runs: LaneName;
  /** Questions under way at once, in each process. */
  atOnce: number;
  /** Undefined where none is set. */
  apiKey: string | undefined;
  /** Whether it cannot be asked without a key. */
  needsKey: boolean;
}

/** Variables that hold a key: used where they belong, never shown. */
type KeyVariable = 'GEMINI_API_KEY' | 'OPENAI_API_KEY';
/** Of the environment, what providers read. */
export type KeysAndAddresses = { [name in KeyVariable | 'OLLAMA_HOST']?: string };

interface Provider<Shape extends z.ZodType, Settings extends ServerSettings> {
  /** As sentences name it. */
  name: string;
  /** Its lane in the log, a word. */
  lane: string;
  /** A model it has, for examples; without its engine. */
  example: string;
  /** The environment variable of its key; null where it takes none. */
  key: KeyVariable | null;
  /** Its keys under `models` in sni.yaml. */
  shape: () => Shape;
  settings: (given: z.output<Shape>, environment: KeysAndAddresses) => Settings;
  /** What to do when it does not say which models it has. */
  whenSilent: string;
  /** What to do about a model that it has not. */
  whenMissing: (model: string) => string;
  /** What may be done in place of naming a price, as a sentence; empty where nothing. */
  insteadOfPrice: string;
  /** A model without a tag has this one; null where names are taken as they are. */
  standardTag: string | null;
}

const row = <Shape extends z.ZodType, Settings extends ServerSettings>(one: Provider<Shape, Settings>): Provider<Shape, Settings> => one;

/** A key goes out in a header, and so no password does. */
const openUrl = (example: string) =>
  webAddressShape('an address')
    .refine((text) => URL.canParse(text) && `${new URL(text).username}${new URL(text).password}` === '')
    .describe(`an address such as ${example}, without a password`);

export const providers = {
  ollama: row({
    name: 'Ollama',
    lane: 'local',
    example: 'qwen2.5:7b',
    key: null,
    shape: () =>
      z
        .strictObject({
          url: webAddressShape('an address such as http://127.0.0.1:11434').optional(),
          keep_alive: span().default(1800),
          models: z
            .record(
              z
                .string()
                .regex(new RegExp(`^(?!(${engines.join('|')})/)\\S{1,200}$`))
                .describe('the name of a model on this server, such as qwen2.5:7b'),
              z.strictObject({ num_ctx: count(512, 10_000_000).default(8192), think: z.boolean().describe('true or false').optional() }),
            )
            .default({}),
        })
        .prefault({}),
    settings: ({ url, keep_alive, models }, { OLLAMA_HOST = '' }) => ({
      ...{ runs: 'local' as const, atOnce: 1, apiKey: undefined, needsKey: false },
      ...{ url: addressOf(url ?? OLLAMA_HOST), keepAliveSeconds: keep_alive, options: models },
    }),
    whenSilent: 'Look whether it is at work ("ollama ps"), or start it again.',
    whenMissing: (model) => `run "ollama pull ${model}"`,
    insteadOfPrice: '',
    standardTag: 'latest',
  }),
  gemini: row({
    name: 'Gemini',
    lane: 'cloud',
    example: 'gemini-2.5-flash',
    key: 'GEMINI_API_KEY',
    shape: () =>
      z
        .strictObject({
          url: openUrl('https://generativelanguage.googleapis.com').optional(),
          at_once: count(1, 256).default(10),
          thinking_budget: count(0, 100_000).optional(),
        })
        .prefault({}),
    settings: ({ url, at_once, thinking_budget }, { GEMINI_API_KEY }) => ({
      ...{ runs: 'cloud' as const, atOnce: at_once, apiKey: GEMINI_API_KEY, needsKey: true },
      ...{ url, thinkingBudget: thinking_budget },
    }),
    whenSilent: 'Look at the network, or at its status page.',
    whenMissing: () => 'this key has no such model: look at its name',
    insteadOfPrice: '',
    standardTag: null,
  }),
  openai: row({
    name: 'The OpenAI server',
    lane: 'openai',
    example: 'gpt-4.1-mini',
    key: 'OPENAI_API_KEY',
    shape: () =>
      z
        .strictObject({
          url: openUrl('http://127.0.0.1:8000/v1').optional(),
          at_once: count(1, 256).optional(),
          local: z.boolean().describe('true: it runs on a GPU of yours and costs nothing; or false').default(false),
        })
        .prefault({}),
    settings: ({ url, at_once, local }, { OPENAI_API_KEY }) => ({
      ...{ runs: local ? ('local' as const) : ('cloud' as const), atOnce: at_once ?? (local ? 1 : 10), apiKey: OPENAI_API_KEY },
      ...{ url: url ?? (local ? 'http://127.0.0.1:8000/v1' : 'https://api.openai.com/v1'), needsKey: !local && url === undefined },
    }),
    whenSilent: 'Look whether it is at work, or start it again.',
    whenMissing: () => 'this server has no such model: look at its name',
    insteadOfPrice: ' Where the server is your own and costs nothing, set models.openai.local: true instead.',
    standardTag: null,
  }),
} satisfies Record<Engine, unknown>;

type Shapes = { [One in Engine]: ReturnType<(typeof providers)[One]['shape']> };
/** The settings of all providers, by engine. */
export type Servers = { [One in Engine]: ReturnType<(typeof providers)[One]['settings']> };
const rows: { [One in Engine]: Provider<Shapes[One], Servers[One]> } = providers;

/** What may stand under `models` in sni.yaml of each provider. */
export const serverShapes = (): Shapes => Object.fromEntries(engines.map((engine) => [engine, rows[engine].shape()])) as Shapes;

/** What is known of each provider's server, of those that the settings do not name by their defaults. */
export function serverSettingsOf(given: { [One in Engine]: z.output<Shapes[One]> }, environment: KeysAndAddresses): Servers {
  const of = <One extends Engine>(engine: One): Servers[One] => rows[engine].settings(given[engine], environment);
  return Object.fromEntries(engines.map((engine) => [engine, of(engine)])) as Servers;
}

/** The environment variables that hold keys. */
export const keyVariables: readonly KeyVariable[] = engines.flatMap((engine) => providers[engine].key ?? []);

/** `host:port`, `host` or an address, as OLLAMA_HOST is written; 0.0.0.0 is where a server listens, not where it is asked. */
function addressOf(host: string): string {
  if (host === '') return 'http://127.0.0.1:11434';
  const url = new URL(host.includes('://') ? host : `http://${host.startsWith(':') ? `127.0.0.1${host}` : host}`);
  if (url.port === '' && !host.includes('://')) url.port = '11434';
  if (url.hostname === '0.0.0.0') url.hostname = '127.0.0.1';
  return url.href.replace(/\/$/, '');
}
