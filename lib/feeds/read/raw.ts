// The item as it came, kept for later steps as JSON that Postgres can hold: without NUL and lone surrogates, and cut to a size that
// hundreds of thousands of items may have.

type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

/** Of one item each, also where two say the same. */
export interface RawItem {
  /** An object, as the database keeps it. */
  readonly json: string;
}

const textMost = 2000;
const wholeMost = 16_000;
const deepest = 6;

/** The item as it is where it may be kept so, as nearly all may; else a copy that is cut to size and cleaned. */
export function rawOf(item: unknown): RawItem {
  if (isObject(item)) {
    // The engine writes it faster than any walk over the item looks at it.
    const json = JSON.stringify(item);
    if (json.length <= wholeMost && !unkeepable.test(json)) return { json };
  }
  const budget = { left: wholeMost };
  const copied = copy(item, 0, budget);
  return { json: JSON.stringify(isObject(copied) ? copied : { value: copied }) };
}

/** How JSON writes NUL and lone surrogates; a text that only looks so is copied for nothing. */
const unkeepable = /\\u(?:0000|d[89a-f])/;

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function copy(value: unknown, depth: number, budget: { left: number }): Json {
  if (typeof value === 'string') return text(value, budget);
  if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) return value;
  if (typeof value !== 'object' || value === null || depth > deepest || budget.left <= 0) return null;
  if (Array.isArray(value))
    return value.length === 1 ? copy(value[0], depth, budget) : value.slice(0, 50).map((member) => copy(member, depth + 1, budget));
  const copied: { [name: string]: Json } = {};
  let members = 0;
  for (const [name, member] of Object.entries(value)) {
    if (budget.left <= 0 || ++members > 100) break;
    if (name !== '__proto__') copied[text(name, budget)] = copy(member, depth + 1, budget);
  }
  return copied;
}

function text(value: string, budget: { left: number }): string {
  const most = Math.min(textMost, budget.left);
  budget.left -= Math.min(value.length, most) + 8;
  const short = value.length > most ? value.slice(0, Math.max(most, 0)) : value;
  const whole = short.isWellFormed() ? short : short.toWellFormed();
  return whole.includes('\0') ? whole.replaceAll('\0', '') : whole;
}
