// When V8 compiles for speed what a short run does. It takes a function for hot long before it has met all that comes, throws what it has compiled
// away and compiles again: a fifth of the CPU of a run of P1 over 20,000 items, a third of one of P2 over 10,000 titles, a fifth of those of P3 to P5
// over the sample.
import { setFlagsFromString } from 'node:v8';

/** V8's own measures: bytes of bytecode run through (Node 20), calls before the first and before the best compiler (later ones). */
const own = { budget: 132_000, maglevCalls: 400, turbofanCalls: 3000 };

/** To be asked before the work begins: from now on a function must be so many times as hot as V8 would have it. */
export function compileLate(times: number): void {
  for (const flag of lateFlags(process.versions.v8, times)) setFlagsFromString(flag);
}

/** V8 11 (Node 20) counts what a function runs through, later ones its calls; one that does not know a flag says so on stderr, and cron mails it. */
export function lateFlags(v8: string, times: number): string[] {
  return Number.parseInt(v8, 10) < 12
    ? [`--interrupt-budget=${own.budget * times}`]
    : [`--invocation-count-for-maglev=${own.maglevCalls * times}`, `--invocation-count-for-turbofan=${own.turbofanCalls * times}`];
}
