// A folder that holds exactly the files of a site: each written whole, none written that is there alike, and what a run before wrote and this
// one has not is removed. What others put there stays. What was written stands in a list of its own, and a killed run leaves no file unlisted.
import { existsSync, mkdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { late } from '../../late.js';
import { DeskError } from '../end.js';
import { writeWhole } from '../whole-file.js';

const listName = '.sni-site.json';
/** What may stand in the list: a path within the folder. */
const ownPath = late(() => z.string().regex(/^(?:[A-Za-z0-9][\w.-]*\/)*[A-Za-z0-9][\w.-]*$/));
const listShape = late(() => z.object({ files: z.array(ownPath()) }));

interface Published {
  files: number;
  written: number;
  removed: number;
}

/** A file of the site, and what makes its text. */
export type SiteFile = readonly [path: string, make: () => string | Promise<string>];

/** Throws DeskError where a file of the site is there already and is not ours; then nothing is changed. */
export async function publishTo(folder: string, files: readonly SiteFile[]): Promise<Published> {
  const before = new Set(readList(folder));
  const now = new Set(files.map(([path]) => path));
  const foreign = files.find(([path]) => !before.has(path) && existsSync(join(folder, path)));
  if (foreign)
    throw new DeskError(
      `${join(folder, foreign[0])} is there and was not written by "sni publish". Name an empty folder, or take the file away.`,
    );
  // Listed before they are there, so that a run after a killed one knows them for its own.
  await writeList(folder, new Set([...before, ...now]));
  let written = 0;
  for (const [path, make] of files) {
    const text = await make();
    const file = join(folder, path);
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
    makeFolder(dirname(file));
    await writeWhole(file, 'The site', ({ write }) => write(text));
    written++;
  }
  const gone = [...before].filter((path) => !now.has(path));
  for (const path of gone) remove(folder, path);
  await writeList(folder, now);
  return { files: now.size, written, removed: gone.length };
}

function readList(folder: string): string[] {
  const file = join(folder, listName);
  if (!existsSync(file)) return [];
  try {
    return listShape().parse(JSON.parse(readFileSync(file, 'utf8'))).files;
  } catch {
    throw new DeskError(`${file} is not the list that "sni publish" wrote. Take it and the files of the site away, and publish again.`);
  }
}

async function writeList(folder: string, paths: ReadonlySet<string>): Promise<void> {
  makeFolder(folder);
  const text = `${JSON.stringify({ files: [...paths].sort() }, null, 1)}\n`;
  const file = join(folder, listName);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  await writeWhole(file, 'The list of the site', ({ write }) => write(text));
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new DeskError(`The folder ${folder} cannot be made: ${error instanceof Error ? error.message : String(error)}. Name another.`);
  }
}

function remove(folder: string, path: string): void {
  rmSync(join(folder, path), { force: true });
  const parent = dirname(join(folder, path));
  if (parent === folder) return;
  try {
    rmdirSync(parent);
  } catch (error) {
    // Not empty: others stand there.
    if (!(error instanceof Error && 'code' in error && (error.code === 'ENOTEMPTY' || error.code === 'EEXIST' || error.code === 'ENOENT')))
      throw error;
  }
}
