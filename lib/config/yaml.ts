// Two readers of YAML that agree: a quick one for files that hold nothing out of the ordinary, and the one that keeps lines, loaded only
// where it is needed, for it costs each start a tenth of a second.
import { createRequire } from 'node:module';
import { FAILSAFE_SCHEMA, load, Type } from 'js-yaml';

const require = createRequire(import.meta.url);

/** The reader of YAML that keeps lines, loaded when it is first asked for. */
export function yamlWithLines(): typeof import('yaml') {
  return require('yaml') as typeof import('yaml');
}

/** A kind of plain scalar as YAML 1.2 has it; the quick reader's own kinds also take 1_000, 0b11 and the like for numbers. */
function plain(name: string, form: RegExp, read: (text: string) => unknown): Type {
  const options = {
    kind: 'scalar' as const,
    resolve: (text: string | null) => form.test(text ?? ''),
    construct: (text: string | null) => read(text ?? ''),
  };
  return new Type(`tag:yaml.org,2002:${name}`, options);
}

const infinite = /^[-+]?\.(?:inf|Inf|INF)$/;

const schema = FAILSAFE_SCHEMA.extend({
  implicit: [
    plain('null', /^(?:~|[Nn]ull|NULL)?$/, () => null),
    plain('bool', /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/, (text) => /^t/i.test(text)),
    plain('int', /^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$/, Number),
    plain('float', /^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/, (text) => {
      if (infinite.test(text)) return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
      return Number(text);
    }),
  ],
});

/**
 * Where the readers differ: directives, tags, lone carriage returns, keys that are empty or no scalars, a comment right behind a quote or a
 * bracket, and a list or a map that goes on at the margin.
 */
const unusual = new RegExp(
  [
    '^%',
    String.raw`\r(?!\n)`,
    String.raw`[\]}"']#`,
    String.raw`(?:^|[\s[{,])(?:[!?]|(?:~|null)\s*:|:\s)`,
    String.raw`[\]}]\s*:`,
    String.raw`^(?![#\s]|$|- |-$|---|\.\.\.|[\w"'][^\n]*:(?:\s|$))`,
  ].join('|'),
  'im',
);

/** The value of a text, null where it is empty; undefined where it is no YAML, or of a form that only the other reader is sure of. */
export function readQuickly(text: string): unknown {
  const object = text.startsWith('{') ? readJson(text) : undefined;
  if (object !== undefined) return object;
  if (unusual.test(text.replace(/^\s*#.*$/gm, ''))) return undefined;
  try {
    return load(text, { schema }) ?? null;
  } catch {
    // Whatever is wrong with the text is told by the reader that knows lines.
    return undefined;
  }
}

/** The value of one JSON object, which is YAML too; undefined for other texts, and where a key stands twice, which YAML forbids. */
function readJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    const written = text.match(/"(?:[^"\\]|\\.)*"(?:\s*:)?/g) ?? [];
    return written.filter((string) => string.endsWith(':')).length === keysIn(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function keysIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inner = Object.values(value);
  return inner.reduce((sum: number, one) => sum + keysIn(one), Array.isArray(value) ? 0 : inner.length);
}
