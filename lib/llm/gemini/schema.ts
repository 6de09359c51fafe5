// JSON schemas as the subset of OpenAPI that Gemini's responseSchema knows. The rest is dropped there, and checked by us.
import type { ResponseSchema } from '@google/generative-ai';

interface Json {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  description?: string;
  properties?: Record<string, Json>;
  required?: string[];
  items?: Json | boolean;
  anyOf?: Json[];
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
}

/** Never throws: what has no type is an object. */
export function openApiSchema(schema: object): ResponseSchema {
  return convert(schema as Json) as ResponseSchema;
}

function convert(schema: Json): object {
  const branches = (schema.anyOf ?? []).filter(({ type }) => type !== 'null');
  const nullable = branches.length < (schema.anyOf?.length ?? 0) || (Array.isArray(schema.type) && schema.type.includes('null'));
  const [only] = branches;
  if (only && branches.length === 1) return { ...convert(only), ...(nullable ? { nullable } : {}) };
  const type = Array.isArray(schema.type) ? schema.type.find((one) => one !== 'null') : schema.type;
  const values = schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
  const properties = Object.entries(schema.properties ?? {});
  return {
    ...(branches.length > 1 ? { anyOf: branches.map(convert) } : { type: type ?? (values ? 'string' : 'object') }),
    ...(nullable ? { nullable } : {}),
    ...(schema.description === undefined ? {} : { description: schema.description }),
    ...(values?.every((value) => typeof value === 'string') ? { format: 'enum', enum: values } : {}),
    ...(properties.length > 0 ? { properties: Object.fromEntries(properties.map(([name, value]) => [name, convert(value)])) } : {}),
    ...(schema.required ? { required: schema.required, propertyOrdering: properties.map(([name]) => name) } : {}),
    ...(typeof schema.items === 'object' ? { items: convert(schema.items) } : {}),
    ...(schema.minLength === undefined ? {} : { minLength: schema.minLength }),
    ...(schema.maxLength === undefined ? {} : { maxLength: schema.maxLength }),
    ...(schema.minItems === undefined ? {} : { minItems: schema.minItems }),
    ...(schema.maxItems === undefined || schema.maxItems > 1000 ? {} : { maxItems: schema.maxItems }),
  };
}
