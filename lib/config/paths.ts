// Files and folders of sources that are not there. Only what reads sources looks for them: a folder that is away for an hour must not
// stop the phases behind it.
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { hasScheme } from './addresses.js';
import type { Amiss } from './problems.js';
import type { Source } from './sources.js';

/** What is not there, relative to the file's `folder`; in the order of the file. */
export function missingPaths(sources: readonly Source[], folder: string): Amiss[] {
  return sources.flatMap((source, index) => {
    for (const key of ['feed', 'opml', 'folder'] as const) {
      const given = source[key];
      if (given === undefined || (key !== 'folder' && hasScheme(given))) continue;
      const wrong = wrongAt(resolve(folder, given), key === 'folder');
      if (wrong === null) continue;
      const allowed = key === 'folder' ? 'a folder that is there' : `an http(s) address, or a file that is there${meant(given)}`;
      return [{ path: ['sources', index, key], found: `${JSON.stringify(given)}, ${wrong}`, allowed }];
    }
    return [];
  });
}

/** Null where all is well. */
function wrongAt(path: string, folderWanted: boolean): string | null {
  try {
    const isFolder = statSync(path).isDirectory();
    return isFolder === folderWanted ? null : `but ${path} is ${isFolder ? 'a folder' : 'no folder'}`;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return code === 'ENOENT' || code === 'ENOTDIR' ? `but there is no ${path}` : `but ${path} cannot be looked at (${code})`;
  }
}

/** `www.example.org/rss` was meant as an address. */
function meant(given: string): string {
  const host = /^([\w-]+\.)+([a-z]{2,})(:\d+)?(\/\S*)?$/i.exec(given);
  const isFile = host?.[4] === undefined && /^(xml|rss|atom|rdf|json|opml|txt)$/i.test(host?.[2] ?? '');
  return host && !isFile ? `; did you mean "https://${given}"?` : '';
}
