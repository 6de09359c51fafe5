// Passwords as they are stored and compared: scrypt of Node with a salt each, one computation at a time, for each takes 32 MiB.
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** OWASP's choice for 32 MiB: N = 2^15, r = 8, p = 3. */
const cost = { logN: 15, r: 8, p: 3 };
const [saltBytes, hashBytes] = [16, 32];
/** Characters; the length is what protects a password. */
const length = { least: 12, most: 512 };

/** What is wrong with it as a password; null where it may be one. */
export function passwordFault(password: string): string | null {
  const count = [...password].length;
  if (count < length.least) return `A password has at least ${length.least} characters; this one has ${count}.`;
  return count > length.most ? `A password has at most ${length.most} characters.` : null;
}

/** As it is stored: `scrypt$15$8$3$salt$hash`. */
export async function stored(password: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  const hash = await derived(password, salt, cost, hashBytes);
  return ['scrypt', cost.logN, cost.r, cost.p, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

/** A user who is not there, or has no password, takes as long to refuse as one whose password is another. */
export async function isPassword(password: string, known: string | null): Promise<boolean> {
  const [kind, logN, r, p, salt = '', hash = ''] = (known ?? nobody).split('$');
  const wanted = Buffer.from(hash, 'base64url');
  const numbers = { logN: Number(logN), r: Number(r), p: Number(p) };
  if (kind !== 'scrypt' || wanted.length !== hashBytes || numbers.logN > 20)
    throw new Error(
      'A password in the table users is stored in a form this version does not know. Set it anew with "sni user password NAME".',
    );
  const given = await derived(password.slice(0, length.most * 2), Buffer.from(salt, 'base64url'), numbers, wanted.length);
  return timingSafeEqual(given, wanted) && known !== null;
}

const nobody = [
  'scrypt',
  cost.logN,
  cost.r,
  cost.p,
  Buffer.alloc(saltBytes).toString('base64url'),
  Buffer.alloc(hashBytes).toString('base64url'),
].join('$');

let last: Promise<unknown> = Promise.resolve();

/** The same letters typed on another keyboard are the same password: NFKC. */
function derived(password: string, salt: Buffer, { logN, r, p }: typeof cost, bytes: number): Promise<Buffer> {
  const N = 2 ** logN;
  const mine = last.then(
    () =>
      new Promise<Buffer>((resolve, reject) => {
        scrypt(password.normalize('NFKC'), salt, bytes, { N, r, p, maxmem: 256 * N * r }, (error, key) =>
          error ? reject(error) : resolve(key),
        );
      }),
  );
  last = mine.catch(() => undefined);
  return mine;
}
