// What made an answer, as hashes of what was asked: the wording, the shape, the inputs. Stored beside each output.
import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Prompt, Provenance } from './prompt.js';
import type { Maker } from './server.js';

/** What made an answer: equal inputs, wording, shape and engine give equal provenance. */
export function provenanceOf<A>(prompt: Prompt<A>, maker: Maker): Provenance {
  return { ...maker, ...versionsOf(prompt) };
}

export type Versions = Omit<Provenance, keyof Maker>;

/** Equal for equal questions, in every process: paid answers are found again by it. */
export function versionsOf<A>(prompt: Prompt<A>): Versions {
  return { ...versionsOfRules(prompt), shapeVersion: shapeOf(prompt).version };
}

/** As `versionsOf` where no model is asked: nobody is shown a shape, so none is drawn, and its version is empty. */
export function versionsOfRules<A>(prompt: Prompt<A>): Versions {
  return {
    task: prompt.task,
    promptVersion: `${prompt.version}-${sha256(prompt.system).slice(0, 8)}`,
    shapeVersion: '',
    inputSha256: sha256(JSON.stringify([prompt.user, prompt.known ?? []])),
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

interface Shape {
  schema: object;
  version: string;
}
/** Drawing a schema costs more than all else of a question. */
const shapes = new WeakMap<z.ZodType, Shape>();

/** Drawn once a process for each shape. */
export function shapeOf({ shape }: { shape: z.ZodType }): Shape {
  const known = shapes.get(shape);
  if (known) return known;
  const { $schema, ...schema } = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' });
  const drawn = { schema, version: sha256(JSON.stringify({ $schema, ...schema })).slice(0, 8) };
  shapes.set(shape, drawn);
  return drawn;
}
