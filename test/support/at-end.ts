// What a test file leaves behind is ended after it, wherever in it that was made: `afterAll` is heard only while a file is collected, not
// within a test or a hook.
const ends: (() => Promise<void>)[] = [];

/** To be done after the test file that runs now. */
export function atEnd(end: () => Promise<void>): void {
  ends.push(end);
}

/** Does it, the latest first; what fails is thrown once all was tried. Done by each-file.ts. */
export async function endAll(): Promise<void> {
  const failed: unknown[] = [];
  for (let end = ends.pop(); end; end = ends.pop()) await end().catch((error: unknown) => failed.push(error));
  if (failed.length > 0) throw new AggregateError(failed, `What a test file left could not be ended: ${failed.join('; ')}`);
}
