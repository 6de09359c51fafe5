// Where the cluster of a home lies: its folders are made by whoever comes first, however many come at once.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makePlace } from '../../../lib/db/place.js';

test('who finds a folder missing that another makes meanwhile goes on, as the other does', async () => {
  const base = await mkdtemp(join(tmpdir(), 'sni-place-test-'));
  try {
    for (let round = 0; round < 40; round++) {
      const home = join(base, `home-${round}`, 'project', '.sni');
      const places = await Promise.all(Array.from({ length: 4 }, () => makePlace(home)));
      expect(new Set(places.map(({ folder }) => folder)).size).toBe(1);
    }
  } finally {
    await rm(base, { recursive: true, force: true });
  }
});
