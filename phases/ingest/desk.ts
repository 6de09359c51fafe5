// The desk of P1: its commands of `sni`, which runs this script as a process of its own.
import { runProgram } from '../../lib/desk/program.js';
import { commands } from './desk/commands.js';

await runProgram(commands);
