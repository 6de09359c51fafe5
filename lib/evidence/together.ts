// Words that mean together the contrary of what each of them means, or less.
import type { Hit } from './concepts.js';

/** Rows whose words mean another thing together than each: nobody is armed who is disarmed, nobody executed who is sentenced to death. */
const together: ReadonlySet<string> = new Set(['disarm', 'death sentence']);
const alone: ReadonlySet<string> = new Set(['arm', 'rearm', 'weapon', 'arsenal', 'gun', 'armed group', 'execute', 'kill', 'die', 'death']);

/** Whether what a word means is undone by the words beside it. */
export function isUndoneBy({ row, start, end }: Hit, all: readonly Hit[]): boolean {
  return alone.has(row) && all.some((hit) => together.has(hit.row) && hit.start <= start && end <= hit.end);
}
