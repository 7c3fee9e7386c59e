import { expect, test } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { accentTones, contrast, parse } from './accent';

const hex = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

test('any accent of a host results in readable text in both themes', () => {
  fc.assert(
    fc.property(hex, (accent) => {
      const { light, dark } = accentTones(accent);
      expect(contrast(parse(light), parse('#f1efe9'))).toBeGreaterThanOrEqual(4.5);
      expect(contrast(parse(light), parse('#ffffff'))).toBeGreaterThanOrEqual(4.5);
      expect(contrast(parse(dark), parse('#2a3236'))).toBeGreaterThanOrEqual(4.5);
      expect(contrast(parse(dark), parse('#20282b'))).toBeGreaterThanOrEqual(4.5);
    }),
  );
});

test('a readable accent is unchanged', () => {
  expect(accentTones('#0f5e57').light).toBe('#0f5e57');
});

/** Difference of the strongest and the weakest channel: 0 for a gray. */
const colorfulness = (color: string): number => {
  const channels = parse(color);
  return Math.max(...channels) - Math.min(...channels);
};

test.each(['#0f766e', '#1d4ed8', '#7c2d12', '#6d28d9', '#be123c'])(
  'the tone of %s on dark surfaces stays colorful',
  (accent) => {
    expect(colorfulness(accentTones(accent).dark)).toBeGreaterThan(70);
  },
);

test('black on white is 21 to 1', () => {
  expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21);
});
