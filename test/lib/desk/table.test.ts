// Columns stand under each other in every script; a terminal gets what fits, a pipe gets everything.
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { makeScreen } from '../../../lib/desk/screen.js';
import { cutToWidth, headlineLeast, table } from '../../../lib/desk/table.js';

const columns = [{ title: 'name' }, { title: 'count', align: 'right' as const }, { title: 'title' }];
const pipe = makeScreen({ write: () => true });
const terminal = (width: number, colourful = false) => makeScreen({ write: () => true, isTTY: true, columns: width }, undefined, colourful);

describe('table', () => {
  test('aligns Latin, Chinese, combining and emoji cells by their width on the screen', () => {
    const rows = [
      ['ab', '1', 'x'],
      ['台湾海峡', '22', 'x'],
      ['e\u0301te\u0301', '333', 'x'],
      ['👩‍🚀!', '4,444', 'x'],
    ];
    const lines = table(columns, rows, pipe).split('\n');
    const starts = lines.slice(1).map((line) => stringWidth(line.slice(0, line.lastIndexOf('x'))));
    expect(new Set(starts).size).toBe(1);
    expect(lines[0]).toBe('name      count  title');
  });

  test('in a pipe nothing is cut, coloured or padded at the end', () => {
    const long = 'word '.repeat(100).trim();
    const text = table(
      [{ title: 'a', paint: (cell, _, colors) => colors.red(cell) }, { title: 'b' }],
      [
        ['x', long],
        ['y', ''],
      ],
      pipe,
    );
    expect(text).toBe(`a  b\nx  ${long}\ny`);
  });

  test('on a terminal every line fits, the widest column giving way', () => {
    const rows = [['short', '12,345', 'a very long title that does not fit at all 台湾海峡台湾海峡']];
    const text = table(columns, rows, terminal(40));
    for (const line of text.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(40);
    expect(text).toContain('12,345');
    expect(text).toContain('…');
  });

  test('a narrow terminal loses the columns of least use, never a date, an outcome or a number, nor a headline below what is readable', () => {
    const news = [
      { title: 'id', align: 'right' as const },
      { title: 'when', least: 'whole' as const },
      { title: 'tier', align: 'right' as const, spare: 1 },
      { title: 'publisher', least: 8, spare: 2 },
      { title: 'title', least: headlineLeast },
    ];
    const headline = 'Foreign ministers of nine states meet in the capital over the shipping lanes';
    const rows = [['12345', '2026-03-10 14:05', '1', 'The Harbour Post of the Northern Isles', headline]];
    const at = (width: number) => table(news, rows, terminal(width)).split('\n');
    expect(at(200)).toHaveLength(2);
    expect(at(80)[1]).toBe('12345  2026-03-10 14:05  The Harbour…   Foreign ministers of nine states meet i…');
    expect(at(80)[2]).toBe('No room for: tier.');
    expect(at(66)[1]).toBe('12345  2026-03-10 14:05  Foreign ministers of nine states meet in…');
    expect(at(66)[2]).toBe('No room for: tier, publisher.');
    // Too narrow for what must stay: the terminal folds the line, and nothing is lost.
    expect(at(20)[1]).toBe('12345  2026-03-10 14:05  Foreign ministers of nine states meet i…');
  });

  test('of the columns that may be cut the widest gives way, and a left out column takes its paint with it', () => {
    const painted = [{ title: 'a', spare: 1, paint: () => 'never' }, { title: 'b' }, { title: 'c' }];
    const text = table(painted, [['xxxxxx', 'yyyyyyyyyy', 'z'.repeat(20)]], terminal(18));
    expect(text).toBe('b         c\nyyyyyyy…  zzzzzzz…\nNo room for: a.');
  });

  test('a terminal gets a bold header and painted cells that are aligned as without', () => {
    const painted = [
      { title: 'a', paint: (cell: string, _: string, colors: { red: (text: string) => string }) => colors.red(cell) },
      { title: 'b' },
    ];
    const text = table(
      painted,
      [
        ['x', '1'],
        ['long', '2'],
      ],
      terminal(80, true),
    );
    expect(text).toContain('\u001b[1m');
    expect(text).toContain('\u001b[31m');
    expect(text.split('\n').map((line) => stringWidth(line))).toEqual([7, 7, 7]);
  });

  test('NO_COLOR on a terminal means no escape at all', () => {
    expect(table(columns, [['a', '1', 'b']], terminal(80, false))).not.toContain('\u001b');
  });

  test('cells are cleaned of what a feed may carry, and rows may be short', () => {
    expect(table(columns, [['a\u001b[31m\u202eb\nc'], []], pipe)).toBe('name  count  title\nab c\n');
  });

  test('cut never splits a character and counts its ellipsis', () => {
    expect(cutToWidth('台湾海峡', 5)).toBe('台湾…');
    expect(stringWidth(cutToWidth('👩‍🚀👩‍🚀👩‍🚀', 4))).toBeLessThanOrEqual(4);
    expect(cutToWidth('fits', 4)).toBe('fits');
    expect(cutToWidth('台湾海峡', 4)).toBe('台…');
    expect(cutToWidth('🇩🇪🇫🇷🇬🇧', 4)).toBe('🇩🇪…');
    expect(cutToWidth('e\u0301te\u0301e\u0301te\u0301', 3)).toBe('e\u0301t…');
  });

  test('has no limit of rows', () => {
    const rows = Array.from({ length: 200_000 }, (_, index) => [String(index)]);
    expect(table([{ title: 'n', align: 'right' }], rows, pipe).split('\n')).toHaveLength(200_001);
  });
});
