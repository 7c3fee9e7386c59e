import { LIMITS, type Limits, type Slots } from './ceiling';
import type { Seen } from './types';

/** A view that its instance admitted, within the hour that starts at `hour` (ms since 1970). */
export type Admitted = Seen & { hour: number; slots: Slots };

/** Adds to counters that all instances share; returns what each held before. */
export type CountSlots = (hour: number, added: Map<number, number>) => Promise<Map<number, number>>;

/**
 * Returns those of the views that one instance would have admitted if it had received the views of
 * all. Two calls of `count` per hour in `views`. A network's total contains only what the limit per
 * paper lets pass, as in an instance itself.
 */
export async function settleViews<T extends Admitted>(
  views: T[],
  count: CountSlots,
  limits: Limits = LIMITS,
): Promise<T[]> {
  const settled: T[] = [];
  for (const hour of new Set(views.map((view) => view.hour))) {
    const own = views.filter((view) => view.hour === hour);
    const fresh = await below(limits.perPaper, own, 'paper', count);
    settled.push(...(await below(limits.perNetwork, fresh, 'network', count)));
  }
  return settled;
}

async function below<T extends Admitted>(
  limit: number,
  views: T[],
  kind: keyof Slots,
  count: CountSlots,
): Promise<T[]> {
  const [first] = views;
  if (!first) return [];
  const added = new Map<number, number>();
  for (const { slots } of views) added.set(slots[kind], (added.get(slots[kind]) ?? 0) + 1);
  const counted = await count(first.hour, added);
  return views.filter(({ slots }) => {
    const before = counted.get(slots[kind]) ?? 0;
    counted.set(slots[kind], before + 1);
    return before < limit;
  });
}
