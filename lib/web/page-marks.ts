/** A word that no page has, and that looks the same in HTML, in an address and in a script. */
export const markOf = (name: string): string => `zz${name}zz`;

/** Name and content of the field that is replaced by those for reference managers. */
export const CITATION = markOf('citation');
