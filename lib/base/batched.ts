/**
 * Returns a function that reads one value, together with all that are asked for in the same turn of
 * the event loop: under load many requests share one round trip. `read` returns the values in the
 * order of the keys; its error is that of all of them.
 */
export function batched<K, V>(
  read: (keys: K[]) => Promise<V[]>,
  most: number,
): (key: K) => Promise<V> {
  let open: { keys: K[]; values: Promise<V[]> } | null = null;
  const start = () => {
    const keys: K[] = [];
    const values = new Promise<void>((turn) => setImmediate(turn)).then(() => {
      if (open?.keys === keys) open = null;
      return read(keys);
    });
    return { keys, values };
  };
  return async (key) => {
    if (!open || open.keys.length >= most) open = start();
    const { keys, values } = open;
    const at = keys.push(key) - 1;
    return (await values)[at] as V;
  };
}
