// Which headlines the context quotes beside those of the summary.
import { expect, it } from 'vitest';
import { furtherOf } from '../../../phases/enrich/quoting.js';
import { memberOf } from './family-of.js';

const members = [
  memberOf('Leaders gather in Beijing for military display – as it happened', 0),
  memberOf('China holds largest parade with world leaders attending', 1),
];

it('are none that the summary quotes without its rubric', () => {
  const summary =
    'Outlet B writes: “China holds largest parade with world leaders attending”. Outlet A writes: “Leaders gather in Beijing for military display”.';
  expect(furtherOf(members, summary)).toEqual([]);
  expect(furtherOf(members, 'Outlet B writes: “China holds largest parade with world leaders attending”.')).toEqual([members[0]]);
});
