import { expect, it } from 'vitest';
import { useTestDatabase } from '@/db/testing/database';
import fc from '@/lib/base/testing/fast-check';
import { markable, markedParts } from './highlight';
import { markedStems, type Stemmed, stemmed } from './stemmed';
import { keepWithStems } from './stems';

useTestDatabase();

const TEXTS = [
  'Diffusing models DIFFUSE; a diffusion of Poincaré’s $\\alpha$-balls, ½ of them',
  '',
  '注意 attention, İzmir and ﬁne-tuning of C++',
  'Quoted "diffusion"\nof\tC:\\attention \u0001 with half a pair \ud800 of fine 😀 tuning',
];

const partsOf = (text: Stemmed, wanted: string[]): { text: string; isMarked: boolean }[] =>
  markedStems(
    text,
    new Set(wanted),
    (escaped, isMarked) => `{"text":"${escaped}","isMarked":${isMarked}}`,
  ).map((part) => JSON.parse(part));

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
        expect(texts[at] && partsOf(texts[at], wanted)).toEqual(
          markedParts(text, words).map(({ text, isMarked }) => ({ text, isMarked })),
        );
      }
    }),
    { numRuns: 30 },
  );
  const [first] = await stemmed(TEXTS);
  const marked = first && partsOf(first, ['diffus']).filter((part) => part.isMarked);
  expect(marked?.map(({ text }) => text)).toEqual(['Diffusing', 'DIFFUSE', 'diffusion']);
});
