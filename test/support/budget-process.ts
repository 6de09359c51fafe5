// A process that spends: sets the same amount aside so often at once, says how many passed, and keeps them until it is killed.
// usage: node build/test/support/budget-process.js '{"database":...,"limits":{...},"usd":0.1,"times":50}'   (SNI_HOME names the server)
import postgres from 'postgres';
import { ensureRunning } from '../../lib/db/embedded.js';
import { makeBudget, type SpendingLimits } from '../../lib/spending/budget.js';
import { settingsFor } from './scratch.js';

const { database, limits, usd, times } = JSON.parse(process.argv[2] ?? '') as {
  database: string;
  limits: SpendingLimits;
  usd: number;
  times: number;
};
const sql = postgres(settingsFor(await ensureRunning({ home: process.env['SNI_HOME'] ?? '' }), database, 8));
const budget = makeBudget(sql, limits);
const answers = await Promise.all(Array.from({ length: times }, () => budget.reserve(usd)));
console.log(JSON.stringify({ event: 'reserved', passed: answers.filter((answer) => 'usd' in answer).length }));
setInterval(() => undefined, 1000);
