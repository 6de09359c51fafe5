// The order in which test files begin: those that take longest first, so that no core idles behind one of them at the end.
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Measured; a file that is not here begins after these. */
const longest = [
  'test/lib/run/death.test.ts',
  'test/kill.test.ts',
  'test/lib/app/faults.test.ts',
  'test/phases/generate/decide.test.ts',
  'test/lib/app/shared.test.ts',
  'test/lib/run.test.ts',
  'test/models.test.ts',
  'test/lib/desk/everywhere.test.ts',
  'test/lib/db/embedded.test.ts',
  'test/lib/db/accounts.test.ts',
  'test/lib/run/notify.test.ts',
  'test/deploy/p3-worker.test.ts',
  'test/phases/generate/graded.test.ts',
  'test/phases/filter/desk/observe.test.ts',
  'test/lib/pages/site.test.ts',
  'test/lib/app/lane-states.test.ts',
  'test/lib/run/standby.test.ts',
  'test/phases/ingest/disturbed.test.ts',
  'test/lib/desk/quickstart.test.ts',
  'test/lies.test.ts',
  'test/machines.test.ts',
  'test/phases/ingest/sources.test.ts',
  'test/deploy/crontab.test.ts',
  'test/lib/evidence/freely.test.ts',
  'test/lib/reading/wording/loaded-words.test.ts',
];

export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = longest.findIndex((name) => moduleId.endsWith(name));
      return at < 0 ? longest.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}
