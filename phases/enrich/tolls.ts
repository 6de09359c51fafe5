// What is counted of people in a happening that goes on: the dead, the wounded, the missing. Whoever gives another number of these gives a
// later one, or another of the same; of drones or soldiers he may as well tell of others.

interface Toll {
  /** Ends the question of how many there were: "How many were wounded?" Who is dead may have died of a disease. */
  asked: string;
  /** What they are, behind a number: "five" dead. */
  state: string;
  /** Whether two exact numbers of one time contradict each other; how many fled is a guess that each makes for himself. */
  counted: boolean;
}

const tolls: Readonly<Record<string, Toll>> = {
  killed: { asked: 'died', state: 'dead', counted: true },
  wounded: { asked: 'were wounded', state: 'wounded', counted: true },
  missing: { asked: 'were missing', state: 'missing', counted: true },
  arrested: { asked: 'were arrested', state: 'arrested', counted: true },
  hostages: { asked: 'were taken hostage', state: 'taken hostage', counted: true },
  displaced: { asked: 'were displaced', state: 'displaced', counted: false },
  evacuated: { asked: 'were evacuated', state: 'evacuated', counted: false },
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
