import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { gzipPieces } from './encoding';

const unzipped = async (pieces: string[]) => gunzipSync(await gzipPieces(pieces)).toString();

it('compresses pieces to what they say together', async () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('', '注意', '½ “a”', '😀'),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
      expect(await unzipped(pieces)).toBe(pieces.join(''));
    }),
  );
});

it('does so for many at once, and for more than its buffer holds', async () => {
  const texts = Array.from({ length: 8 }, (_, n) => [`${n}`, '注意'.repeat(50_000), `end ${n}`]);
  const large = ['start', 'x'.repeat(1_500_000), '注'.repeat(200_000)];
  const all = [...texts, large, ...texts];
  const found = await Promise.all(all.map(unzipped));
  expect(found.every((text, at) => text === all[at]?.join(''))).toBe(true);
});
