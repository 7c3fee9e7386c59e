type Placed = { id: number; slug: string; removed: boolean };

/**
 * The order of a collection's papers after one has been moved to a place, counted from 1 among
 * those that show; beyond the last one it comes last.
 */
export function moved(all: Placed[], { paper, to }: { paper: string; to: number }): number[] {
  const one = all.find(({ slug }) => slug === paper);
  if (!one) return all.map(({ id }) => id);
  const others = all.filter((other) => other !== one);
  const next = others.filter(({ removed }) => !removed)[to - 1];
  const at = next ? others.indexOf(next) : others.length;
  return [...others.slice(0, at), one, ...others.slice(at)].map(({ id }) => id);
}
