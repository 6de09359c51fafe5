// By how much more than is asked a join and a merge must be sure where the doubtful is judged, in logits: what was put together wrongly is built
// upon and never mended, the more so the smaller a family still is, while one question settles what two large ones are.

/** Of a headline and of a merge of two headlines. */
const first = { join: 1.4, merge: 1.8 };
/** Less for each e-fold of the headlines of the larger side: most of what comes to a large family is its own. */
const lessByLarger = { join: 0.1, merge: 0.15 };
/** With so many e-folds of headlines of the smaller side the margin is twice that of one headline: a wrong merge of large ones harms most. */
const doubling = 3;

/** That of a headline that joins a family of so many. */
export function marginOfJoin(headlines: number): number {
  return first.join - lessByLarger.join * Math.log(headlines);
}

/** That of a merge of two families of so many headlines. */
export function marginOfMerge(one: number, other: number): number {
  const [smaller, larger] = one < other ? [one, other] : [other, one];
  return first.merge * (1 + Math.log(smaller) / doubling) - lessByLarger.merge * Math.log(larger);
}
