// Sessions of browsers: begun by name and password, each with a secret that we make, and over after a while. A try to log in is written
// down before it is looked at, so that many at once are counted too and guessing is slow.
import type { Sql } from 'postgres';
import { isPassword } from './password.js';
import { freshSecret, secretHash } from './secret.js';

/** A session is over so long after it began, and so long after it was last used. */
const sessionHours = 12;
const idleHours = 2;
/** Failed tries of one name, and from one address, within so many minutes. */
const tries = { minutes: 15, ofName: 10, fromAddress: 30 };

type LoggedIn = { secret: string } | { refused: 'wrong' | 'too_many' };

/** Begins a session; `address` is where the try comes from. */
export async function logIn(sql: Sql, { name, password, address }: { name: string; password: string; address: string }): Promise<LoggedIn> {
  const attempt = await countAttempt(sql, name, address);
  if (attempt === null) return { refused: 'too_many' };
  const [user] = await sql<{ password: string | null }[]>`select password from users where name = ${name}`;
  if (!(await isPassword(password, user?.password ?? null))) return { refused: 'wrong' };
  const secret = freshSecret();
  // Who succeeded has no failed tries, and what is over is swept.
  const rows = await sql`
    with forgiven as (delete from login_attempts where name_sha256 = ${secretHash(name)}),
    swept as (delete from sessions where expires_at < now() or seen_at < now() - make_interval(hours => ${idleHours}))
    insert into sessions (sha256, user_name, expires_at)
    select ${secretHash(secret)}, name, now() + make_interval(hours => ${sessionHours}) from users where name = ${name}
    returning user_name`;
  return rows.count > 0 ? { secret } : { refused: 'wrong' };
}

/** Its number; null where there were too many, and then it does not count itself, so that the wait has an end. */
async function countAttempt(sql: Sql, name: string, address: string): Promise<string | null> {
  const [attempt] = await sql<{ id: string }[]>`
    with old as (delete from login_attempts where at < now() - interval '1 day')
    insert into login_attempts (name_sha256, address) values (${secretHash(name)}, ${address}) returning attempt_id as id`;
  const id = attempt?.id ?? '0';
  const [counts] = await sql<{ ofName: number; fromAddress: number }[]>`
    select count(*) filter (where name_sha256 = ${secretHash(name)})::int as "ofName", count(*) filter (where address = ${address})::int as "fromAddress"
    from login_attempts where at > now() - make_interval(mins => ${tries.minutes}) and attempt_id <= ${id}`;
  if (counts && counts.ofName <= tries.ofName && counts.fromAddress <= tries.fromAddress) return id;
  await sql`delete from login_attempts where attempt_id = ${id}`;
  return null;
}

/** Whose session it is, which being asked for keeps open; null where it is none or is over. */
export async function sessionOf(sql: Sql, secret: string): Promise<string | null> {
  const [row] = await sql<{ name: string; isOld: boolean }[]>`
    select user_name as name, seen_at < now() - interval '1 minute' as "isOld" from sessions
    where sha256 = ${secretHash(secret)} and expires_at > now() and seen_at > now() - make_interval(hours => ${idleHours})`;
  if (row?.isOld) await sql`update sessions set seen_at = now() where sha256 = ${secretHash(secret)}`;
  return row?.name ?? null;
}

/** Nothing where the session is over already. */
export async function endSession(sql: Sql, secret: string): Promise<void> {
  await sql`delete from sessions where sha256 = ${secretHash(secret)}`;
}

/** Leaves a sentence for the next page of the session. */
export async function leaveSentence(sql: Sql, secret: string, sentence: string): Promise<void> {
  await sql`update sessions set told = ${sentence} where sha256 = ${secretHash(secret)}`;
}

/** Takes the sentence that was left; null where there is none. */
export async function takeTold(sql: Sql, secret: string): Promise<string | null> {
  const [row] = await sql<{ told: string | null }[]>`
    update sessions s set told = null from (select sha256, told from sessions where sha256 = ${secretHash(secret)} and told is not null for update) was
    where s.sha256 = was.sha256 returning was.told`;
  return row?.told ?? null;
}
