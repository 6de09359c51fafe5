// Whether a pooler between us and the database loses our prepared statements: found out at the start, not in the middle of a run. The driver
// prepares a lost one anew, but tells its next error as the loss, so that a row that is there already is no such error any more.
import type { Sql } from 'postgres';
import { lostStatements, poolerSentence } from '../errors/pooler.js';

/** DATABASE_URL does not fit the pooler it leads to; the message says what to type. */
export class PoolerMisfit extends Error {
  override name = 'PoolerMisfit';
  readonly exitCode = 78;
}

/** How long we wait for a second server connection; a pooler that has but one loses no statement. */
const secondMs = 2000;

/**
 * Asks the same prepared question on two server connections in turn where a pooler is seen. `open` opens a connection of its own.
 * Throws PoolerMisfit where the second does not know what was prepared on the first.
 */
export async function refuseLostStatements(sql: Sql, open: () => Sql): Promise<void> {
  const seen = await ask(sql);
  // A pooler hands out keys of its own for cancelling: the process it names is not the one that answers.
  if (seen.answering === seen.named) return;
  const [asker, other] = [open(), open()];
  try {
    const before = await ask(asker);
    // Keeps the server connection that has the statement from who prepared it.
    await other.unsafe('begin').simple();
    const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), secondMs).unref());
    const after = await Promise.race([ask(asker), late]);
    await other.unsafe('rollback').simple();
    if (after && after.answering !== before.answering && after.statement !== before.statement) throw new PoolerMisfit(lostStatements);
  } catch (cause) {
    const said = poolerSentence(cause);
    throw said === null ? cause : new PoolerMisfit(said, { cause });
  } finally {
    await Promise.all([asker.end({ timeout: 0 }), other.end({ timeout: 0 })]);
  }
}

/** Process ids, and the name of the statement on this connection. */
async function ask(sql: Sql): Promise<{ answering: number; named: number; statement: string }> {
  const rows = await sql<[{ pid: number }]>`select pg_backend_pid() as pid`;
  return { answering: rows[0].pid, named: rows.state.pid, statement: rows.statement.name };
}
