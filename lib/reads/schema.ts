import { z } from 'zod';

/** The wanted state of papers, so that a repeated request changes nothing. */
export const readInput = z.object({
  papers: z.array(z.int().positive()).min(1).max(100),
  read: z.boolean(),
});
export type ReadInput = z.output<typeof readInput>;
