// What one call costs: at most, by what is sent, and in fact, by what was used.
import type { Price } from '../config/prices.js';

/** Tokens of one call as the server counts them. Cached ones are part of `tokensIn`, thinking ones stand beside `tokensOut`. */
interface Usage {
  tokensIn: number;
  tokensCached: number;
  tokensOut: number;
  tokensThinking: number;
}

/** No window of any model holds more; a server that tells of more is mistaken. */
const mostTokens = 10_000_000;

/**
 * US dollars a call costs at most. A token is at least one byte of UTF-8 (a vocabulary's smallest pieces are bytes), and all that is
 * sent counts: the system text and the answer's shape too. `maxTokensOut` bounds thinking and answer together.
 */
export function worstCaseUsd(price: Price, promptBytes: number, maxTokensOut: number): number {
  if (!(promptBytes >= 0 && maxTokensOut >= 0)) {
    throw new RangeError(`The cost of ${promptBytes} bytes and ${maxTokensOut} tokens cannot be bounded: both must be counts.`);
  }
  const dearestIn = Math.max(price.input, price.cached ?? 0);
  return (promptBytes * dearestIn + maxTokensOut * Math.max(price.output, price.thinking ?? 0)) / 1e6;
}

/** US dollars of what was used. Counts below zero are none, counts past any window are the largest window's. */
export function costUsd(price: Price, usage: Usage): number {
  const tokensIn = plausible(usage.tokensIn);
  const cached = Math.min(plausible(usage.tokensCached), tokensIn);
  const input = (tokensIn - cached) * price.input + cached * (price.cached ?? price.input);
  const output = plausible(usage.tokensOut) * price.output + plausible(usage.tokensThinking) * (price.thinking ?? price.output);
  return (input + output) / 1e6;
}

function plausible(count: number): number {
  return Number.isNaN(count) ? 0 : Math.min(Math.max(Math.round(count), 0), mostTokens);
}
