/** Characters of a compound above which it may break; it would not fit a phone otherwise. */
const LONGEST = 24;
const COMPOUND = /([^\s-]+(?:-[^\s-]+)+)/;

/**
 * On the narrowest phones compounds may break: beside its tile a title has 170 pixels there. CSS
 * cannot forbid a break at a hyphen, and substitute characters would end up in copied text.
 */
export const WHOLE = 'min-[22rem]:whitespace-nowrap';

/** Splits a title at its compounds (`Text-to-Image`); `isWhole` ones must not break at a hyphen. */
export const splitCompounds = (text: string): { text: string; isWhole: boolean }[] =>
  text
    .split(COMPOUND)
    .map((part, at) => ({ text: part, isWhole: at % 2 === 1 && part.length <= LONGEST }));
