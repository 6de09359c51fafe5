import { readConfig } from '../config.js';
import { open, makeLog } from '../open.js';
import { migrate, readMigrations } from '../migrate.js';
const config = readConfig();
const house = await open(config, makeLog({level:'info',name:'m',to:'stderr'}), 'm');
console.log(await migrate(house.sql, readMigrations(config.root + '/sql')));
await house.close();
