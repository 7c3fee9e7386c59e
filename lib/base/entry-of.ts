/**
 * Returns the entry of a table for a key from outside, own entries only: an address with
 * `error=constructor` must not reach the prototype of every object.
 */
export const entryOf = <Value>(
  table: Readonly<Partial<Record<string, Value>>>,
  key: string,
): Value | undefined => (Object.hasOwn(table, key) ? table[key] : undefined);
