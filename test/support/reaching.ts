// How runs of phases within this process come to their connections. Apart from what a test file keeps of them, for benches and soaks run here too.
import type { Connect } from '../../lib/app.js';

interface Reaching {
  /** Undefined: new connections to each run. */
  reach: Connect | undefined;
  /** Ends what is kept of connections to this database, which is to be copied: nobody may be in it then. */
  leave: (database: string) => Promise<void>;
}

export const reaching: Reaching = { reach: undefined, leave: async () => undefined };
