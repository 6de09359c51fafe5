import { readConfig } from '../config.js';
import { migrate, readMigrations } from '../migrate.js';
import { makeLog, open } from '../open.js';

const config = readConfig();
const house = await open(config, makeLog({ level: 'info', name: 'm', to: 'stderr' }), 'm');
console.log(await migrate(house.sql, readMigrations(config.root + '/sql')));
await house.close();
