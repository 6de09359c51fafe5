#!/usr/bin/env node
// The `sni` command: one command line done.
import { commands } from './commands.js';
import { runProgram } from './program.js';

await runProgram(commands);
