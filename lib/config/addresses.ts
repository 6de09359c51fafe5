// What addresses and domains settings may name. A slip in one would be stored and asked for ever, so it is told before anything runs.
import * as z from 'zod';

/** An http(s) address that can be asked: no blank in it, a host without empty parts. */
export function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/[^\s/?#]/i.test(text) || /\s/.test(text) || !URL.canParse(text)) return false;
  const { hostname } = new URL(text);
  return hostname !== '' && !/(^\.|\.\.)/.test(hostname);
}

/** Meant as an address, right or wrong: what has a scheme. */
export function hasScheme(text: string): boolean {
  return text.includes('://') || /^https?:/i.test(text);
}

/** An http(s) address; `what` is said of it where something else stands there. */
export const webAddressShape = (what: string) => z.string().trim().max(2000).refine(isWebAddress).describe(what);

/** An address, or a path; whether there is something at the path paths.ts looks. */
export const addressOrPath = (what: string) =>
  z
    .string()
    .trim()
    .min(1)
    .max(2000)
    .refine((text) => !hasScheme(text) || isWebAddress(text))
    .describe(what);

/** `bbc.co.uk`: at least two parts, no scheme, no path. */
export const domain = () =>
  z
    .string()
    .trim()
    .max(253)
    .regex(/^([\p{L}\p{N}_]([\p{L}\p{N}_-]*[\p{L}\p{N}])?\.)+(\p{L}{2,}|xn--[a-z0-9-]+)$/iu)
    .describe("the publisher's domain, such as bbc.co.uk, without https:// and path");
