// The trie that finds terms in titles: every word where it ends, words that are beginnings of others, and nothing that is not there.
import { expect, test } from 'vitest';
import { makeTrie } from '../../../lib/vocabulary/trie.js';

const wide = Array.from({ length: 40 }, (_, i) => `a${String.fromCharCode(0x4e00 + i * 7)}`);
const words = ['war', 'warsaw', 'war', 'ward', 'a', 'peace', 'ущерб', '', ...wide];
const trie = makeTrie(words.map((key, value) => ({ key, value })));

/** The values of all words with which the text begins. */
function along(text: string): number[] {
  const found: number[] = [];
  let node = 0;
  for (let at = 0; at < text.length; at++) {
    node = trie.step(node, text.charCodeAt(at));
    if (node === 0) break;
    found.push(...(trie.valuesAt(node) ?? []).map(({ value }) => value));
  }
  return found;
}

test('a word is found where it ends, with all its values in order, and so are words that begin it', () => {
  expect(along('warsaw')).toEqual([0, 2, 1]);
  expect(along('wards')).toEqual([0, 2, 3]);
  expect(along('peace talks')).toEqual([5]);
  expect(along('ущерб')).toEqual([6]);
});

test('a word that breaks off, goes on otherwise or holds a null character is none', () => {
  expect(along('peac')).toEqual([]);
  expect(along('peax')).toEqual([]);
  expect(along('peace\u0000\u0005')).toEqual([5]);
  expect(along('')).toEqual([]);
  expect(along('zebra')).toEqual([]);
});

test('a letter after which very many go on leads to each of them', () => {
  expect(wide.map((word) => along(word).at(-1))).toEqual(wide.map((word) => words.indexOf(word)));
  expect(along('a\u4e01')).toEqual([4]);
});
