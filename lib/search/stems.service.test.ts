import { expect, it } from 'vitest';
import { useTestDatabase } from '@/db/testing/database';
import { keepWithStems } from './stems';

useTestDatabase();

it('keeps words by their stems, the same when they are known', async () => {
  const words = ['diffusion', 'diffuses', 'the', 'größe', 'x'.repeat(60), 'sampling'];
  const first = await keepWithStems(words, ['diffus', 'größe', 'the']);
  expect(first).toEqual(['diffusion', 'diffuses', 'größe']);
  expect(await keepWithStems(words, ['diffus', 'größe', 'the'])).toEqual(first);
  expect(await keepWithStems([...words, 'samples'], ['sampl'])).toEqual(['sampling', 'samples']);
  expect(await keepWithStems(words, [])).toEqual([]);
});
