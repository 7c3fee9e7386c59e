// Replaces `next/cache` in compiled programs, which run outside of Next: their reads are not
// cached, and their writes notify every instance (db/queries/invalidation.ts).
export const cacheLife = () => {};
export const cacheTag = () => {};
export const revalidateTag = () => {};
export const revalidatePath = () => {};
export const updateTag = () => {};
