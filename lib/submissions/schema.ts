import { z } from 'zod';

/** What a reader may paste: an identifier or an address. */
export const LOOK_UP_LIMIT = 500;

export const lookUpInput = z.object({ text: z.string().trim().min(1).max(LOOK_UP_LIMIT) });
export const submitInput = z.object({ arxivId: z.string().trim().min(1).max(100) });
