// P2 killed once while it reads kept titles anew; reread-killed.long.ts kills it at several moments.
import { testKilledAt } from './reread-killed.js';

testKilledAt([0.4]);
