/** Megabytes of rendered pages, which are kept compressed, unless the configuration says otherwise. */
const USUAL = 96;

/** Returns the bytes of rendered pages that are kept, by the text of PAGE_CACHE_MB. */
export const pageCacheBytes = (megabytes: string | undefined): number =>
  (Number(megabytes) || USUAL) * 1024 * 1024;
