// Users and their tokens: each change is one statement that writes who made it into the operators' log.
import type { Sql } from 'postgres';
import { type Asker, notedOfPhase } from '../operator/log.js';
import { freshSecret, secretHash } from './secret.js';

export interface User {
  name: string;
  addedAt: Date;
  hasPassword: boolean;
  /** Sessions of browsers that hold now. */
  sessions: number;
  tokens: { id: string; label: string; madeAt: Date; expiresAt: Date | null }[];
}

/** Letters and digits of any script, and `. _ - @` behind the first; what a log, a page and a command line show as it is. */
export function nameFault(name: string): string | null {
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._@-]{0,63}$/u.test(name)
    ? null
    : 'A user’s name is made of up to 64 letters, digits, dots, dashes, underscores and @, and begins with a letter or digit.';
}

/** False where there is one of this name already. `password` is as password.ts stores it; null for none. */
export async function addUser(sql: Sql, name: string, password: string | null, asker: Asker): Promise<boolean> {
  const rows = await sql`
    with changed as (
      insert into users (name, password) values (${name}, ${password}) on conflict (name) do nothing returning name
    ), logged as (${notedOfPhase(sql, { act: 'user', phase: null, said: `add ${name}`, ...asker })})
    select from changed`;
  return rows.count > 0;
}

/** Ends all sessions of the user too. False where there is none of this name. */
export async function setPassword(sql: Sql, name: string, password: string, asker: Asker): Promise<boolean> {
  const rows = await sql`
    with changed as (
      update users set password = ${password} where name = ${name} returning name
    ), ended as (
      delete from sessions where user_name in (select name from changed)
    ), logged as (${notedOfPhase(sql, { act: 'user', phase: null, said: `password ${name}`, ...asker })})
    select from changed`;
  return rows.count > 0;
}

/** With sessions and tokens. False where there is none of this name. */
export async function removeUser(sql: Sql, name: string, asker: Asker): Promise<boolean> {
  const rows = await sql`
    with changed as (
      delete from users where name = ${name} returning name
    ), logged as (${notedOfPhase(sql, { act: 'user', phase: null, said: `remove ${name}`, ...asker })})
    select from changed`;
  return rows.count > 0;
}

/** By name; all of them. */
export function readUsers(sql: Sql): Promise<User[]> {
  return sql<User[]>`
    select u.name, u.added_at as "addedAt", u.password is not null as "hasPassword",
      (select count(*)::int from sessions s where s.user_name = u.name and s.expires_at > now()) as sessions,
      coalesce((select jsonb_agg(jsonb_build_object('id', t.token_id::text, 'label', t.label, 'madeAt', t.made_at, 'expiresAt', t.expires_at) order by t.token_id)
        from user_tokens t where t.user_name = u.name), '[]') as tokens
    from users u order by u.name`;
}

/** Begins so, that a scanner of files for secrets knows it. */
const tokenStart = 'sni_';

/** A new token of the user, to be shown once; null where there is no such user. `days` it holds; null: until it is revoked. */
export async function makeToken(
  sql: Sql,
  { name, label, days }: { name: string; label: string; days: number | null },
  asker: Asker,
): Promise<string | null> {
  const token = tokenStart + freshSecret();
  const rows = await sql`
    with changed as (
      insert into user_tokens (user_name, sha256, label, expires_at)
      select name, ${secretHash(token)}, ${label}, now() + make_interval(days => ${days}) from users where name = ${name}
      returning token_id
    ), logged as (${notedOfPhase(sql, { act: 'user', phase: null, said: `token for ${name}`, ...asker })})
    select from changed`;
  return rows.count > 0 ? token : null;
}

/** Takes back one token by its number, or all of a user. Returns how many. */
export async function revokeTokens(sql: Sql, name: string, id: string | null, asker: Asker): Promise<number> {
  const rows = await sql`
    with changed as (
      delete from user_tokens where user_name = ${name} and (${id}::bigint is null or token_id = ${id}) returning token_id
    ), logged as (${notedOfPhase(sql, { act: 'user', phase: null, said: `revoke tokens of ${name}`, ...asker })})
    select from changed`;
  return rows.count;
}

/** Whose token it is; null for one that is none, or holds no longer. */
export async function userOfToken(sql: Sql, token: string): Promise<string | null> {
  if (!token.startsWith(tokenStart)) return null;
  const [row] = await sql<{ name: string }[]>`
    select user_name as name from user_tokens where sha256 = ${secretHash(token)} and (expires_at is null or expires_at > now())`;
  return row?.name ?? null;
}
