// The desk of P3 as a process of its own: "sni reprocess" and the pages have it let go of titles. `sni families` answers in its own.
import { runProgram } from '../../lib/desk/program.js';
import { generateCommands } from './desk/commands.js';

await runProgram(generateCommands);
