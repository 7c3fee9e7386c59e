import { EXTRA_FIELDS, type Typed } from './schema';

/** Returns whether the collapsible part of the form has any text. */
export const hasExtras = (typed: Typed): boolean =>
  EXTRA_FIELDS.some((name) => (typed[name] ?? '').trim() !== '');
