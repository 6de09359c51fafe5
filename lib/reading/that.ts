// The words that begin what somebody says.
import type { Word } from './words.js';

const that = new Set(['что', 'dass', 'que', 'that']);

/** Whether what somebody says begins with a word: "that", "что". */
export function isThat(word: Word | undefined): boolean {
  return that.has(word?.text ?? '');
}
