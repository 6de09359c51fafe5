// The local lane's lock over all processes of a database: takes a way to connect, leaves a turn that one process holds at a time. It is a
// lock of a session, so Postgres frees it at once when its holder dies, and hands it on in the order it was asked for.
import type { Sql } from 'postgres';

/** Any two numbers no other lock of the database has: "SNI" and the first of its lanes. */
const lock = { room: 0x534e49, lane: 1 };

/** `connect` opens one connection that nothing else uses, and tells when it closed. It is opened when the turn is first asked for. */
export function makeSharedTurn(connect: (closed: () => void) => Sql) {
  let sql: Sql | undefined;
  let lost: ((why: Error) => void) | null = null;
  const closed = (): void => {
    const told = lost;
    lost = null;
    told?.(new Error('its connection to the database closed'));
  };
  return {
    /** Waits for the turn. `whenLost` is told when the connection it hangs on closes. Throws what the database says. */
    take: async (whenLost: (why: Error) => void): Promise<void> => {
      sql ??= connect(closed);
      await sql`select pg_advisory_lock(${lock.room}::integer, ${lock.lane}::integer)`;
      lost = whenLost;
    },
    giveBack: async (): Promise<void> => {
      lost = null;
      if (!sql) return;
      await sql`select pg_advisory_unlock(${lock.room}::integer, ${lock.lane}::integer)`;
    },
    /** Gives back whatever is held or asked for. */
    close: async (): Promise<void> => {
      lost = null;
      await sql?.end({ timeout: 0 });
    },
  };
}
