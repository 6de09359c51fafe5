// Text from outside must not steer the operator's terminal.
import { describe, expect, test } from 'vitest';
import { clean, jsonText, visible } from '../../../lib/desk/clean.js';

describe('clean', () => {
  test('takes out colour, cursor and title escapes whole', () => {
    expect(clean('a\u001b[31mred\u001b[0m\u001b[2J b')).toBe('ared b');
    expect(clean('\u001b]0;owned\u0007title')).toBe('title');
    expect(clean('\u001b]8;;http://x.example\u0007link\u001b]8;;\u0007')).toBe('link');
    expect(clean('\u009b31mred')).not.toContain('\u009b');
  });

  test('leaves no control character of either block, and one line', () => {
    const all = Array.from({ length: 0xa0 }, (_, code) => String.fromCharCode(code)).join('x');
    expect(clean(all)).not.toMatch(/\p{Cc}/u);
    expect(clean('one\r\ntwo\u2028three\tfour')).toBe('one two three four');
  });

  test('takes out what turns or hides text', () => {
    expect(clean('safe\u202egnp.exe\u2066\u200f')).toBe('safegnp.exe');
    expect(clean('in\u200bvis\u00adible\ufeff\u{e0041}')).toBe('invisible');
  });

  test('keeps scripts, joiners and emoji as they are', () => {
    const texts = ['Ночная атака на Одессу', '台湾海峡', 'می\u200cخواهم', '👩\u200d🚀', 'क\u094d\u200dष', 'l’Écho'];
    for (const text of texts) expect(clean(text)).toBe(text);
  });

  test('half a surrogate pair becomes a replacement character', () => {
    expect(clean('a\ud800b')).toBe('a\ufffdb');
  });
});

describe('jsonText', () => {
  test('means exactly what was given, and cannot steer a terminal', () => {
    const value = { title: 'a\u001b[31m\u009b1m\u202ee\u007f\u2028\ufeff', list: [1, null, 'Одесса'] };
    const text = jsonText(value, 2);
    expect(JSON.parse(text)).toEqual(value);
    expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\p{Bidi_Control}/u);
    expect(text).toContain('Одесса');
  });
});

test('visible keeps lines and blanks, and writes as an escape whatever is not seen', () => {
  expect(visible('a\n  b\r\t\u001b[2J\u202e\u200b\u{e0041}\u2028')).toBe('a\n  b\\u000d\\u0009\\u001b[2J\\u202e\\u200b\\ue0041\\u2028');
  expect(visible('می\u200cخواهم')).toBe('می\u200cخواهم');
});
