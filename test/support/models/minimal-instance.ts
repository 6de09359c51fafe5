// From a JSON schema the least value that it allows: required properties only, the first of an enum, the shortest text. Knows what
// zod writes and what Gemini's own dialect writes (types in capitals, nullable). Throws where it cannot keep a promise of the schema.
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The value; throws a sentence for a pattern of which it knows no example, and for a reference to nowhere. */
export function minimalInstance(schema: JsonSchema, root: JsonSchema = schema): unknown {
  if (typeof schema['$ref'] === 'string') return minimalInstance(resolve(schema['$ref'], root), root);
  for (const key of ['const', 'default', 'example']) if (key in schema) return schema[key];
  for (const key of ['enum', 'examples']) if (Array.isArray(schema[key])) return schema[key][0];
  const choices = (schema['anyOf'] ?? schema['oneOf']) as JsonSchema[] | undefined;
  if (choices?.[0]) return minimalInstance(choices[0], root);
  if (Array.isArray(schema['allOf'])) return minimalInstance(merge(schema['allOf'] as JsonSchema[], root), root);
  switch (typeOf(schema)) {
    case 'object':
      return object(schema, root);
    case 'array':
      return array(schema, root);
    case 'string':
      return text(schema);
    case 'integer':
    case 'number':
      return number(schema);
    case 'boolean':
      return false;
    default:
      return null;
  }
}

function typeOf(schema: JsonSchema): string {
  const type = Array.isArray(schema['type']) ? schema['type'][0] : schema['type'];
  if (typeof type === 'string') return type.toLowerCase();
  return schema['properties'] ? 'object' : 'null';
}

function resolve(reference: string, root: JsonSchema): JsonSchema {
  let found: unknown = root;
  for (const step of reference.split('/').slice(1)) found = (found as Record<string, unknown> | undefined)?.[step];
  if (typeof found !== 'object' || found === null) throw new Error(`The schema names ${reference}, which it does not hold.`);
  return found as JsonSchema;
}

function merge(parts: readonly JsonSchema[], root: JsonSchema): JsonSchema {
  const whole = parts.map((part) => (typeof part['$ref'] === 'string' ? resolve(part['$ref'], root) : part));
  const properties = Object.assign({}, ...whole.map((part) => part['properties'] ?? {}));
  const required = whole.flatMap((part) => (part['required'] as string[] | undefined) ?? []);
  return { ...Object.assign({}, ...whole), properties, required };
}

function object(schema: JsonSchema, root: JsonSchema): Record<string, unknown> {
  const properties = (schema['properties'] ?? {}) as Record<string, JsonSchema>;
  const names = (schema['required'] as string[] | undefined) ?? [];
  return Object.fromEntries(names.map((name) => [name, minimalInstance(properties[name] ?? {}, root)]));
}

function array(schema: JsonSchema, root: JsonSchema): unknown[] {
  const tuple = schema['prefixItems'] as JsonSchema[] | undefined;
  if (tuple) return tuple.map((item) => minimalInstance(item, root));
  const item = (schema['items'] ?? {}) as JsonSchema;
  return Array.from({ length: Number(schema['minItems'] ?? 0) }, () => minimalInstance(item, root));
}

function number(schema: JsonSchema): number {
  const step = Number(schema['multipleOf'] ?? (typeOf(schema) === 'integer' ? 1 : 0.5));
  const above = typeof schema['exclusiveMinimum'] === 'number' ? Math.floor(schema['exclusiveMinimum'] / step) * step + step : -Infinity;
  const least = Math.max(above, typeof schema['minimum'] === 'number' ? Math.ceil(schema['minimum'] / step) * step : -Infinity);
  const below = typeof schema['exclusiveMaximum'] === 'number' ? Math.ceil(schema['exclusiveMaximum'] / step) * step - step : Infinity;
  const most = Math.min(Number(schema['maximum'] ?? Infinity), below);
  if (least > 0) return least;
  return Math.min(0, Math.floor(most / step) * step);
}

const samples = ['2026-03-10T08:00:00Z', '2026-03-10', 'https://news.example/a', 'a@news.example', '123e4567-e89b-42d3-a456-426614174000'];
const formats: Readonly<Record<string, string | undefined>> = {
  'date-time': samples[0],
  date: samples[1],
  uri: samples[2],
  email: samples[3],
  uuid: samples[4],
};

function text(schema: JsonSchema): string {
  const shortest = 'a'.repeat(Number(schema['minLength'] ?? 1));
  const byFormat = formats[String(schema['format'])];
  if (typeof schema['pattern'] !== 'string') return byFormat ?? shortest;
  const pattern = new RegExp(schema['pattern'], 'u');
  const fitting = [byFormat ?? shortest, shortest, ...samples, '0', 'A', 'US', 'USA', '1.0', 'E1', '#1', '08:00'].find((one) =>
    pattern.test(one),
  );
  if (fitting === undefined) throw new Error(`No example is known for the pattern ${pattern}: give the fake server an answer function.`);
  return fitting;
}
