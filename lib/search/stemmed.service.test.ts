import { expect, it } from 'vitest';
import { useTestDatabase } from '@/db/testing/database';
import fc from '@/lib/base/testing/fast-check';
import { markable, markedParts } from './highlight';
import { markedStems, stemmed } from './stemmed';
import { keepWithStems } from './stems';

useTestDatabase();

const TEXTS = [
  'Diffusing models DIFFUSE; a diffusion of Poincaré’s $\\alpha$-balls, ½ of them',
  '',
  '注意 attention, İzmir and ﬁne-tuning of C++',
];

it('marks what is marked by comparing words', async () => {
  const stems = fc.subarray([
    'diffus',
    'poincar',
    'attent',
    'fine',
    'tune',
    'c',
    'alpha',
    '1',
    '注意',
  ]);
  await fc.assert(
    fc.asyncProperty(stems, async (wanted) => {
      const texts = await stemmed(TEXTS);
      for (const [at, text] of TEXTS.entries()) {
        const words = new Set(await keepWithStems(markable(text), wanted));
        expect(texts[at] && markedStems(texts[at], new Set(wanted))).toEqual(
          markedParts(text, words),
        );
      }
    }),
    { numRuns: 30 },
  );
  const [first] = await stemmed(TEXTS);
  const marked = first && markedStems(first, new Set(['diffus'])).filter((part) => part.isMarked);
  expect(marked?.map(({ text }) => text)).toEqual(['Diffusing', 'DIFFUSE', 'diffusion']);
});
