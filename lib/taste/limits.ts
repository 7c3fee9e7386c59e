/** How many times its learned weight a feature can count; 1 is as learned. */
export const LEAST_FACTOR = -2;
export const MOST_FACTOR = 3;
/** Characters of a start: a .bib file of some thousand entries. */
export const LONGEST_START = 900_000;
/** Characters of a word, name or topic. */
export const LONGEST_KEY = 120;
