// What `sni db` shows of an address.
import { expect, test } from 'vitest';
import { withoutPassword } from '../../../lib/desk/db.js';

test('an address is shown without its password, wherever it stands', () => {
  expect(withoutPassword('postgres://sni:s3cret@db.example:5433/sni?sslmode=require')).toBe(
    'postgres://sni@db.example:5433/sni?sslmode=require',
  );
  expect(withoutPassword('postgres://sni@db/sni?password=s3cret')).toBe('postgres://sni@db/sni');
});
