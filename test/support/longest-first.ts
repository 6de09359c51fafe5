// The order in which test files begin: those that take longest first, so that no core idles behind one of them at the end.
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Measured; a file that is not here begins after these. */
const longest = [
  'test/kill.test.ts',
  'test/lib/app/faults.test.ts',
  'test/lib/run/killers.test.ts',
  'test/lib/run/death.test.ts',
  'test/phases/generate/decide.test.ts',
  'test/models.test.ts',
  'test/phases/generate/history.test.ts',
  'test/lib/run.test.ts',
  'test/lib/db/accounts.test.ts',
  'test/lib/app/pooler.test.ts',
  'test/lib/desk/quickstart.test.ts',
  'test/lib/desk/operating.test.ts',
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
