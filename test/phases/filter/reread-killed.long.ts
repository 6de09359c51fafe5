// P2 killed at several moments while it reads kept titles anew.
import { testKilledAt } from './reread-killed.js';

// Later than this, what the dead process had sent may be all that was left.
testKilledAt([0.1, 0.2, 0.4, 0.6]);
