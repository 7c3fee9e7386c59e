import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCeiling } from './ceiling';
import { type Admitted, type CountSlots, settleViews } from './settle';
import { HOUR } from './tally';

const NOON = Date.UTC(2026, 6, 1, 12);
const LIMITS = { perPaper: 3, perNetwork: 7 };
const KEY = Buffer.from('shared');

/** Counters that instances share, as the database keeps them. */
function sharedCounters(): CountSlots {
  const stored = new Map<string, number>();
  return async (hour, added) => {
    const before = new Map<number, number>();
    for (const [slot, views] of added) {
      before.set(slot, stored.get(`${hour} ${slot}`) ?? 0);
      stored.set(`${hour} ${slot}`, (before.get(slot) ?? 0) + views);
    }
    return before;
  };
}

type Visit = { instance: number; network: string; paperId: number; flush: boolean };

const visits = fc.array(
  fc.record<Visit>({
    instance: fc.nat(3),
    network: fc.constantFrom('192.0.2.1', '192.0.2.2'),
    paperId: fc.integer({ min: 1, max: 4 }),
    flush: fc.boolean(),
  }),
  { maxLength: 120 },
);

async function countOver(instances: number, all: Visit[]): Promise<Admitted[]> {
  const count = sharedCounters();
  const admits = Array.from({ length: instances }, () =>
    createCeiling({ key: KEY, limits: LIMITS }),
  );
  const waiting = admits.map((): Admitted[] => []);
  const settled: Admitted[] = [];
  const flush = async (at: number) =>
    settled.push(...(await settleViews(waiting[at]?.splice(0) ?? [], count, LIMITS)));
  for (const { instance, network, paperId, flush: now } of all) {
    const at = instance % instances;
    const seen = [{ paperId, place: 0 }];
    for (const view of admits[at]?.(network, seen, NOON) ?? [])
      waiting[at]?.push({ ...view, hour: NOON });
    if (now) await flush(at);
  }
  for (let at = 0; at < instances; at++) await flush(at);
  return settled;
}

const countBy = (views: Admitted[], key: (view: Admitted) => string) => {
  const counts = new Map<string, number>();
  for (const view of views) counts.set(key(view), (counts.get(key(view)) ?? 0) + 1);
  return counts;
};
const byPaper = (views: Admitted[]) =>
  countBy(views, ({ slots }) => `${slots.network} ${slots.paper}`);
const byNetwork = (views: Admitted[]) => countBy(views, ({ slots }) => `${slots.network}`);

test('several instances together admit what one does', async () => {
  await fc.assert(
    fc.asyncProperty(visits, async (all) => {
      const [one, four] = [await countOver(1, all), await countOver(4, all)];
      // Which papers fill the total of a network depends on the order of the flushes.
      expect(byNetwork(four)).toEqual(byNetwork(one));
      for (const views of byPaper(four).values())
        expect(views).toBeLessThanOrEqual(LIMITS.perPaper);
      if ([...byNetwork(one).values()].every((views) => views < LIMITS.perNetwork))
        expect(byPaper(four)).toEqual(byPaper(one));
    }),
  );
});

test('hours are counted separately, in two calls each', async () => {
  const calls: number[] = [];
  const count = sharedCounters();
  const view = { paperId: 1, place: 2, slots: { paper: 1, network: 9 } };
  const hours = [NOON, NOON + HOUR, NOON, NOON, NOON, NOON + HOUR];
  const settled = await settleViews(
    hours.map((hour) => ({ ...view, hour })),
    (hour, added) => {
      calls.push(hour);
      return count(hour, added);
    },
    LIMITS,
  );
  expect(settled.map(({ hour }) => hour)).toEqual([
    ...Array(3).fill(NOON),
    NOON + HOUR,
    NOON + HOUR,
  ]);
  expect(calls).toEqual([NOON, NOON, NOON + HOUR, NOON + HOUR]);
});
