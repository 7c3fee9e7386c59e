type Placed = { id: number; slug: string; removed: boolean };

/**
 * Returns the order of a collection's papers after a move to a place, counted from 1 among the
 * visible ones; beyond the last place, the paper comes last.
 */
export function moved(all: Placed[], { paper, to }: { paper: string; to: number }): number[] {
  const one = all.find(({ slug }) => slug === paper);
  if (!one) return all.map(({ id }) => id);
  const others = all.filter((other) => other !== one);
  const next = others.filter(({ removed }) => !removed)[to - 1];
  const at = next ? others.indexOf(next) : others.length;
  return [...others.slice(0, at), one, ...others.slice(at)].map(({ id }) => id);
}
