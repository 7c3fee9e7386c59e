import { describe, expect, it } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { correction, deletions, distance } from './spelling';

const word = fc.stringMatching(/^[a-z]{4,14}$/);
const meet = (a: string, b: string) => {
  const there = new Set(deletions(b));
  return deletions(a).some((hash) => there.has(hash));
};

describe('distance', () => {
  it.each([
    ['difusion', 'diffusion', 1],
    ['modle', 'model', 1],
    ['atention', 'attention', 1],
    ['same', 'same', 0],
    ['lattice', 'lettuce', 2],
    ['a', 'abcd', 3],
  ])('from %s to %s is %i', (a, b, far) => {
    expect(distance(a, b)).toBe(far);
    expect(distance(b, a)).toBe(far);
  });
});

describe('deletions', () => {
  it('of two words overlap if one letter is missing, wrong, extra or transposed', () => {
    fc.assert(
      fc.property(word, fc.nat(), fc.constantFrom('x', 'q'), (right, seed, letter) => {
        const at = seed % right.length;
        const [head, tail] = [right.slice(0, at), right.slice(at)];
        const wrong = [
          head + tail.slice(1),
          head + letter + tail,
          head + letter + tail.slice(1),
          head + (tail[1] ?? '') + (tail[0] ?? '') + tail.slice(2),
        ];
        for (const one of wrong) expect(meet(one, right)).toBe(true);
      }),
    );
  });
});

describe('correction', () => {
  const known = [
    { word: 'diffusion', papers: 5_000 },
    { word: 'diffusions', papers: 9 },
    { word: 'infusion', papers: 20 },
  ];

  it('is the nearest word, and the most common of equally near ones', () => {
    expect(correction('difusion', 0, known)).toBe('diffusion');
  });

  it('leaves words of papers unchanged', () => {
    expect(correction('difusion', 40, known)).toBeNull();
    expect(correction('diffusions', 9, known)).toBeNull();
  });

  it('treats a rare word next to a very common one as misspelled', () => {
    expect(correction('difusion', 2, known)).toBe('diffusion');
    expect(correction('infusion', 2, [{ word: 'diffusion', papers: 1_999 }])).toBeNull();
  });

  it('is null without a near word', () => {
    expect(correction('zeolite', 0, known)).toBeNull();
  });
});
