import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { readQuickly } from '../../../lib/config/yaml.js';
import { projectRoot } from '../../../lib/config.js';

/** What the reader that keeps lines makes of a text; undefined where it refuses it. */
function readWithLines(text: string): unknown {
  const document = parseDocument(text, { logLevel: 'error' });
  if (document.errors.length > 0) return undefined;
  try {
    return document.toJS();
  } catch (error) {
    if (error instanceof ReferenceError) return undefined;
    throw error;
  }
}

/** The quick reader may leave a text to the other one; what it says itself must be the same. */
function expectSame(text: string): void {
  const quick = readQuickly(text);
  if (quick !== undefined) expect(quick, JSON.stringify(text)).toEqual(readWithLines(text));
}

const numbers =
  '0 -0 +0 00 7 +7 -7 012 1_000 1,000 0b11 0o17 -0o17 0x1F +0x1f -0x1f 0x 1e3 1E-3 1e+3 1e e1 1e400 1. .5 -.5 +.5 . 1_0.5 0.1.2';
const words = '.inf -.Inf +.INF .iNf .nan .NaN .NAN -.nan ~ null Null NULL nULL true True TRUE tRUE false FALSE yes No on OFF y n << =';
const others = [
  ...[
    '2024-01-01',
    '2024-01-01T00:00:00Z',
    '12:30',
    '1:2',
    '9007199254740993',
    'a b',
    'a#b',
    'a #b',
    'a\tb',
    '1 ',
    '@a',
    '`a',
    '-b',
    '?b',
    '%b',
  ],
  ...[
    '"a\\u00e9"',
    "'it''s'",
    '"a\\\n  b"',
    '"\\x41\\/"',
    '"\\q"',
    '"\t"',
    '""',
    "''",
    '"x" y',
    '"x"#c',
    'http://a.example/b?c#d',
    'a\n  b\n\n  c',
  ],
  ...[
    '|\n  a\n  b\n',
    '>\n  a\n  b\n\n  c',
    '|-\n  a\n',
    '>+\n  a\n\n',
    '|2\n    x\n',
    '[1, 2,]',
    '[x]#c',
    '{a: 1, b}',
    '{a: 1, a: 2}',
    '[a: 1]',
    '{"a":1}',
  ],
  ...[
    '{a: 1,, c: 2}',
    '&x 1',
    '*x',
    '!!str 1',
    '!!int "1"',
    '!!float 1',
    '!!binary aGk=',
    '!!timestamp 2024-01-01',
    '!foo 1',
    '- a',
    'b: c',
    '\ufeff',
    '\u0085',
  ],
];
const scalars = [...numbers.split(' '), ...words.split(' '), ...others];

describe('the quick reader of settings says what the one that keeps lines says, or leaves the text to it', () => {
  test.each([
    ['behind a key', (scalar: string) => `k: ${scalar}\n`],
    ['in a list', (scalar: string) => `- ${scalar}\n`],
    ['as a key', (scalar: string) => `${scalar}: v\n`],
    ['as a key of a key', (scalar: string) => `a:\n  ${scalar}: v\n`],
    ['between brackets', (scalar: string) => `k: [${scalar}, {${scalar}: 1}]\n`],
  ])('of a scalar %s', (_place, textOf) => {
    for (const scalar of scalars) expectSame(textOf(scalar));
  });

  test('of documents, anchors, merges, repeated keys, tabs and line ends', () => {
    const texts = [
      ...[
        '',
        '# only\n',
        '---\n',
        '--- \na: 1\n...\n',
        'a: 1\n---\nb: 2\n',
        '%YAML 1.1\n---\na: yes\nb: 010\n',
        '%YAML 1.2\n---\na: yes\n',
      ],
      ...['a: &x {b: 1}\nc: *x\n', 'a: &x {b: 1}\nc:\n  <<: *x\n  d: 2\n', 'a: &x 1\nb: &x 2\nc: *x\n', 'a: *nope\n', 'a: 1\na: 2\n'],
      ...[
        '1: a\n"1": b\n',
        '? a\n: b\n',
        '? [a]\n: b\n',
        ': a\n',
        '__proto__: {x: 1}\n',
        'a:\n\tb: 1\n',
        'a:\n  b: 1\n\t\n',
        'a: 1\t# c\n',
      ],
      ...['a:\t1\n', 'a: |\n\tx\n', '\ufeffa: 1\n', 'a: 1\r\nb:\r\n  - c\r\n', 'a: 1\rb: 2\r', 'a:\n- b\n- c\n', 'a:\n  - b\n - c\n'],
      ...[
        'a: b: c\n',
        'a: [1,\n2]\n',
        'a: [\n  1\n]\n',
        'a: {\n  b: 1\n}\n',
        'a: [1,\n  2]\n',
        'a: "x\n\n  y"\n',
        'a: "x\ny"\n',
        'a: b\nc\n',
      ],
      ...[
        'a: b\n c: d\n',
        'a\n',
        '[1]\n',
        'a: [b]c\n',
        'a: {b:1}\n',
        'a: ,b\n',
        'a: ]b\n',
        'a: b\n%x\n',
        'a: \u0007\n',
        'a: \u2028x\n',
        'a: #c\n  b\n',
      ],
    ];
    for (const text of texts) expectSame(text);
  });

  test('of JSON', () => {
    const strings = ['"\\u00e9"', '"\\ud83d\\ude00"', '"\\/\\b\\f\\n\\r\\t\\\\\\""', '"a: \\"b\\": c"', '"{"', '"// #x"', '"\u2028"'];
    for (const value of [...strings, '-0', '1e400', '9007199254740993', '1.50', 'null', '[]', '{}', '[1, [{"b": 2}]]', '01', "'x'", 'x'])
      for (const text of [`{"a": ${value}}`, `{ "a" :\n\t${value} }\n`, `{${value}: 1}`, `{"a": [${value}, ${value}]}`]) expectSame(text);
    for (const text of [
      '{"a": 1, "a": 2}',
      '{"a": {"b": 1, "\\u0062": 2}}',
      '{"a": 1}\n# c\n',
      '{"a": 1} x',
      '{"__proto__": {"x": 1}}',
      '{"": 1}',
      '{',
    ])
      expectSame(text);
  });

  test('and it does read what is ordinary', () => {
    for (const text of [
      '{"a": {"b": ["x: \\"y\\": z", 1.5, null]}}',
      `${JSON.stringify({ sources: [{ url: 'https://a.example/?b={c}', publisher: '"A": B' }] }, null, 2)}\n`,
      'a: 1\n',
      'a: {b: [1, "x: y"]}\n',
      'a:\n  - b # c\n',
      '"a": \'b\'\n',
      'phases:\n  ingest: { batch: 500, lease: 90s }\n',
    ])
      expect(readQuickly(text), text).toBeDefined();
    expect(readQuickly(readFileSync(join(projectRoot, 'sni.yaml'), 'utf8'))).toHaveProperty('sources');
  });
});
