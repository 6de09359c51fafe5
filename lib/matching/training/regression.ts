// Logistic regression by Newton's method: the same rows in the same order give the same weights, to the last digit.

/** What was compared; `same` is how true it is that both sides are one, 0 to 1; `weight` how much it counts. */
export interface Example {
  features: readonly number[];
  same: number;
  weight: number;
}

const mostSteps = 25;
const smallestStep = 1e-6;

/** Weights by position of the feature. `ridge` holds them near 0: without it a feature that is never seen has no weight at all. */
export function fittedWeights(examples: readonly Example[], features: number, ridge: number): number[] {
  const weights = new Float64Array(features);
  for (let step = 0; step < mostSteps; step++) {
    const moved = solve(...slopeAndCurve(examples, weights, ridge));
    for (let at = 0; at < features; at++) weights[at] = (weights[at] ?? 0) - (moved[at] ?? 0);
    if (Math.max(...moved.map(Math.abs)) < smallestStep) break;
  }
  return [...weights];
}

/** The gradient of what is to be made small, and its second derivatives, both with the ridge. */
function slopeAndCurve(examples: readonly Example[], weights: Float64Array, ridge: number): [Float64Array, Float64Array[]] {
  const size = weights.length;
  const slope = weights.map((weight) => ridge * weight);
  const curve = Array.from({ length: size }, (_, at) => new Float64Array(size).fill(ridge, at, at + 1));
  for (const { features, same, weight } of examples) {
    let logit = 0;
    for (let at = 0; at < size; at++) logit += (weights[at] ?? 0) * (features[at] ?? 0);
    const probability = 1 / (1 + Math.exp(-logit));
    const error = (probability - same) * weight;
    const bend = Math.max(1e-6, probability * (1 - probability)) * weight;
    for (let at = 0; at < size; at++) {
      const value = features[at] ?? 0;
      if (value === 0) continue;
      slope[at] = (slope[at] ?? 0) + error * value;
      const row = curve[at] as Float64Array;
      for (let other = 0; other <= at; other++) row[other] = (row[other] ?? 0) + bend * value * (features[other] ?? 0);
    }
  }
  for (let at = 0; at < size; at++)
    for (let other = 0; other < at; other++) (curve[other] as Float64Array)[at] = (curve[at] as Float64Array)[other] ?? 0;
  return [slope, curve];
}

/** Solves `curve x = slope` by elimination with the largest pivot; both are used up. */
function solve(slope: Float64Array, curve: Float64Array[]): Float64Array {
  const size = slope.length;
  const cell = (row: number, column: number): number => (curve[row] as Float64Array)[column] ?? 0;
  for (let at = 0; at < size; at++) {
    let pivot = at;
    for (let row = at + 1; row < size; row++) if (Math.abs(cell(row, at)) > Math.abs(cell(pivot, at))) pivot = row;
    [curve[at], curve[pivot]] = [curve[pivot] as Float64Array, curve[at] as Float64Array];
    [slope[at], slope[pivot]] = [slope[pivot] ?? 0, slope[at] ?? 0];
    for (let row = at + 1; row < size; row++) {
      const factor = cell(row, at) / cell(at, at);
      if (factor === 0) continue;
      const target = curve[row] as Float64Array;
      for (let column = at; column < size; column++) target[column] = (target[column] ?? 0) - factor * cell(at, column);
      slope[row] = (slope[row] ?? 0) - factor * (slope[at] ?? 0);
    }
  }
  const solution = new Float64Array(size);
  for (let row = size - 1; row >= 0; row--) {
    let rest = slope[row] ?? 0;
    for (let column = row + 1; column < size; column++) rest -= cell(row, column) * (solution[column] ?? 0);
    solution[row] = rest / cell(row, row);
  }
  return solution;
}
