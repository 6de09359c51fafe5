// Secrets that we make: random, never stored, known again by their hash.
import { createHash, createHmac, randomBytes } from 'node:crypto';

/** 256 bits, in 43 characters that stand in a cookie, a header and a form as they are. */
export function freshSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of it: so much randomness needs no slow hash. */
export function secretHash(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** The session's token against forged forms: who has not the cookie cannot make it, and it tells nothing of the cookie. */
export function formTokenOf(sessionSecret: string): string {
  return createHmac('sha256', sessionSecret).update('form').digest('base64url');
}
