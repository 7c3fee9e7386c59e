import { expect, test } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { keepResults } from './keep-results';

test('a text is worked on once while it is kept', () => {
  let made = 0;
  const upper = keepResults(
    (text) => {
      made++;
      return text.toUpperCase();
    },
    (result) => result.length,
    12,
  );
  expect([upper('abc'), upper('abc'), made]).toEqual(['ABC', 'ABC', 1]);
  upper('def');
  upper('abc');
  // No room for a third: the one used longest ago goes.
  upper('ghi');
  expect(made).toBe(3);
  upper('abc');
  expect(made).toBe(3);
  upper('def');
  expect(made).toBe(4);
});

test('results are those of the function, and what is kept never exceeds the limit', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ maxLength: 30 }), { maxLength: 60 }),
      fc.integer({ min: 0, max: 200 }),
      (texts, most) => {
        const alive: string[] = [];
        let made = 0;
        const repeat = keepResults(
          (text) => {
            made++;
            return text + text;
          },
          (result) => result.length,
          most,
        );
        for (const text of texts) {
          const before = made;
          expect(repeat(text)).toBe(text + text);
          const at = alive.indexOf(text);
          // As the simplest list would keep them.
          expect(made === before).toBe(at !== -1);
          if (at !== -1) alive.splice(at, 1);
          if (text.length * 3 <= most) alive.push(text);
          while (alive.reduce((sum, one) => sum + one.length * 3, 0) > most) alive.shift();
        }
      },
    ),
  );
});
