#!/usr/bin/env node
// The `sni` command: one command line done. Node 22 and later keep what they have compiled of it beside the program, which halves its start;
// but not in a folder of somebody else's, who might lay a link there.
import { statSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../..', import.meta.url));
const isOwn = statSync(dist).uid === process.getuid?.();
if (isOwn && 'enableCompileCache' in nodeModule && typeof nodeModule.enableCompileCache === 'function') {
  nodeModule.enableCompileCache(`${dist}.cache`);
}
const [{ commands }, { runProgram }] = await Promise.all([import('./commands.js'), import('./program.js')]);
await runProgram(commands);
