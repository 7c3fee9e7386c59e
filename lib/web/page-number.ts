/** Parses a page number from 1 to `last`; anything else is 1. */
export const pageNumber = (text: string, last: number): number =>
  /^[1-9]\d{0,3}$/.test(text) ? Math.min(Number(text), last) : 1;
