import { expect, it } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { badgeSvg } from './badge';

const accent = '#0f766e';

it('contains the name, the upvotes and the rank', () => {
  const svg = badgeSvg({ name: 'Papertide', upvotes: 1105, place: 3, accent });
  expect(svg).toContain('aria-label="Papertide: ▲ 1,105 · #3 on Trending"');
  expect(badgeSvg({ name: 'Papertide', upvotes: 2, place: null, accent })).toContain('>▲ 2</text>');
});

it('escapes the name of the site', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), fc.nat(), (name, upvotes) => {
      const svg = badgeSvg({ name, upvotes, place: null, accent });
      expect(svg.replace(/<\/?(svg|clipPath|rect|g|path|text)[^<>]*>/g, '')).not.toMatch(/[<>]/);
    }),
  );
});
