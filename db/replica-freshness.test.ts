import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFreshness } from './replica-freshness';

const LAG = 5_000;

function site() {
  const at = { now: 0, invalidated: 0 };
  const freshness = createFreshness({
    maxLag: LAG,
    count: () => at.invalidated,
    now: () => at.now,
  });
  return { at, ...freshness };
}

test('nothing is used before the primary has said its position', () => {
  expect(site().stateOf(99n)).toBe('lagging');
});

test('an idle primary makes no replica look behind', () => {
  const { at, add, stateOf, lagOf } = site();
  for (; at.now < 60_000; at.now += 1_000) add(100n, 0);
  expect(stateOf(100n)).toBe('used');
  expect(lagOf(100n)).toBe(0);
});

test('a replica that stops is left out after the lag, and used again once it has caught up', () => {
  const { at, add, stateOf, lagOf } = site();
  const states: string[] = [];
  for (let n = 1; n <= 8; n++, at.now += 1_000) {
    add(BigInt(n * 10), 0);
    states.push(stateOf(20n));
  }
  expect(states).toEqual([...Array(7).fill('used'), 'lagging']);
  expect(lagOf(20n)).toBe(6);
  expect(stateOf(80n)).toBe('used');
});

test('a primary that is away leaves those in use that have all it wrote', () => {
  const { at, add, stateOf } = site();
  add(10n, 0);
  add(20n, 0);
  at.now += 600_000;
  expect([stateOf(20n), stateOf(19n)]).toEqual(['used', 'lagging']);
});

test('after an invalidation only replicas that have replayed it are used', () => {
  const { at, add, stateOf } = site();
  add(10n, 0);
  at.invalidated = 1;
  // Where it is in the log is not known yet.
  expect(stateOf(1_000n)).toBe('catching-up');
  add(30n, 1);
  expect([stateOf(29n), stateOf(30n)]).toEqual(['catching-up', 'used']);
  // Later writes invalidate nothing.
  add(90n, 1);
  expect(stateOf(30n)).toBe('used');
});

type Step = { kind: 'write' | 'invalidate' | 'check'; after: number };
const steps = fc.array(
  fc.record<Step>({
    kind: fc.constantFrom('write', 'invalidate', 'check'),
    after: fc.integer({ min: 0, max: 1_000 }),
  }),
  { maxLength: 80 },
);

test('a used replica has every invalidated write and all that is older than the lag', () => {
  fc.assert(
    fc.property(steps, fc.bigInt({ min: 0n, max: 60n }), (all, replayed) => {
      const { at, add, stateOf } = site();
      const writes: { at: number; end: bigint; invalidates: boolean }[] = [];
      const check = () => add(BigInt(writes.length), at.invalidated);
      let checkedAt = 0;
      check();
      for (const { kind, after } of all) {
        at.now += after;
        // As in use, a check at least every second.
        if (kind === 'check' || at.now - checkedAt >= 1_000) {
          check();
          checkedAt = at.now;
        }
        if (kind !== 'check') {
          const invalidates = kind === 'invalidate';
          writes.push({ at: at.now, end: BigInt(writes.length + 1), invalidates });
          at.invalidated += Number(invalidates);
        }
        if (stateOf(replayed) !== 'used') continue;
        for (const write of writes) {
          if (write.invalidates || write.at < at.now - LAG - 2_000)
            expect(replayed).toBeGreaterThanOrEqual(write.end);
        }
      }
    }),
  );
});
