import { expect, it } from 'vitest';
import { foldLetters } from '@/lib/base/fold-letters';
import fc from '@/lib/base/testing/fast-check';
import { normalized } from './words';

it('normalizes plain words as it does beside other letters', () => {
  const word = fc.stringMatching(/^[A-Za-z0-9]{1,20}$/);
  fc.assert(
    fc.property(word, (one) => {
      expect(normalized(`${one} é`)).toBe(`${normalized(one)} e`);
    }),
  );
});

it('folds ASCII as it does beside other letters', () => {
  const text = fc.string({ unit: 'grapheme-ascii' });
  fc.assert(
    fc.property(text, (one) => {
      expect(foldLetters(`${one}é`)).toBe(`${foldLetters(one)}e`);
    }),
  );
});

it.each(['C++', 'F#', "model's", 'ell_p', 'x-ray', ''])(
  'does not shorten the way for %s',
  (text) => {
    expect(normalized(`${text} é`)).toBe(`${normalized(text)} e`.trim());
  },
);
