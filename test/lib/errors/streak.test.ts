import { describe, expect, test } from 'vitest';
import { type Failed, makeStreak } from '../../../lib/errors/streak.js';

const odd: Failed = { signature: 'Odd', errorClass: 'item_specific', decidedBy: 'default' };
const bug: Failed = { signature: 'Bug', errorClass: 'code_bug', decidedBy: 'rules' };
const verdicts = (failed: Failed, items: readonly number[], streak = makeStreak()) =>
  items.map((item) => streak.failed([String(item)], failed));
const goOn = (times: number) => Array<string>(times).fill('go on');

describe('it is no longer the items', () => {
  test.each(['item_specific', 'transient'] as const)('when five different ones fail alike: %s', (errorClass) => {
    expect(verdicts({ ...odd, errorClass }, [1, 2, 3, 4, 5])).toEqual([...goOn(4), 'pause']);
  });

  test('when three fail by what looks like a mistake in the code: a human is called', () => {
    expect(verdicts(bug, [1, 2, 3])).toEqual(['go on', 'go on', 'call human']);
  });

  test('when three fail by what a model says is not the item’s fault; an operator’s word needs one', () => {
    for (const errorClass of ['systemic', 'temporal'] as const) {
      expect(verdicts({ ...odd, errorClass, decidedBy: 'model' }, [1, 2, 3])).toEqual(['go on', 'go on', 'pause']);
      expect(verdicts({ ...odd, errorClass, decidedBy: 'operator' }, [1])).toEqual(['pause']);
    }
  });

  test('also when they fail in two ways by turns', () => {
    const streak = makeStreak();
    const by = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((item) => streak.failed([String(item)], item % 2 ? odd : { ...odd, signature: 'Other' }));
    expect(by).toEqual([...goOn(8), 'pause']);
    expect(streak.itemsOf('Odd')).toEqual(['1', '3', '5', '7', '9']);
  });
});

describe('it is still the items', () => {
  test('when one fails again and again', () => {
    expect(verdicts(odd, Array<number>(20).fill(7))).toEqual(goOn(20));
  });

  test('when a success lies between', () => {
    const streak = makeStreak();
    for (let round = 0; round < 3; round++) {
      expect(verdicts(odd, [1, 2, 3, 4], streak)).toEqual(goOn(4));
      streak.succeeded(100);
    }
  });

  test('when others of their group succeeded', () => {
    const streak = makeStreak();
    expect([1, 2, 3, 4, 5, 6, 7].map((item) => streak.failed([String(item)], odd, true))).toEqual(goOn(7));
  });

  test('when a group fails as a whole: that is one failure, of all its items', () => {
    const streak = makeStreak();
    expect(streak.failed(['1', '2', '3', '4', '5', '6'], { ...odd, errorClass: 'transient' })).toBe('go on');
    expect(streak.itemsOf('Odd')).toHaveLength(6);
  });

  test('when so many fail so anyway that five in a row mean nothing; enough do mean something', () => {
    const streak = makeStreak();
    for (let round = 0; round < 10; round++) {
      verdicts(odd, [round], streak);
      streak.succeeded(1);
    }
    // At one in two, 17 in a row are the first that happen less often than once in a hundred thousand.
    const row = verdicts(
      odd,
      Array.from({ length: 17 }, (_, item) => 100 + item),
      streak,
    );
    expect(row).toEqual([...goOn(16), 'pause']);
  });
});
