// Stack traces of bundled code name the sources. A map is read only when a stack is looked at: Node's own way reads every map at each start.
import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const place = /(file:\/\/[^\s()]+\.js):(\d+):(\d+)/g;
const maps = new Map<string, SourceMap | null>();

/** From here on, for this process. What has no map is named as it is. */
export function nameSourcesInStacks(): void {
  Error.prepareStackTrace = (error, sites) => [String(error), ...sites.map((site) => `    at ${named(String(site))}`)].join('\n');
}

/** A text with the places in bundled files replaced by those in the sources. */
function named(text: string): string {
  return text.replace(place, (whole: string, url: string, line: string, column: string) => {
    const file = fileURLToPath(url);
    const entry = mapOf(file)?.findEntry(Number(line) - 1, Number(column) - 1);
    if (!entry || !('originalSource' in entry)) return whole;
    return `${resolve(dirname(file), entry.originalSource)}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  });
}

/** Null where the file has no map, or none that can be read: a stack must never fail for want of one. */
function mapOf(file: string): SourceMap | null {
  const known = maps.get(file);
  if (known !== undefined) return known;
  let map: SourceMap | null = null;
  try {
    if (existsSync(`${file}.map`)) map = new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')));
  } catch {
    // The places in the bundle are still told.
  }
  maps.set(file, map);
  return map;
}
