import { expect, test } from 'vitest';
import { inventedExample } from './example';
import { heat } from './trending';

test('the invented example adds up, at any time', () => {
  for (const now of [Date.UTC(2026, 0, 1), Date.UTC(2036, 5, 5, 5)]) {
    const { composition, score, latest, paper } = inventedExample(now);
    const sum = composition.reduce((total, part) => total + part.heat, 0);
    expect(sum).toBeCloseTo(heat(score, now), 9);
    expect(composition.map(({ part, events }) => [part, events])).toEqual([
      ['lastDay', 7],
      ['lastWeek', 3],
      ['comments', 1],
      ['submission', 1],
    ]);
    expect(latest.map(({ kind, at }) => [kind, (now - Number(at)) / 3_600_000])).toEqual([
      ['submission', 30],
      ['upvote', 0.5],
      ['comment', 6],
    ]);
    expect(paper).toBeNull();
  }
});
