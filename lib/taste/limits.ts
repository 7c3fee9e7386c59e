/** Range of factors of a learned weight; 1 leaves it unchanged. */
export const LEAST_FACTOR = -2;
export const MOST_FACTOR = 3;
/** Most characters of a start: a .bib file of some thousand entries. */
export const LONGEST_START = 900_000;
/** Most characters of a word, name or topic. */
export const LONGEST_KEY = 120;
