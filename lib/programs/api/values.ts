import { z } from 'zod';

// Kinds of values that several responses of the API have.

export const hexId = z.string().regex(/^[0-9a-f]{24}$/);
export const time = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  .describe('UTC, with three digits of a second.');
export const count = z.int().min(0);
export const webAddress = z.string().regex(/^https?:\/\//);

export const picture = z
  .string()
  .regex(/^(?:https?:\/)?\//)
  .describe('An address, or a path on the site in `site`.');
