// A password as the table keeps it, made at a thousandth of what one costs that has to stand against guessing: for tests of all else.
import { scryptSync } from 'node:crypto';

/** Of the form that `stored` gives; compared by its own numbers. */
export function cheaplyStored(password: string): string {
  const salt = Buffer.alloc(16, 7);
  const [logN, r, p] = [6, 8, 1];
  const hash = scryptSync(password.normalize('NFKC'), salt, 32, { N: 2 ** logN, r, p });
  return ['scrypt', logN, r, p, salt.toString('base64url'), hash.toString('base64url')].join('$');
}
