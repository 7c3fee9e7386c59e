/**
 * What a table has under a key that somebody else chose: an address with `error=constructor` must
 * not reach what every object has.
 */
export const entryOf = <Value>(
  table: Readonly<Partial<Record<string, Value>>>,
  key: string,
): Value | undefined => (Object.hasOwn(table, key) ? table[key] : undefined);
