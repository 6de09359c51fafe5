import type { Reading } from './whole.js';
export function readingOf(value: unknown): Pick<Reading, 'acts' | 'figures'> {
  return (value as Reading | null) ?? { acts: [], figures: [] };
}
