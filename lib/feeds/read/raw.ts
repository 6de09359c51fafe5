// Takes an item as the parser left it; leaves what is kept of it for later steps: JSON that Postgres can hold, of a size that hundreds of
// thousands of items may have. Guards against NUL, lone surrogates, and items that carry whole articles or nest without end.

type Json = string | number | boolean | null | Json[] | { [name: string]: Json };
export type RawItem = { [name: string]: Json };

const textMost = 2000;
const wholeMost = 16_000;
const deepest = 6;

/** The item itself where it may be kept as it is, as nearly all may; else a copy that is cut to size and cleaned. */
export function rawOf(item: unknown): RawItem {
  if (isKeepable(item)) return item;
  const budget = { left: wholeMost };
  const copied = copy(item, 0, budget);
  return isObject(copied) ? copied : { value: copied };
}

/** By its JSON, which the engine writes faster than any walk over the item looks at it. */
function isKeepable(item: unknown): item is RawItem {
  if (!isObject(item)) return false;
  const json = JSON.stringify(item);
  return json.length <= wholeMost && !unkeepable.test(json);
}

/** How JSON writes NUL and lone surrogates; a text that only looks so is copied for nothing. */
const unkeepable = /\\u(?:0000|d[89a-f])/;

function isObject(value: unknown): value is RawItem {
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
