// Titles go through a reader stage by stage, some of them together: all are cut into words, then all get their roles, then the clauses of all are
// read. Each stage is code and tables that fill the memory nearest to the processor; one title through all stages would fetch all of them anew.

/** With fewer together each stage is fetched more often; with more, what the stage before has made is no longer near. */
const together = 32;

/** Neighbours of one language, at most so many as go together, in their order; none where there is no headline. */
export function batchesOf<Headline extends { lang: string }>(headlines: readonly Headline[]): Headline[][] {
  const batches: Headline[][] = [];
  let last: Headline[] = [];
  for (const headline of headlines) {
    if (last.length === 0 || last.length === together || last[0]?.lang !== headline.lang) {
      last = [];
      batches.push(last);
    }
    last.push(headline);
  }
  return batches;
}
