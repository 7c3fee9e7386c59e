import { expect, it } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { LazyOrder } from './order';

it('is the sorted order, however it is read', () => {
  const values = fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 200 });
  const reads = fc.array(fc.tuple(fc.nat({ max: 220 }), fc.nat({ max: 40 })));
  fc.assert(
    fc.property(values, reads, (all, ranges) => {
      const ahead = (a: number, b: number) => (all[b] as number) - (all[a] as number) || a - b;
      const sorted = all.map((_, at) => at).sort(ahead);
      const order = new LazyOrder(all.length, (a, b) => ahead(a, b) < 0);
      for (const [from, count] of ranges) {
        expect(order.slice(from, from + count)).toEqual(sorted.slice(from, from + count));
      }
      expect(order.slice(0, all.length)).toEqual(sorted);
    }),
  );
});
