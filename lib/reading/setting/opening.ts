// The clause that a headline opens with and that only says when or against what something is done: "After strike on Doha, Riyadh ...".
import type { Token } from '../text/tokens.js';

const openers = new Set(
  'after following despite amid nach trotz après malgré tras pese después dopo nonostante após apesar после несмотря вопреки بعد رغم'.split(
    ' ',
  ),
);
const chinese = new Set(['不', '在', '继']);
const ends = new Set([',', '،', '，']);

/** The token after the clause; 0 where the headline opens with none, or nothing parts it from the rest. */
export function openingEnd(tokens: readonly Token[]): number {
  const first = tokens[0];
  if (first === undefined || !(openers.has(first.text) || chinese.has(first.text))) return 0;
  for (let at = 1; at < tokens.length - 2; at++) {
    const token = tokens[at] as Token;
    if (ends.has(token.text) || (token.text === '.' && tokens[at + 1]?.text === '.')) return at + 1;
    if (first.sort === 'han' && token.sort === 'han' && !token.glued) return at;
  }
  return 0;
}
