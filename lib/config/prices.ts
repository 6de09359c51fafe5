// What models cost, as data: US dollars per million tokens, the providers' list prices as of 2025-11. A price in sni.yaml wins; a model
// with no price is refused, so that no budget is guessed.

/** US dollars per million tokens. `thinking` is billed as output where it has no price of its own. */
export interface Price {
  input: number;
  output: number;
  cached?: number | undefined;
  thinking?: number | undefined;
}

export const listPrices: Readonly<Record<string, Price>> = {
  'gemini/gemini-2.5-pro': { input: 1.25, output: 10, cached: 0.125 },
  'gemini/gemini-2.5-flash': { input: 0.3, output: 2.5, cached: 0.03 },
  'gemini/gemini-2.5-flash-lite': { input: 0.1, output: 0.4, cached: 0.01 },
  'gemini/gemini-2.0-flash': { input: 0.1, output: 0.4, cached: 0.025 },
  'gemini/gemini-2.0-flash-lite': { input: 0.075, output: 0.3 },
};
