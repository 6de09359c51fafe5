// When V8 compiles what a run of the gate does. It takes a function for hot long before it has seen titles of each language and kind, so that
// what it has compiled is thrown away and compiled again, again and again: a third of the CPU of a run over 10,000 titles.
import { setFlagsFromString } from 'node:v8';

/** Bytes of bytecode that a function runs before it is compiled for speed: eight times V8's own measure; more gains nothing. */
const interruptBudget = 1_000_000;

/** To be asked before the first title. A V8 that does not know the flag says so on stderr and goes on. */
export function compileLate(): void {
  setFlagsFromString(`--interrupt-budget=${interruptBudget}`);
}
