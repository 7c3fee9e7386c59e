import { describe, expect, it } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { markedParts, snippet } from './highlight';

describe('markedParts', () => {
  it('marks words in any spelling', () => {
    const marked = markedParts(
      'Diffusion of DIFFUSION, Poincaré',
      new Set(['diffusion', 'poincare']),
    )
      .filter((part) => part.isMarked)
      .map((part) => part.text);
    expect(marked).toEqual(['Diffusion', 'DIFFUSION', 'Poincaré']);
  });

  it('does not change the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string()), (text, words) => {
        const parts = markedParts(text, new Set(words));
        expect(parts.map((part) => part.text).join('')).toBe(text);
      }),
    );
  });
});

describe('snippet', () => {
  const text = 'One is here. Two is here. Three is here. Four is here. Five says lattice. Six.';

  it('starts at the beginning of the abstract, if a match is near', () => {
    expect(snippet(text, new Set(['two']))).toBe(text);
    expect(snippet(text, new Set(['nothing']))).toBe(text);
  });

  it('otherwise starts one sentence before the first match', () => {
    expect(snippet(text, new Set(['lattice']))).toBe('… Four is here. Five says lattice. Six.');
  });
});
