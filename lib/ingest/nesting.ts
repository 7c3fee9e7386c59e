/** Levels that a JSON record may have; the records of all known formats have fewer than 10. */
const DEEPEST = 64;

/**
 * Returns whether a JSON value is nested more deeply than any record. Iterative, because recursive
 * code on such a value, `JSON.stringify` included, overflows the stack.
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

/** Returns the scalar fields of an object, with texts cut to 1,000 characters. */
export const scalarsOf = (value: unknown): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(typeof value === 'object' && value !== null ? value : {})
      .filter(([, field]) => typeof field !== 'object')
      .slice(0, 100)
      .map(([name, field]) => [name, typeof field === 'string' ? field.slice(0, 1_000) : field]),
  );
