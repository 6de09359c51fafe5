// Prose is wrapped to the terminal and left whole in a pipe.
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { fields, paragraph } from '../../../lib/desk/prose.js';
import { makeScreen } from '../../../lib/desk/screen.js';
import { wrap } from '../../../lib/desk/wrapped.js';

const pipe = makeScreen({ write: () => true });
const narrow = makeScreen({ write: () => true, isTTY: true, columns: 40 }, undefined, false);

test('lines break at blanks, and inside a word only where it is longer than a line', () => {
  expect(wrap('one two three', 8)).toEqual(['one two', 'three']);
  expect(wrap('北京宣布对台军演', 6)).toEqual(['北京宣', '布对台', '军演']);
  expect(wrap('see https://example.org/a/long/path now', 12)).toEqual(['see https://', 'example.org/', 'a/long/path', 'now']);
  expect(wrap('', 10)).toEqual(['']);
  // Astronauts, flags, accents and vowel signs of more than one character stay whole.
  for (const text of ['👩‍🚀👩‍🚀👩‍🚀', '🇩🇪🇫🇷🇬🇧', 'e\u0301te\u0301e\u0301te\u0301', 'हिन्दीसमाचार']) {
    const whole = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment.normalize());
    const lines = wrap(text, 4);
    expect(lines.flatMap((line) => [...new Intl.Segmenter().segment(line)].map(({ segment }) => segment))).toEqual(whole);
    for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(4);
  }
});

test('a paragraph fits the terminal with its indent and is one line in a pipe', () => {
  const text = 'Mediators report progress in Cairo on an extension of the truce in Gaza';
  for (const line of paragraph(text, narrow, { indent: 4, lead: '  - ' }).split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(40);
  expect(paragraph(text, pipe, { indent: 4, lead: '  - ' })).toBe(`  - ${text}`);
});

test('fields align their values, indent what goes on, and leave out what has no value', () => {
  expect(
    fields(
      [
        ['Name', 'a'],
        ['None', ''],
        ['Longer', 'b'],
      ],
      pipe,
    ),
  ).toBe('Name    a\nLonger  b');
  const lines = fields([['Why', 'several words that do not fit into one line of it']], narrow).split('\n');
  expect(lines.slice(1).every((line) => line.startsWith('     '))).toBe(true);
});

test('what is printed breaks between words on a narrow terminal, as far from the edge as it began; addresses and pipes stay whole', () => {
  let said = '';
  const write = (text: string): void => {
    said += text;
  };
  const address = 'https://example.org/a/very/long/address/of/a/feed';
  const text = `Nothing is stale.\n  warn  Nothing on this machine starts the phases, see ${address}`;
  makeScreen({ write, isTTY: true, columns: 40 }, undefined, false).print(text);
  expect(said).toBe(`Nothing is stale.\n  warn  Nothing on this machine starts\n  the phases, see\n  ${address}\n`);
  said = '';
  makeScreen({ write }).print(text);
  expect(said).toBe(`${text}\n`);
});
