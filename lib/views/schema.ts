import { z } from 'zod';
import { LAST_PLACE } from '@/lib/papers/paths';
import type { Seen } from './types';

/** Most papers in one beacon: twice those on a page of a feed. */
export const MOST_SEEN = 50;
/** Most bytes of a beacon. */
export const MOST_BYTES = 2_048;

const unique = (values: number[]) => new Set(values).size === values.length;

/** `{ "seen": [[paperId, place], …] }`; no paper twice, and no two at one place of a list. */
export const beaconInput = z.strictObject({
  seen: z
    .array(z.tuple([z.int().positive(), z.int().min(-LAST_PLACE).max(LAST_PLACE)]))
    .min(1)
    .max(MOST_SEEN)
    .transform((rows): Seen[] => rows.map(([paperId, place]) => ({ paperId, place })))
    .refine((seen) => unique(seen.map(({ paperId }) => paperId)))
    .refine((seen) => unique(seen.map(({ place }) => place).filter(Boolean))),
});
