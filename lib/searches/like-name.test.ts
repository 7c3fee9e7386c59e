import { expect, it } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { likeName } from './paths';
import { saveInput } from './schema';

const UNITS = ['a', 'long', ' ', '. ', '\n', '\0', '\ud800', '😀', '$', '\u202e'];

it('any title of a paper results in a valid name of a search', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...UNITS), maxLength: 200 }), (title) => {
      const name = likeName(title);
      expect(saveInput.safeParse({ name, query: 'q=like:2407.12718' }).success).toBe(true);
    }),
  );
  const long = `${'word '.repeat(10)}12 345 67`;
  expect(likeName(long).length).toBeLessThanOrEqual(60);
});
