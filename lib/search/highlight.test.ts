import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markedParts, snippet } from './highlight';

describe('markedParts', () => {
  it('marks words however they are written', () => {
    const marked = markedParts(
      'Diffusion of DIFFUSION, Poincaré',
      new Set(['diffusion', 'poincare']),
    )
      .filter((part) => part.isMarked)
      .map((part) => part.text);
    expect(marked).toEqual(['Diffusion', 'DIFFUSION', 'Poincaré']);
  });

  it('loses and adds nothing', () => {
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

  it('begins where the abstract does, if a match is near', () => {
    expect(snippet(text, new Set(['two']))).toBe(text);
    expect(snippet(text, new Set(['nothing']))).toBe(text);
  });

  it('begins one sentence before the first match otherwise', () => {
    expect(snippet(text, new Set(['lattice']))).toBe('… Four is here. Five says lattice. Six.');
  });
});
