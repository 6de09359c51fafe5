// The version of this installation, for `sni --version` and whoever else says it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { projectRoot } from '../config.js';
import { late } from '../late.js';

const manifest = late(() => z.object({ version: z.string() }));

/** The version of this installation, such as `0.1.0`. */
export function projectVersion(): string {
  return manifest().parse(JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'))).version;
}
