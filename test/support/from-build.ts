// Lets the tests take lib/ and phases/ as setup.ts has just compiled them into one file of build/: Node loads it by itself, and they run as they do for
// a user, without a look-up of the test runner's at each use of an import. Who watches (`npx vitest`) gets the sources, so that a change of
// them is seen. setup.ts itself takes the sources: it runs before anything is compiled.
import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { Plugin } from 'vitest/config';

const root = resolve(import.meta.dirname, '../..');

/** To be told to vitest as what it is not to transform: `server.deps.external`. */
export const compiled = /\/build\/one\//;

/** Where it stands in the project, lib/ and phases/ as they are below it. */
const place = 'build/one';

/** What vitest calls the surroundings in which it loads setup.ts. */
const beforeAll = '__vitest__';

export function fromBuild(): Plugin {
  let watching = false;
  return {
    name: 'sni:from-build',
    enforce: 'pre',
    configureVitest({ vitest, experimental_defineCacheKeyGenerator: define }) {
      watching = vitest.config.watch;
      // What was transformed with another place in it is not to be taken again.
      define(() => `from ${place}: ${!watching}`);
    },
    resolveId(source, importer) {
      if (watching || importer === undefined || this.environment.name === beforeAll) return undefined;
      return builtOf(source, importer);
    },
  };
}

/** Where in build/ the module stands that a test names; undefined for what is neither of lib/ nor of phases/. */
export function builtOf(source: string, importer: string): string | undefined {
  if (!source.startsWith('.') || !source.endsWith('.js')) return undefined;
  const path = relative(root, resolve(dirname(importer), source));
  const isBuilt = /^(?:lib|phases)\//.test(path) && existsSync(join(root, path.replace(/js$/, 'ts')));
  return isBuilt ? join(root, place, path) : undefined;
}
