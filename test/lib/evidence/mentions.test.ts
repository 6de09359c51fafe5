import { expect, test } from 'vitest';
import { mentionsOf, replaceMentions, withoutNames } from '../../../lib/evidence/mentions.js';

test('a name is mentioned where it stands as words of its own, also at both ends and twice', () => {
  expect(mentionsOf('Post says; the Postal union, the New Post and Post', 'Post')).toEqual([0, 37, 46]);
  expect(mentionsOf('𝐀Post Post𝐀 «Post»', 'Post')).toEqual([15]);
  expect(mentionsOf('aaa aa', 'aa')).toEqual([4]);
  expect(mentionsOf('Post', '')).toEqual([]);
});

test('each mention is replaced to the letter, whatever signs the name has', () => {
  expect(replaceMentions('A.B (C) and AxB (C), A.B (C)', 'A.B (C)', '-')).toBe('- and AxB (C), -');
  expect(replaceMentions('the post', 'Post', '-')).toBe('the post');
});

test('names are blanked in capitals or not, and nothing else', () => {
  expect(withoutNames('HARBOUR POST and the harbours', [' Harbour Post ', 'harbour', ' '])).toBe(`${' '.repeat(12)} and the harbours`);
  expect(withoutNames('Straße in İzmir', ['STRASSE', 'izmir', 'straße'])).toBe(`${' '.repeat(6)} in İzmir`);
  expect(withoutNames('“C++ Daily” told', ['c++ daily'])).toBe(`“${' '.repeat(9)}” told`);
});
