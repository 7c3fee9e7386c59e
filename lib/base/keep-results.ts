/** Characters of texts and results that are kept by one function. */
const MOST = 4_000_000;

/**
 * Returns `make` with its results kept by the very text they were made of, the ones used last, up to
 * `most` characters of texts and results (`sizeOf`). Callers share a result and must not change it.
 */
export function keepResults<T>(
  make: (text: string) => T,
  sizeOf: (result: T) => number,
  most = MOST,
): (text: string) => T {
  const kept = new Map<string, { result: T; size: number }>();
  let total = 0;
  const drop = (text: string, size: number) => {
    kept.delete(text);
    total -= size;
  };
  return (text) => {
    const known = kept.get(text);
    if (known) {
      // A Map's order is that of insertion: the first one was used longest ago.
      kept.delete(text);
      kept.set(text, known);
      return known.result;
    }
    const result = make(text);
    const size = text.length + sizeOf(result);
    if (size > most) return result;
    kept.set(text, { result, size });
    total += size;
    for (const [oldest, { size: freed }] of kept) {
      if (total <= most) break;
      drop(oldest, freed);
    }
    return result;
  };
}
