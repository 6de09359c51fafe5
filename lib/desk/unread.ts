// Why a file that somebody named cannot be read, in a sentence instead of the system's own words.

/**
 * The sentence, and what to do; `whereNone` is that for a path where no file is. Throws what the system did not say of the file.
 */
export function whyUnreadable(path: string, error: unknown, whereNone = 'Correct the path.'): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return `There is no file ${path}. ${whereNone}`;
  if (code === 'EACCES' || code === 'EPERM') return `The file ${path} may not be read by this user. Change its rights.`;
  if (code === 'ENAMETOOLONG' || code === 'ELOOP' || code === 'EISDIR')
    return `${path.slice(0, 300)} is no path of a file that can be read.`;
  if (code === 'ERR_INVALID_ARG_VALUE') return `The path holds a character that no path can hold. Correct it.`;
  if (error instanceof Error && 'syscall' in error) return `The file ${path} cannot be read: ${error.message}. Look after its disk.`;
  throw error;
}
