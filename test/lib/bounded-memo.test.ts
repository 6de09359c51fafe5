import { describe, expect, it } from 'vitest';
import { remembered } from '../../lib/bounded-memo.js';

describe('a bounded memo', () => {
  it('makes each key once, and forgets all only when a new one is too many', () => {
    const asked: string[] = [];
    const lengthOf = remembered(2, (key) => {
      asked.push(key);
      return key.length;
    });
    expect([lengthOf('a'), lengthOf('bb'), lengthOf('a'), lengthOf('bb')]).toEqual([1, 2, 1, 2]);
    expect(asked).toEqual(['a', 'bb']);
    lengthOf('ccc');
    lengthOf('ccc');
    lengthOf('a');
    expect(asked).toEqual(['a', 'bb', 'ccc', 'a']);
  });

  it('remembers the empty string and zero', () => {
    let made = 0;
    const blank = remembered(5, () => {
      made++;
      return '';
    });
    expect(blank('x') + blank('x')).toBe('');
    expect(made).toBe(1);
  });

  it('asks again for what could not be made', () => {
    let times = 0;
    const late = remembered(5, (key) => {
      if (times++ === 0) throw new Error('not yet');
      return key;
    });
    expect(() => late('x')).toThrow('not yet');
    expect(late('x')).toBe('x');
  });
});
