// What is said where a pooler in transaction mode stands before the database and DATABASE_URL does not say so: a statement prepared on one
// server connection is looked for on another, and settings at the start of a connection are refused.

/** Duplicate and missing prepared statements, as Postgres says them behind a pooler; nobody else drops or doubles ours. */
const preparedElsewhere = new Set(['26000', '42P05']);

export const lostStatements =
  'A pooler (such as pgbouncer in transaction mode) stands before the database and loses prepared statements: add ?prepare=false to DATABASE_URL.';

/** A sentence for an error that a pooler makes, or null: which setting is wrong, and what to type. */
export function poolerSentence(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const code = 'code' in error ? String(error.code) : '';
  if (preparedElsewhere.has(code) && /prepared statement/.test(error.message)) return lostStatements;
  const refused =
    code === '08P01' ? /unsupported startup parameter:? *"?(?<name>[\w.]+)/i.exec(error.message)?.groups?.['name'] : undefined;
  if (refused === undefined) return null;
  return ours.has(refused)
    ? `A pooler (such as pgbouncer) stands before the database and refuses settings at the start of a connection (${refused}): add ?prepare=false to DATABASE_URL, with which none is sent.`
    : `A pooler (such as pgbouncer) stands before the database and refuses "${refused}" in DATABASE_URL: take it out there, or name it in ignore_startup_parameters of pgbouncer.ini.`;
}

/** Sent where DATABASE_URL does not say prepare=false. */
const ours = new Set([
  'statement_timeout',
  'idle_in_transaction_session_timeout',
  'tcp_keepalives_idle',
  'tcp_keepalives_interval',
  'tcp_keepalives_count',
]);
