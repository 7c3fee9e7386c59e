import { beforeEach, describe, expect, it } from 'vitest';
import { db, rawSql } from '../client';
import { useTestDatabase } from '../testing/database';
import { emptyTables } from '../testing/empty';
import { backOff, noteSuccess, takeTurn } from './source-states';

useTestDatabase();
beforeEach(async () => {
  await emptyTables('source_states');
});

const turn = (patience: number) => takeTurn(db(), 'arxiv', { interval: 3, patience });

describe('takeTurn', () => {
  it('spaces concurrent callers and rejects those whose wait is too long', async () => {
    // Intervals of minutes: the callers' own delays are seconds at most.
    const timing = { interval: 300, patience: 700 };
    const turns = await Promise.all([1, 2, 3, 4, 5].map(() => takeTurn(db(), 'arxiv', timing)));
    const inIntervals = (wait: number) => Math.round(wait / 300_000);
    const waits = turns.filter(({ allowed }) => allowed).map(({ wait }) => inIntervals(wait));
    expect(waits.sort()).toEqual([0, 1, 2]);
    const away = turns.filter(({ allowed }) => !allowed);
    expect(away.map(({ wait }) => inIntervals(wait))).toEqual([3, 3]);
  });

  it('keeps sources independent', async () => {
    await turn(0);
    expect(await takeTurn(db(), 'huggingface', { interval: 3, patience: 0 })).toEqual({
      allowed: true,
      wait: expect.closeTo(0, -2),
    });
  });
});

describe('backOff', () => {
  const seconds = async () => Math.round((await turn(0)).wait / 1000);

  it('waits as long as the source requests', async () => {
    await backOff(db(), 'arxiv', { interval: 3, retryAfter: 120 });
    expect(await seconds()).toBe(120);
    await backOff(db(), 'arxiv', { interval: 3, retryAfter: 1 });
    expect(await seconds()).toBe(120);
  });

  it('otherwise doubles the wait with every failure until a success, up to five minutes', async () => {
    const waits: number[] = [];
    for (let n = 0; n < 9; n++) {
      await backOff(db(), 'arxiv', { interval: 3, retryAfter: null });
      waits.push(await seconds());
      await rawSql()`update source_states set next_allowed_at = now()`;
    }
    expect(waits).toEqual([3, 6, 12, 24, 48, 96, 192, 300, 300]);
    await noteSuccess(db(), 'arxiv');
    await backOff(db(), 'arxiv', { interval: 3, retryAfter: null });
    expect(await seconds()).toBe(3);
  });
});
