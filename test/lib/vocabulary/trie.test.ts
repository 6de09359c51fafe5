// The trie that finds terms in titles: every word where it ends, words that are beginnings of others, and nothing that is not there.
import { expect, test } from 'vitest';
import { Trie } from '../../../lib/vocabulary/trie.js';

const wide = Array.from({ length: 40 }, (_, i) => `a${String.fromCharCode(0x4e00 + i * 7)}`);
const words = ['war', 'warsaw', 'ward', 'a', 'peace', 'ущерб', ...wide].sort();
const trie = new Trie();
const root = trie.add(words, 0, 0);

/** All words with which the text begins. */
function along(text: string): (string | undefined)[] {
  const found: (string | undefined)[] = [];
  let node = root;
  for (let at = 0; at < text.length; at++) {
    node = trie.step(node, text.charCodeAt(at));
    if (node === 0) break;
    if (trie.wordAt(node) >= 0) found.push(words[trie.wordAt(node)]);
  }
  return found;
}

test('a word is found where it ends, and so are words that begin it', () => {
  expect(along('warsaw')).toEqual(['war', 'warsaw']);
  expect(along('wards')).toEqual(['war', 'ward']);
  expect(along('peace talks')).toEqual(['peace']);
  expect(along('ущерб')).toEqual(['ущерб']);
});

test('a word that breaks off, goes on otherwise or holds a null character is none', () => {
  expect(along('peac')).toEqual([]);
  expect(along('peax')).toEqual([]);
  expect(along('peace\u0000\u0005')).toEqual(['peace']);
  expect(along('')).toEqual([]);
  expect(along('zebra')).toEqual([]);
});

test('a letter after which very many go on leads to each of them', () => {
  expect(wide.map((word) => along(word).at(-1))).toEqual(wide);
  expect(along('a\u4e01')).toEqual(['a']);
});
