// Who asks for a page of the desk: a browser with the cookie of its session, a program with a token, or nobody that is known. A form
// counts only where our own page made it, whatever other pages make a browser send.
import { timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Sql } from 'postgres';
import { formTokenOf, secretHash } from '../../users/secret.js';
import { sessionOf } from '../../users/sessions.js';
import { userOfToken } from '../../users/users.js';

export interface Visitor {
  name: string;
  /** What the cookie holds; null for a program with a token. */
  secret: string | null;
}

const cookie = 'sni_session';
const place = { path: '/desk', httpOnly: true, sameSite: 'Strict' } as const;

/** Null for who has neither session nor token, or such as hold no longer. */
export async function visitorOf(context: Context, sql: Sql): Promise<Visitor | null> {
  const bearer = /^Bearer (\S{1,200})$/i.exec(context.req.header('Authorization') ?? '')?.[1];
  if (bearer !== undefined) {
    const name = await userOfToken(sql, bearer);
    return name === null ? null : { name, secret: null };
  }
  const secret = secretOf(context);
  const name = secret === null ? null : await sessionOf(sql, secret);
  return name === null ? null : { name, secret };
}

/** As we make them; anything else is not worth a look at the database. */
export function secretOf(context: Context): string | null {
  const secret = getCookie(context, cookie) ?? '';
  return /^[\w-]{43}$/.test(secret) ? secret : null;
}

/** It lives as long as the browser; the server ends it sooner. Over https it never goes over anything else. */
export function giveCookie(context: Context, secret: string): void {
  setCookie(context, cookie, secret, { ...place, secure: context.req.header('Origin')?.startsWith('https:') ?? false });
}

/** Has the browser forget its session; that it has ended for the server too is its own statement. */
export function takeCookie(context: Context): void {
  deleteCookie(context, cookie, place);
}

/** The token that forms of this visitor carry; empty for a program, which needs none. */
export function formTokenFor({ secret }: Visitor): string {
  return secret === null ? '' : formTokenOf(secret);
}

/** Whether the form carries the session's token. A program's token comes of itself with no request, so none of its requests is forged. */
export function isOwnForm(visitor: Visitor, token: string): boolean {
  return visitor.secret === null || timingSafeEqual(secretHash(formTokenFor(visitor)), secretHash(token));
}

/** Whether a browser says that another site's page sent this. What is no browser says nothing. */
export function isFromElsewhere(context: Context, pages: string | undefined): boolean {
  const site = context.req.header('Sec-Fetch-Site');
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const origin = context.req.header('Origin');
  if (origin === undefined) return false;
  const host = URL.canParse(origin) ? new URL(origin).host : '';
  return host !== context.req.header('Host') && !(pages !== undefined && host === new URL(pages).host);
}
