// Before each test file: after all of its own hooks, what it left is ended.
import { afterAll } from 'vitest';
import { endAll } from './at-end.js';

afterAll(endAll);
