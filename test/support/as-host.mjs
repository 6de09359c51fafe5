// Loaded before a program (node --import), it makes the machine another one to it: MACHINE_NAME is its name, MACHINE_BOOT the id of its boot.
// Every machine but for that is alike: process ids and the number of the first namespace repeat.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import os from 'node:os';

const { MACHINE_NAME: host, MACHINE_BOOT: boot } = process.env;
const readFileSync = fs.readFileSync;

os.hostname = () => host;
fs.readFileSync = (path, ...how) => (path === '/proc/sys/kernel/random/boot_id' ? `${boot}\n` : readFileSync(path, ...how));
syncBuiltinESMExports();
