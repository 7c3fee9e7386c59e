// Stands in for `next/cache` in compiled programs, which run outside of Next: what they read is not
// cached there, and what they write is announced to every instance (db/queries/invalidation.ts).
export const cacheLife = () => {};
export const cacheTag = () => {};
export const revalidateTag = () => {};
export const revalidatePath = () => {};
export const updateTag = () => {};
