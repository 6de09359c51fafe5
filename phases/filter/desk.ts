// The desk of P2 as a process of its own, for who asks it while going on with something else; `sni` answers its commands in its own.
import { runProgram } from '../../lib/desk/program.js';
import { filterCommands } from './desk/commands.js';

await runProgram(filterCommands);
