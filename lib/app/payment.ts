// What a call of a paid provider is allowed to cost: its worst case is set aside before it is made, in one budget for all processes, and
// its real price settled afterwards. A model without a price is not asked.
import type { Price } from '../config/prices.js';
import { type Engine, providers } from '../config/providers.js';
import type { Payment } from '../llm/conductor/payment.js';
import { Fault } from '../llm/fault.js';
import { type Budget, costUsd, worstCaseUsd } from '../spending/budget.js';

interface PaymentOptions {
  engine: Engine;
  budget: Budget;
  prices: Readonly<Record<string, Price>>;
  /** What is still being settled; awaited before the models close. */
  inBackground: (settling: Promise<void>) => void;
}

/** The payment of one provider's lane. `reserve` throws the fault `no_price` or `over_budget`, and then nothing may be sent. */
export function makePayment({ engine, budget, prices, inBackground }: PaymentOptions): Payment {
  return {
    reserve: async (model, promptBytes, billedTokensMost) => {
      const price = prices[`${engine}/${model}`];
      if (!price) {
        throw new Fault(
          'no_price',
          `${engine}/${model} has no price, so it is not asked: set models.prices."${engine}/${model}" in sni.yaml (input and output, dollars per million tokens).${providers[engine].insteadOfPrice}`,
        );
      }
      const worstUsd = worstCaseUsd(price, promptBytes, billedTokensMost);
      const reserved = await budget.reserve(worstUsd);
      if ('refused' in reserved) {
        throw new Fault(
          'over_budget',
          reserved.refused,
          reserved.roomOnceSettled ? { retryAfterSeconds: 0.25 } : { until: reserved.untilMidnight },
        );
      }
      return {
        settle: (billed) => {
          const usd = billed === 'nothing' ? 0 : billed === 'unknown' ? worstUsd : costUsd(price, tokensOf(billed));
          inBackground(budget.settle(reserved, usd));
          return usd;
        },
      };
    },
  };
}

function tokensOf(usage: { in: number; cached: number; out: number; thinking: number }) {
  return { tokensIn: usage.in, tokensCached: usage.cached, tokensOut: usage.out, tokensThinking: usage.thinking };
}
