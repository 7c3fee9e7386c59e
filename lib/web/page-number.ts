/** The page that an address asks for, from 1 to `last`; 1 for what is no such number. */
export const pageNumber = (text: string, last: number): number =>
  /^[1-9]\d{0,3}$/.test(text) ? Math.min(Number(text), last) : 1;
