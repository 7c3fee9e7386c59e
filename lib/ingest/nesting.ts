/** Levels that a JSON record may have; the records of all known formats have fewer than 10. */
const DEEPEST = 64;

/**
 * Whether a value from JSON is nested more deeply than any record. Without recursion: what reads
 * or writes such a value recursively, `JSON.stringify` too, overflows the stack.
 */
export function isNestedDeeply(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((one) =>
      typeof one === 'object' && one !== null ? Object.values(one) : [],
    );
  }
  return false;
}

/** The fields of an object that are no objects themselves, texts cut to 1,000 characters. */
export const scalarsOf = (value: unknown): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(typeof value === 'object' && value !== null ? value : {})
      .filter(([, field]) => typeof field !== 'object')
      .slice(0, 100)
      .map(([name, field]) => [name, typeof field === 'string' ? field.slice(0, 1_000) : field]),
  );
