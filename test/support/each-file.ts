// Before each test file: its runs share connections; after all of its own hooks, what it left is ended, and what it has cost is noted.
import { afterAll, beforeAll, expect, inject } from 'vitest';
import { endAll } from './at-end.js';
import { noteCost } from './costs.js';
import { keepRunsConnections } from './kept-connections.js';

keepRunsConnections();

const began = performance.now();
// What is returned runs after all else, the ends of the file included.
beforeAll(() => () => noteCost(inject('home'), expect.getState().testPath ?? '', (performance.now() - began) / 1000));
afterAll(endAll);
