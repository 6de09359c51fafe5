// A world for a test file: made on this test run's server, dropped after the file.
import { inject } from 'vitest';
import { atEnd } from './at-end.js';
import { makeWorld, type World } from './world.js';

export async function makeTestWorld(options: { settings?: object; source?: string } = {}): Promise<World> {
  const world = await makeWorld({ home: inject('home'), ...options });
  atEnd(world.drop);
  return world;
}
