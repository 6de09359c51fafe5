// Works on several inputs at a time and gives the results in the inputs' order. However many inputs there are, only so many results wait.

/** Yields the result of each input. `atOnce` counts what is under way or waits for its turn. Rejects with the first error of a work. */
export async function* inOrder<Input, Result>(
  inputs: Iterable<Input>,
  atOnce: number,
  work: (input: Input) => Promise<Result>,
): AsyncGenerator<Result> {
  const underWay: Promise<Result>[] = [];
  for (const input of inputs) {
    const result = work(input);
    // It is awaited in its turn, where an error is thrown; until then it is not unhandled.
    result.catch(() => undefined);
    underWay.push(result);
    const first = underWay.length >= atOnce ? underWay.shift() : undefined;
    if (first) yield await first;
  }
  for (const result of underWay) yield await result;
}
