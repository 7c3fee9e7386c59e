import { z } from 'zod';

export const runJobInput = z.object({ job: z.string().regex(/^[a-z_]{1,60}$/) });
