import { expect, test } from 'vitest';
import { inventedExample } from './example';
import { DEFAULT_SCALE, scoreOf } from './trending';

test('the invented example adds up at any time', () => {
  for (const now of [Date.UTC(2026, 0, 1), Date.UTC(2036, 5, 5, 5)]) {
    const { rated, paper, asOf } = inventedExample(now);
    const listedAt = Date.parse(rated.listedAt);
    expect(rated.score).toBeCloseTo(scoreOf({ ...rated, listedAt }, DEFAULT_SCALE), 9);
    expect([Date.parse(asOf), now - listedAt]).toEqual([now, 30 * 3_600_000]);
    expect(paper).toBeNull();
  }
});
