import { expect, it } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { faceSvg } from './face';

it('is stable for a handle, small, and does not contain the handle', () => {
  fc.assert(
    fc.property(fc.string(), (handle) => {
      const svg = faceSvg(handle);
      expect(faceSvg(handle.toUpperCase().toLowerCase())).toBe(faceSvg(handle.toLowerCase()));
      expect(svg.length).toBeLessThan(460);
      expect(svg).toMatch(/^<svg [\w\s="-]+>(<(path|circle) [\w\s="().-]+\/>){4}<\/svg>$/);
    }),
  );
});

it('distinguishes handles', () => {
  const handles = Array.from({ length: 300 }, (_, n) => `reader-${n}`);
  expect(new Set(handles.map((handle) => faceSvg(handle))).size).toBeGreaterThan(295);
});
