import { EXTRA_FIELDS, type Typed } from './schema';

/** Whether the part of the form that may stay closed has anything in it. */
export const hasExtras = (typed: Typed): boolean =>
  EXTRA_FIELDS.some((name) => (typed[name] ?? '').trim() !== '');
