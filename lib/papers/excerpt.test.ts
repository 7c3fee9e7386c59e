import { expect, test } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { excerpt } from './excerpt';

test('keeps a short text, with its white space folded', () => {
  expect(excerpt('  We show\n  that $x$ holds. ')).toBe('We show that $x$ holds.');
});

test('ends with a whole sentence if that fills half of the length', () => {
  expect(excerpt('One sentence is here. Another one follows it and is too long.', 40)).toBe(
    'One sentence is here.',
  );
});

test('does not cut a formula', () => {
  const formula = `Words first $${'a + '.repeat(200)}b$ and more`;
  expect(excerpt(formula, 100)).toBe('Words first …');
});

test('never exceeds the length and never leaves a formula open', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('word', '$x + y$', 'end.', 'a $b$ c', 'e.g.')),
      (parts) => {
        const cut = excerpt(parts.join(' '), 80);
        expect(cut.length).toBeLessThanOrEqual(82);
        expect((cut.match(/\$/g)?.length ?? 0) % 2).toBe(0);
      },
    ),
  );
});
