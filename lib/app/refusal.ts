// What the database says when it refuses us, as one sentence with the command that mends it. No wait mends it, so the program ends with
// 78, wrong configuration. A server that is away is no refusal.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.js';
import { chainOf } from '../errors/error-facts.js';

/** The database lets this role, password or program not do what it must. The message is the sentence to show. */
class DatabaseRefused extends Error {
  override name = 'DatabaseRefused';
  readonly exitCode = 78;
}

/** What the database said: its code (an SQLSTATE), its message, and the names we came with. */
interface Said {
  message: string;
  /** Who says it, as a sentence begins. */
  who: string;
  role: string;
  database: string;
}

/** Null for everything that is no refusal: it goes on as it is. */
export function databaseRefusalOf(
  error: unknown,
  config: Pick<Config, 'databaseUrl' | 'database' | 'root'>,
  at: string,
): DatabaseRefused | null {
  const said = chainOf(error).find((one) => one.name === 'PostgresError' && 'code' in one && String(one.code) in sentences);
  if (!said || chainOf(error).some((one) => one instanceof DatabaseRefused)) return null;
  // A table or column that no migration makes is missing by a mistake in the code.
  if ('code' in said && ['42P01', '42703'].includes(String(said.code)) && !isOurs(said.message, config.root)) return null;
  const who = config.databaseUrl === undefined ? `T${at.slice(1)}` : `The database at ${at}`;
  const sentence = sentences[String((said as { code?: unknown }).code)];
  return sentence ? new DatabaseRefused(sentence({ message: said.message, who, ...namesIn(config) }), { cause: error }) : null;
}

function namesIn({ databaseUrl, database }: Pick<Config, 'databaseUrl' | 'database'>): { role: string; database: string } {
  if (databaseUrl === undefined) return { role: 'sni', database };
  const url = new URL(databaseUrl);
  const role = decodeURIComponent(url.username) || 'the account of this process';
  return { role, database: decodeURIComponent(url.pathname.slice(1)) || role };
}

/** By SQLSTATE. https://www.postgresql.org/docs/current/errcodes-appendix.html */
const sentences: Record<string, (said: Said) => string> = {
  // invalid_password
  '28P01': ({ message, who, role }) =>
    `${who} says: ${message}. Put the right password into DATABASE_URL (postgres://${role}:PASSWORD@HOST/DATABASE), or let its administrator set it: psql -c '\\password "${role}"'.`,
  // invalid_authorization_specification
  '28000': ({ message, who, role }) =>
    `${who} says: ${message}. ${/role .* does not exist/.test(message) ? `Name another role in DATABASE_URL, or let its administrator make it: createuser --pwprompt "${role}".` : `Name another role or host in DATABASE_URL, or let its administrator allow it in pg_hba.conf.${/encryption|SSL/i.test(message) ? ' It may want ?sslmode=require in DATABASE_URL.' : ''}`}`,
  // invalid_catalog_name
  '3D000': ({ message, who, database }) =>
    `${who} says: ${message}. Name the right database at the end of DATABASE_URL, or make it: createdb "${database}", then "sni migrate".`,
  // insufficient_privilege
  '42501': ({ message, who, role, database }) => `${who} says to the role "${role}": ${message}. ${grant(message, role, database)}`,
  // undefined_table
  '42P01': ({ message, who }) => `${who} says: ${message}, although its migrations are on record. ${restore}`,
  // undefined_column
  '42703': ({ message, who }) => `${who} says: ${message}, although its migrations are on record. ${restore}`,
  // data_corrupted, index_corrupted
  XX001: ({ message, who }) => `${who} says: ${message}. ${damaged}`,
  XX002: ({ message, who }) => `${who} says: ${message}. ${damaged}`,
  // duplicate_table
  '42P07': ({ message, who }) => `${who} says: ${message}, although no migration on record made it. ${restore}`,
};

/** Whether `relation "titles" does not exist` names a table of sql/, or `column e.summary does not exist` a column. */
function isOurs(message: string, root: string): boolean {
  const texts = readdirSync(join(root, 'sql')).map((file) => readFileSync(join(root, 'sql', file), 'utf8'));
  const made = (pattern: string): boolean => texts.some((text) => new RegExp(pattern, 'm').test(text));
  const column = /^column "?(?:\w+\.)?(\w+)"? /.exec(message)?.[1];
  if (column !== undefined) return made(`^ *(alter table \\w+ )?(add column )?${column} +[a-z]`);
  return made(`^create table (if not exists )?${/relation "(\w+)"/.exec(message)?.[1] ?? ''}\\b`);
}

const damaged =
  'Its files are damaged: see to its disk, then restore a backup (deploy/restore.sh); where only an index is meant, psql: reindex database.';
const restore = 'Restore a backup of it (deploy/restore.sh), or name another database in DATABASE_URL.';

function grant(message: string, role: string, database: string): string {
  const typed = (text: string): string => `et the owner of the database type in psql: ${text};`;
  if (/for database/.test(message)) return `L${typed(`grant connect on database "${database}" to "${role}"`)}`;
  if (/for schema/.test(message)) return `L${typed(`grant usage, create on schema public to "${role}"`)}`;
  const owner = 'Name the role that owns the tables in DATABASE_URL';
  if (/must be owner/.test(message)) return `${owner}.`;
  return `${owner}, or l${typed(`grant select, insert, update, delete on all tables in schema public to "${role}"`)}`;
}
