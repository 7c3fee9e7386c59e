import { describe, expect, it } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { differences, type Piece } from './text-diff';

const side = (pieces: Piece[], without: Piece['change']): string =>
  pieces
    .filter(({ change }) => change !== without)
    .map(({ text }) => text)
    .join('');

describe('differences', () => {
  it('marks added and removed words', () => {
    expect(differences('It holds for $n > 1$.', 'It holds for all $n > 1$.')).toEqual([
      { text: 'It holds for ', change: 'same' },
      { text: 'all ', change: 'added' },
      { text: '$n > 1$.', change: 'same' },
    ]);
  });

  it('contains both texts in full, for any texts', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 80 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = differences(before, after);
        expect(side(pieces, 'added')).toBe(before);
        expect(side(pieces, 'removed')).toBe(after);
      }),
    );
  });

  it('takes two long texts without a word in common', () => {
    const words = (letter: string) =>
      Array.from({ length: 2_500 }, (_, i) => `${letter}${i}`).join(' ');
    const pieces = differences(words('a'), words('b'));
    expect(side(pieces, 'added')).toBe(words('a'));
  });
});
