// P2 killed at several moments while it reads kept titles anew.
import { testKilledAt } from './reread-killed.js';

testKilledAt([0.1, 0.2, 0.5, 0.8]);
