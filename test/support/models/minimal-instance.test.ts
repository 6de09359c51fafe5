// The least value of a schema, for schemas as zod and as Gemini's dialect write them: the zod shape itself must take it.
import { expect, test } from 'vitest';
import * as z from 'zod';
import { minimalInstance } from './minimal-instance.js';

interface Tree {
  name: string;
  children: Tree[];
}
const tree: z.ZodType<Tree> = z.object({ name: z.string(), children: z.lazy(() => z.array(tree)) });

test.each<[string, z.ZodType]>([
  ['objects with optional parts', z.strictObject({ title: z.string().min(5), note: z.string().optional() })],
  ['enums, literals and unions', z.object({ kind: z.enum(['war', 'talks']), is: z.literal(7), either: z.union([z.number(), z.string()]) })],
  ['numbers with bounds', z.object({ score: z.number().gt(0).max(1), count: z.int().min(3), below: z.number().lt(-2), least: z.int() })],
  [
    'arrays, tuples and records',
    z.object({ ids: z.array(z.int()).min(2), pair: z.tuple([z.string(), z.boolean()]), by: z.record(z.string(), z.int()) }),
  ],
  ['nullable and times', z.object({ until: z.iso.date().nullable(), at: z.iso.datetime(), link: z.url(), id: z.uuid() })],
  ['patterns', z.object({ code: z.string().regex(/^[A-Z]{2}$/) })],
  ['a shape within itself', tree],
  ['unions of objects', z.discriminatedUnion('kind', [z.object({ kind: z.literal('a'), n: z.int() }), z.object({ kind: z.literal('b') })])],
])('%s', (_name, shape) => {
  const instance = minimalInstance(z.toJSONSchema(shape));
  expect(shape.safeParse(instance)).toMatchObject({ success: true });
});

test('types in capitals, and references', () => {
  expect(minimalInstance({ type: 'ARRAY', items: { type: 'INTEGER', nullable: true }, minItems: 1 })).toEqual([0]);
  expect(minimalInstance({ $ref: '#/$defs/Id', $defs: { Id: { type: 'string', minLength: 2 } } })).toBe('aa');
  expect(() => minimalInstance({ $ref: '#/$defs/None' })).toThrow('which it does not hold');
});

test('A pattern without a known example is said', () => {
  expect(() => minimalInstance({ type: 'string', pattern: '^x{9}$' })).toThrow('No example is known for the pattern /^x{9}$/u');
});
