// A manifest: a file of JSON lines, each a piece of work that was planned. What a line says is what it is: the same line twice is one.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { late } from '../../late.js';
import { DeskError, exitCodes } from '../end.js';
import { whyUnreadable } from '../unread.js';

/** What an installation can be asked to do to test itself. */
export const testKinds = ['echo', 'sleep', 'crud', 'held_crud'] as const;
export type TestKind = (typeof testKinds)[number];

const plan = late(() => z.string().min(1).max(200));
const number = late(() => z.int().min(1));
const item = late(() => z.string().regex(/^[1-9]\d{0,18}$/));

const test = late(() =>
  z.strictObject({
    plan: plan(),
    line: number(),
    do: z.enum(testKinds),
    text: z.string().max(1000).optional(),
    ms: z.int().min(0).max(600_000).optional(),
  }),
);
const work = late(() =>
  z.strictObject({
    plan: plan(),
    line: number(),
    do: z.enum(['gap-fill', 'reprocess']),
    phase: z.string().regex(/^[a-z_][a-z0-9_]{0,62}$/),
    item: item(),
  }),
);

export type TestLine = z.infer<ReturnType<typeof test>>;
export type WorkLine = z.infer<ReturnType<typeof work>>;
export type Line = TestLine | WorkLine;

/** Whether a line tests the installation, and is no item of a phase. */
export function isTest(line: Line): line is TestLine {
  return (testKinds as readonly string[]).includes(line.do);
}

/** The lines of each phase, by the name `of` gives them. */
export function byPhase<Of extends Line>(lines: readonly Of[], of: (line: Of) => string): Map<string, Of[]> {
  const groups = new Map<string, Of[]>();
  for (const line of lines) {
    const group = groups.get(of(line));
    if (group) group.push(line);
    else groups.set(of(line), [line]);
  }
  return groups;
}

/** A hash of what it says, its plan and place among it. */
export function idOf(line: Line): string {
  return createHash('sha256')
    .update(JSON.stringify(Object.entries(line).sort()))
    .digest('hex');
}

/** All lines of a manifest; empty lines are none. Throws with exit code 78, and the number of the first line that is wrong. */
export function readManifest(path: string): Line[] {
  return textOf(path)
    .split('\n')
    .flatMap((text, index) => (text.trim() === '' ? [] : [lineOf(text, `${path}:${index + 1}`)]));
}

/** The text of a manifest, a line each; empty for none. */
export function written(lines: readonly Line[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

function lineOf(text: string, where: string): Line {
  const value = jsonOf(text, where);
  const shape = typeof value === 'object' && value !== null && 'phase' in value ? work() : test();
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw wrong(
    `${where}: no line of a manifest: ${issue?.path.join('.') || 'the line'}: ${issue?.message ?? 'wrong'}. "sni plan" writes manifests.`,
  );
}

function jsonOf(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw wrong(`${where}: no JSON. A manifest has one JSON object a line; "sni plan" writes manifests.`);
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw wrong(whyUnreadable(path, cause));
  }
}

function wrong(sentence: string): DeskError {
  return new DeskError(sentence, exitCodes.wrongConfiguration);
}
