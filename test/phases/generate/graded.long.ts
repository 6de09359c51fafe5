// A run of P3 whose descriptions a second model grades, killed in each of the four waves of questions, one after another.
import { test } from 'vitest';
import { killInWaves, makeGradedWorld, waves } from './graded.js';

const graded = await makeGradedWorld();

test('killed in each wave of questions and resumed, it comes to the same families and grades, and pays for no answer twice', async () => {
  await killInWaves(graded, waves);
}, 180_000);
