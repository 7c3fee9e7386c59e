import { describe, expect, it } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import {
  BLOCK,
  LENGTHS,
  lengthCode,
  mergePostings,
  packPosting,
  placeIn,
  readPostings,
} from './postings';

const posting = fc.record({
  offset: fc.integer({ min: 0, max: BLOCK - 1 }),
  title: fc.nat(40),
  body: fc.nat(400),
  length: fc.nat(20_000),
});

describe('a posting', () => {
  it('keeps its place, and its counts up to their maximum', () => {
    fc.assert(
      fc.property(posting, (one) => {
        const packed = packPosting(one);
        expect(placeIn(packed)).toBe(one.offset);
        expect((packed >>> 16) & 15).toBe(Math.min(15, one.title));
        expect((packed >>> 8) & 255).toBe(Math.min(255, one.body));
      }),
    );
  });

  it('keeps a length to two percent', () => {
    for (let words = 30; words < 20_000; words += 7) {
      const kept = LENGTHS[lengthCode(words)] ?? 0;
      expect(Math.abs(kept - words) / words).toBeLessThan(0.025);
    }
  });
});

describe('mergePostings', () => {
  it('results in the expected set of papers, in order', () => {
    const places = fc.uniqueArray(fc.integer({ min: 0, max: BLOCK - 1 }), { maxLength: 60 });
    fc.assert(
      fc.property(places, places, places, (before, left, added) => {
        const pack = (offset: number) => packPosting({ offset, title: 1, body: 1, length: 9 });
        const fresh = added.filter((place) => left.includes(place) || !before.includes(place));
        const merged = mergePostings(
          Uint32Array.from(before.map(pack)).sort(),
          new Set(left),
          fresh.map(pack),
        );
        const wanted = new Set([...before.filter((place) => !left.includes(place)), ...fresh]);
        expect([...merged].map(placeIn)).toEqual([...wanted].sort((a, b) => a - b));
      }),
    );
  });
});

it('bytes at any offset of a buffer are read the same', () => {
  const packed = Uint32Array.from([1, 2 ** 31, 7]);
  const bytes = Buffer.from(packed.buffer);
  const shifted = Buffer.concat([Buffer.from([0]), bytes]).subarray(1);
  expect([...readPostings(bytes)]).toEqual([...packed]);
  expect([...readPostings(shifted)]).toEqual([...packed]);
});
