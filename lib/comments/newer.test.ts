import { expect, it } from 'vitest';
import { FIRST_PAUSE, newerThan, nextPause } from './newer';

const at = (minute: number) => new Date(Date.UTC(2026, 6, 15, 12, minute)).toISOString();
const said = [
  { id: 4, handle: 'own', at: at(9) },
  { id: 3, handle: null, at: at(7) },
  { id: 2, handle: 'other', at: at(5) },
  { id: 1, handle: 'other', at: at(1) },
];

it.each([
  [at(0), null, [1, 2, 3, 4]],
  [at(1), null, [2, 3, 4]],
  [at(1), 'own', [2, 3]],
  [at(7), 'own', []],
  [at(9), null, []],
])('after %s and for %s it tells of %j', (since, own, ids) => {
  expect(newerThan(said, since, own).map(({ id }) => id)).toEqual(ids);
});

it('asks less and less often, and never stops', () => {
  let pause = FIRST_PAUSE;
  for (let looks = 0; looks < 50; looks += 1) {
    const next = nextPause(pause);
    expect(next).toBeGreaterThanOrEqual(pause);
    pause = next;
  }
  expect(pause).toBe(10 * 60_000);
});
