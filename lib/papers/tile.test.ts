import { describe, expect, it } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { tileHue, tileSvg, tileText } from './tile';

describe('the text of a tile', () => {
  it.each([
    ['RL-100: Performant Robotic Manipulation', 'RL-100'],
    ['Direct Preference Optimization: Your Language Model Is Secretly a Reward Model', 'DPO'],
    ['On the Convergence of $\\ell_p$ Norms', 'ℓₚ'],
    ['$\\pi_0$: A Vision-Language-Action Flow Model', 'π₀'],
    ['Learning in $L^2$ Spaces', 'L²'],
    ['Bounds on $K^Q_b$ for Graphs', 'BKQ'],
    ['Attention Is All You Need', 'AAY'],
    ['A Study of the Use of It', 'SU'],
    ['The', 'T'],
    ['$100$ Papers', 'P'],
    ['深度学习', '深'],
    ['', ''],
    ['1234 !?', ''],
  ])('%s → %s', (title, text) => {
    expect(tileText(title)).toBe(text);
  });
});

describe('a tile', () => {
  const paper = fc.record({
    slug: fc.string(),
    title: fc.string({ maxLength: 300 }),
    categories: fc.array(fc.string(), { maxLength: 3 }),
  });

  it('is stable for a paper, small, and escapes any title', () => {
    fc.assert(
      fc.property(paper, (one) => {
        const svg = tileSvg(one);
        expect(tileSvg({ ...one, categories: [...one.categories] })).toBe(svg);
        expect(svg.length).toBeLessThan(420);
        const [, text = ''] = /<text [^>]*>(.*)<\/text>/s.exec(svg) ?? [];
        expect(text).not.toMatch(/[<>"]|&(?!(?:amp|lt|gt|quot|#\d+|#x[\da-f]+);)/i);
        expect(svg.match(/</g)?.length).toBeLessThanOrEqual(12);
      }),
    );
  });

  it('has the hue of its topic', () => {
    const hue = (slug: string, ...categories: string[]) => tileHue({ slug, title: '', categories });
    expect(hue('a', 'cs.CV')).toBe(hue('b', 'cs.CV', 'cs.LG'));
    expect(hue('a', 'cs.CV')).not.toBe(hue('a', 'cs.CL'));
    expect(hue('a', 'math.NT')).toBe(hue('b', 'math.AG'));
    fc.assert(
      fc.property(fc.string(), fc.string(), (slug, topic) => {
        const degrees = hue(slug, topic);
        expect(degrees).toBeGreaterThanOrEqual(0);
        expect(degrees).toBeLessThan(360);
      }),
    );
  });
});
