#!/usr/bin/env node
// The `sni` command: one command line done. Node 22 and later keep what they have compiled of it beside the program, which halves its start;
// where that folder cannot be written it is as it was without.
import * as nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';

if ('enableCompileCache' in nodeModule && typeof nodeModule.enableCompileCache === 'function') {
  nodeModule.enableCompileCache(fileURLToPath(new URL('../../.cache', import.meta.url)));
}
const [{ commands }, { runProgram }] = await Promise.all([import('./commands.js'), import('./program.js')]);
await runProgram(commands);
