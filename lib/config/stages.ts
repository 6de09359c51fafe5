// Stages of the operator's own: the key `stages` of sni.yaml. Each says what it takes, what is done with it and what comes of it; it runs, is
// claimed, retried and shown as the phases are.
import { resolve } from 'node:path';
import * as z from 'zod';
import { late } from '../late.js';
import { count, span, words } from './measures.js';
import { modelName, modelOf, type Role, type RoleName } from './models.js';
import { joinPhases, type PhaseName, type PhaseRow, phaseNames } from './phases.js';
import { phaseShape } from './run-settings.js';

/** The stage by which an installation tests itself; its name is taken. */
export const systemTest = 'system_test';

const identifier = (what: string) =>
  z
    .string()
    .regex(/^[a-z_][a-z0-9_]{0,62}$/)
    .describe(`${what}: small letters, digits and underscores`);
const fieldTypes = ['text', 'number', 'whole', 'boolean', 'texts'] as const;
const field = late(() =>
  z
    .union([z.enum(fieldTypes), z.array(z.string().min(1).max(100)).min(1).max(100)])
    .describe(`${fieldTypes.join(', ')}, or a list of the words it may be`),
);
const variable = late(() =>
  z
    .string()
    .regex(/^[A-Z][A-Z0-9_]{0,99}$/)
    .describe('the name of an environment variable'),
);

const doing = late(() =>
  z
    .strictObject({
      command: z.array(z.string().min(1)).min(1).max(50).describe('a program and its words, as a list').optional(),
      env: z.array(variable()).max(50).describe('a list of environment variables that the program gets').optional(),
      prompt: words('a file with the instructions for a model').optional(),
      models: z.array(modelName()).min(1).max(8).describe('a list of models, the preferred first').optional(),
      max_tokens: count(16, 1_000_000).default(2000),
      timeout: span(0.1).default(60),
    })
    .refine((given) => (given.command === undefined) !== (given.prompt === undefined && given.models === undefined))
    .refine((given) => (given.prompt === undefined) === (given.models === undefined))
    .describe('either command, or prompt and models'),
);

const stage = late(() =>
  phaseShape()
    .omit({ validate: true, max_pending: true })
    .extend({
      about: words('what it does, in a few words'),
      food: z
        .strictObject({ query: z.string().trim().min(1).max(20_000).optional(), view: identifier('a view').optional() })
        .refine((given) => (given.query === undefined) !== (given.view === undefined))
        .describe('either a query or a view that gives item_id, and what else the work needs'),
      do: doing(),
      answer: z.record(identifier('a field'), field()).optional(),
      into: z.strictObject({ table: identifier('a table with a unique column item_id and the fields of the answer') }).optional(),
    })
    .refine((given) => given.answer !== undefined || (given.do.prompt === undefined && given.into === undefined))
    .describe('a stage whose answer says its fields, where a model gives it or a table takes it'),
);

/** The key `stages`: stages by name, none with that of a phase; left out, there are none. */
export const stagesShape = late(() =>
  z
    .record(
      identifier('a name of its own').refine((name) => name !== systemTest && !(phaseNames as readonly string[]).includes(name)),
      stage(),
    )
    .default({}),
);

type Field = z.output<ReturnType<typeof field>>;

/** One stage, as its runs need it. */
export interface Stage {
  name: string;
  about: string;
  food: { query: string } | { view: string };
  /** Undefined where a model does it. */
  command?: { words: readonly string[]; environment: Readonly<Record<string, string>> } | undefined;
  /** The file with the instructions; undefined where a program does it. */
  prompt?: string | undefined;
  models: Role | undefined;
  timeoutSeconds: number;
  /** Undefined: any JSON object. */
  answer?: Readonly<Record<string, Field>> | undefined;
  /** The table that takes the answers beside the stage's own record of them. */
  table?: string | undefined;
  /** Where relative paths begin, and programs are run. */
  folder: string;
  runs: z.output<ReturnType<typeof phaseShape>>;
}

/** What every program gets of the environment. */
const alwaysGiven = ['PATH', 'HOME', 'LANG', 'TZ'];

/** In the order of the file. Each joins the table of phases, with the stage by which an installation tests itself. */
export function stagesOf(read: z.output<ReturnType<typeof stagesShape>>, folder: string, from: NodeJS.ProcessEnv): Stage[] {
  joinPhases(systemTest, rowOf('tests the way from a manifest to a receipt', false));
  return Object.entries(read).map(([name, { about, food, do: doing, answer, into, ...runs }]) => {
    joinPhases(name, rowOf(about, doing.models !== undefined, name));
    return {
      name,
      about,
      food: food.view === undefined ? { query: food.query ?? '' } : { view: food.view },
      command: doing.command && { words: doing.command, environment: givenOf([...alwaysGiven, ...(doing.env ?? [])], from) },
      prompt: doing.prompt === undefined ? undefined : resolve(folder, doing.prompt),
      models: doing.models && {
        models: doing.models.map(modelOf),
        maxTokens: doing.max_tokens,
        temperature: 0.2,
        timeoutSeconds: doing.timeout,
      },
      timeoutSeconds: doing.timeout,
      answer,
      table: into?.table,
      folder,
      runs,
    };
  });
}

/** The phases in order, and behind them the stages of these settings. */
export function namesOfAll({ stages }: { stages: readonly Pick<Stage, 'name'>[] }): readonly PhaseName[] {
  return [...phaseNames, ...stages.map(({ name }) => name as PhaseName)];
}

function givenOf(names: readonly string[], from: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]])));
}

/** Each stage that asks models is a role of its own. */
export function rolesOfStages(stages: readonly Stage[]): Partial<Record<RoleName, Role>> {
  return Object.fromEntries(stages.flatMap(({ name, models }) => (models ? [[name, models]] : [])));
}

function rowOf(about: string, asksModels: boolean, name = ''): PhaseRow {
  return {
    does: about,
    about,
    food: 'what its food names and it has not answered',
    items: ['item', 'items'],
    makes: ['answer', 'answers'],
    shownAs: null,
    batchOf: 'items',
    flags: ['max-inflight'],
    asks: asksModels ? [name] : [],
    validates: [],
    serial: false,
    readsSources: false,
    hourlyAt: 0,
    revision: 1,
    // A program is started for each item: a pause lands behind the one under way.
    defaults: {
      batch: 1000,
      group: asksModels ? 4 : 1,
      maxInflight: 4,
      leaseSeconds: 300,
      attempts: 5,
      graceSeconds: 20,
      deadlineSeconds: 3600,
    },
  };
}
