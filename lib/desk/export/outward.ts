// What goes out passes what comes in: every text as one clean line, whoever wrote it, and only web addresses as addresses.
import { withoutSecrets } from '../../addresses.js';
import { hrefOf } from '../brief/document.js';
import { clean } from '../clean.js';

type Plain = string | number | boolean | null | Plain[] | { [name: string]: Plain };

/** Times as ISO 8601; `url` and `SOURCEURL` null where they may not be followed. */
export function outward(value: unknown, name = ''): Plain {
  if (typeof value === 'string') return /^(?:source)?url$/i.test(name) ? (hrefOf(value).href ?? null) : withoutSecrets(clean(value));
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map((one) => outward(one));
  if (typeof value !== 'object' || value === null) return null;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [clean(key), outward(one, key)]));
}
