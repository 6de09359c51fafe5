// Errors of the embedded Postgres as sentences for the operator. Every error that leaves lib/db is one of these and keeps its cause.

/** The embedded Postgres cannot do what was asked. The message is fit to be shown to an operator as it stands. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
  /** 78 where another folder must be named or its rights be mended; else the ordinary one. */
  readonly exitCode?: number;

  /**
   * @param what full sentence without its full stop: what failed, with which thing
   * @param next what to do, as an imperative without a full stop; the way out by DATABASE_URL is added
   * @param more the error underneath, or the last lines of a program's output, which are put below the sentence; the exit code
   */
  constructor(what: string, next: string, more: { cause?: unknown; lines?: string; exitCode?: number } = {}) {
    const sentence = `${what}. ${next}, or set DATABASE_URL to a PostgreSQL server of your own.`;
    const message = more.lines ? `${sentence} The last lines were:\n${more.lines}` : sentence;
    super(message, more.cause === undefined ? undefined : { cause: more.cause });
    if (more.exitCode !== undefined) this.exitCode = more.exitCode;
  }
}

/** The `code` of a system or Postgres error ("ENOENT", "57P03"); undefined for anything without one. */
export function codeOf(error: unknown): string | undefined {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return undefined;
}

/** Gives `absent` when a file system call failed because the path is not there; throws every other error on. */
export function absentOr<T>(absent: T): (error: unknown) => T {
  return (error) => {
    if (codeOf(error) === 'ENOENT') return absent;
    throw error;
  };
}

const adviceByCode: Record<string, string> = {
  ENOSPC: 'The disk is full: free some space (a new cluster needs about 60 MB) and try again',
  EDQUOT: 'The disk quota is used up: free some space (a new cluster needs about 60 MB) and try again',
  EROFS: 'The file system is read-only: name a folder that can be written in SNI_HOME',
  ENOTDIR: 'A part of that path is a file: name a folder in SNI_HOME',
  ENOENT: 'That folder cannot be made: name another in SNI_HOME',
  ENAMETOOLONG: 'That path is too long: name another folder in SNI_HOME',
  EACCES: 'This account may not write or enter there: check the owner and the mode of that path',
  EPERM: 'This account may not do that: check the owner of that path and the rights of this process',
};

/** What another folder or other rights mend, and nothing else. */
const misconfigured = ['EROFS', 'ENOTDIR', 'ENOENT', 'ENAMETOOLONG', 'EACCES', 'EPERM'];

/** The error as it should leave this room: a sentence of ours goes on unchanged, a system error gets one with advice. */
export function asFailure(doing: string, error: unknown): EmbeddedPostgresError {
  if (error instanceof EmbeddedPostgresError) return error;
  const said = error instanceof Error ? error.message : String(error);
  // What else is not there is a file of the server's own.
  const unmade = codeOf(error) !== 'ENOENT' || (error instanceof Error && 'syscall' in error && error.syscall === 'mkdir');
  const code = unmade ? (codeOf(error) ?? '') : '';
  const advice = adviceByCode[code] ?? 'Look at the cause and try again';
  const exit = misconfigured.includes(code) ? { exitCode: 78 } : {};
  return new EmbeddedPostgresError(`The embedded Postgres could not be ${doing}: ${said}`, advice, { cause: error, ...exit });
}
