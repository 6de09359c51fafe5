// The desk of P3, as a process of its own: "sni families", and what others ask of it. "sni reprocess filter --force" has it let go of titles.
import { runProgram } from '../../lib/desk/program.js';
import { commands } from './desk/commands.js';

await runProgram(commands);
