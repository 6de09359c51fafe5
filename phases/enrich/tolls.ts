// What is counted of people in a happening that goes on: the dead, the wounded, the missing. Whoever gives another number of these gives a
// later one, or another of the same; of drones or soldiers he may as well tell of others.

interface Toll {
  /** Ends the question of how many there were: "How many were killed?" */
  asked: string;
  /** Whether two exact numbers of one time contradict each other; how many fled is a guess that each makes for himself. */
  counted: boolean;
}

const tolls: Readonly<Record<string, Toll>> = {
  killed: { asked: 'killed', counted: true },
  wounded: { asked: 'wounded', counted: true },
  missing: { asked: 'missing', counted: true },
  arrested: { asked: 'arrested', counted: true },
  hostages: { asked: 'taken hostage', counted: true },
  displaced: { asked: 'displaced', counted: false },
  evacuated: { asked: 'evacuated', counted: false },
};

/** What is counted, and in which unit, as a figure has both. */
interface Counted {
  what: string;
  unit: string;
}

/** Null of what is no toll. */
export function tollOf({ what, unit }: Counted): Toll | null {
  return unit === 'people' && Object.hasOwn(tolls, what) ? (tolls[what] ?? null) : null;
}
