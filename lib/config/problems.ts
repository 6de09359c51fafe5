// What zod, and checks beside it, found wrong with a settings file, as lines for people: file, line, key, what was found, what is
// allowed.
import type { Document, LineCounter, Node } from 'yaml';
import * as z from 'zod';
import { sourceKinds } from './sources.js';
import { yamlWithLines } from './yaml.js';

/** What is wrong at a place of a file whose shape is right: what was found there, and what is allowed. */
export interface Amiss {
  path: (string | number)[];
  found: string;
  allowed: string;
}

/** One wrong setting, as a sentence that begins with where it is. */
export type SettingProblem = string;

/** Says in words what zod found wrong, each once, with the line of the file where `document` and `lines` know it. */
export function problemsOf(
  error: z.ZodError,
  shape: z.ZodType,
  file: string,
  document: Document.Parsed,
  lines: LineCounter,
): SettingProblem[] {
  const placeOf = placeIn(file, document, lines);
  const schema = schemaOf(shape);
  const problems = error.issues.flatMap((issue) => {
    const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
    if (issue.code === 'unrecognized_keys') {
      const allowed = Object.keys(schemaAt(schema, path)?.properties ?? {});
      return issue.keys.map(
        (key) => `${placeOf([...path, key])}: unknown key${didYouMean(key, allowed) || '.'} Allowed here: ${allowed.join(', ')}.`,
      );
    }
    if (issue.code === 'invalid_key') {
      const allowed = inWords(schemaAt(schema, path.slice(0, -1))?.propertyNames);
      return [`${placeOf(path)}: found the key ${JSON.stringify(path.at(-1))}, allowed is ${allowed || issue.message}.`];
    }
    const allowed = inWords(schemaAt(schema, path)) || issue.message;
    return [`${placeOf(path)}: found ${found(document.getIn(path))}, allowed is ${allowed}.`];
  });
  return [...new Set(problems)];
}

/** Drawn once a process: drawing costs more than all else that is said of a file. */
const schemas = new WeakMap<z.ZodType, Schema>();

function schemaOf(shape: z.ZodType): Schema {
  const known = schemas.get(shape) ?? (z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }) as Schema);
  schemas.set(shape, known);
  return known;
}

/** Each source whose feed another one before it names too; empty where the file lists none. */
export function repeatedSources(value: unknown): Amiss[] {
  const sources = value !== null && typeof value === 'object' && 'sources' in value ? value.sources : [];
  const seen = new Set<string>();
  return (Array.isArray(sources) ? sources : []).flatMap((given: unknown, index): Amiss[] => {
    const source = given !== null && typeof given === 'object' ? (given as Record<string, unknown>) : {};
    const kind = sourceKinds.find((known) => source[known] !== undefined);
    if (!kind) return [];
    // The same search in another language or country is another source.
    const target = JSON.stringify([kind, source[kind], ...(kind === 'google_news' ? [source['lang'], source['country']] : [])]);
    if (!seen.has(target)) {
      seen.add(target);
      return [];
    }
    return [{ path: ['sources', index, kind], found: `${JSON.stringify(source[kind])} a second time`, allowed: 'once' }];
  });
}

/** Where a key stands: file, line where it is known, key. What is missing stands where it should be in. */
export function placeIn(file: string, document: Document.Parsed, lines: LineCounter): (path: (string | number)[]) => string {
  return (path) => {
    const around = document.getIn(path.slice(0, -1), true);
    const { isMap, isScalar } = yamlWithLines();
    const pair = isMap(around) ? around.items.find(({ key }) => isScalar(key) && key.value === path.at(-1)) : undefined;
    const node = pair?.key ?? document.getIn(path, true) ?? around;
    const offset = (node as Node | undefined)?.range?.[0];
    const line = offset === undefined ? '' : `:${lines.linePos(offset).line}`;
    return `${file}${line}: ${keyOf(path)}`;
  };
}

/** `sources[3].lang` for ['sources', 3, 'lang']. */
function keyOf(path: readonly (string | number)[]): string {
  return (
    path.reduce<string>((text, part) => (typeof part === 'number' ? `${text}[${part}]` : text === '' ? part : `${text}.${part}`), '') ||
    'the file'
  );
}

/** The value as it may be shown: cut, and an address without user and password. */
function found(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (yamlWithLines().isCollection(value)) return `a ${value.constructor.name === 'YAMLSeq' ? 'list' : 'group of keys'}`;
  const shown = JSON.stringify(value) ?? String(value);
  return shown.replace(/:\/\/[^@/]*@/, '://(not shown)@').slice(0, 80);
}

interface Schema {
  description?: string;
  type?: string;
  propertyNames?: Schema;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  items?: Schema;
}

/** What a place allows: its own words, else what its shape says; empty where neither is known. */
function inWords(schema: Schema | undefined): string {
  if (!schema) return '';
  if (schema.description) return schema.description;
  if (schema.properties) return `a group of keys: ${Object.keys(schema.properties).join(', ')}`;
  if (typeof schema.additionalProperties === 'object') return `a group of keys, each ${inWords(schema.propertyNames) || 'a name'}`;
  if (schema.items) return `a list${inWords(schema.items) ? `, each ${inWords(schema.items)}` : ''}`;
  return (
    ({ string: 'text', number: 'a number', integer: 'a whole number', boolean: 'true or false' } as Record<string, string>)[
      schema.type ?? ''
    ] ?? ''
  );
}

function schemaAt(schema: Schema, path: readonly (string | number)[]): Schema | undefined {
  return path.reduce<Schema | undefined>((at, part) => {
    if (typeof part === 'number') return at?.items;
    return at?.properties?.[part] ?? (typeof at?.additionalProperties === 'object' ? at.additionalProperties : undefined);
  }, schema);
}

/** `; did you mean "batch"?` when one of the names is a slip away, else nothing. */
export function didYouMean(given: string, names: readonly string[]): string {
  const near = names
    .map((name) => ({ name, slips: slips(given.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, slips }) => slips <= Math.max(2, Math.floor(name.length / 4)) && slips < name.length)
    .sort((a, b) => a.slips - b.slips)[0];
  return near ? `; did you mean "${near.name}"?` : '';
}

/** Edits that turn one word into the other: insertions, deletions, replacements (Levenshtein). */
function slips(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
