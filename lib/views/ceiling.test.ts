import { expect, test } from 'vitest';
import { createCeiling, LIMITS } from './ceiling';
import { HOUR } from './tally';

const NOON = Date.UTC(2026, 6, 1, 12);
const papers = (...ids: number[]) => ids.map((paperId) => ({ paperId }));

test('limits the views of one network for a paper per hour', () => {
  const admit = createCeiling({ limits: { ...LIMITS, perPaper: 3 } });
  const got = Array.from({ length: 10 }, () => admit('192.0.2.1', papers(1, 2), NOON).length);
  expect(got).toEqual([2, 2, 2, 0, 0, 0, 0, 0, 0, 0]);
  expect(admit('192.0.2.2', papers(1), NOON)).toHaveLength(1);
  expect(admit('192.0.2.1', papers(1), NOON + HOUR)).toHaveLength(1);
});

test('limits the views of one network for all papers', () => {
  const admit = createCeiling({ limits: { ...LIMITS, perNetwork: 100 } });
  const ids = Array.from({ length: 1_000 }, (_, i) => i + 1);
  expect(admit('192.0.2.1', papers(...ids), NOON)).toHaveLength(100);
  expect(admit('192.0.2.2', papers(7), NOON)).toHaveLength(1);
});

test('hardly ever affects other networks', () => {
  const admit = createCeiling();
  let admitted = 0;
  for (let n = 0; n < 4_000; n++) {
    const ids = Array.from({ length: 25 }, (_, i) => 1_000_000 + i);
    admitted += admit(`10.0.${n >> 8}.${n & 255}`, papers(...ids), NOON).length;
  }
  expect(admitted).toBeGreaterThan(100_000 * 0.999);
});

test('accepts ids that differ only above 32 bits', () => {
  const admit = createCeiling({ limits: { ...LIMITS, perPaper: 1 } });
  expect(admit('192.0.2.1', papers(Number.MAX_SAFE_INTEGER, 1, 2 ** 31), NOON)).toHaveLength(3);
});

test('instances with one key share slots for an hour, and none beyond it', () => {
  const slots = (key: string, now: number) =>
    createCeiling({ key: Buffer.from(key) })('192.0.2.1', papers(1), now)[0]?.slots;
  expect(slots('one', NOON)).toEqual(slots('one', NOON + HOUR - 1));
  expect(slots('one', NOON)).not.toEqual(slots('one', NOON + HOUR));
  expect(slots('one', NOON)).not.toEqual(slots('two', NOON));
});
