/** The longest comment, in code points. */
export const MAX_CODE_POINTS = 10_000;

/**
 * The version of the renderer of stored HTML. Increment it when the pipeline's output changes, so
 * that older comments are rendered again.
 */
export const RENDERER_VERSION = 3;

/** The version of comments that could not be rendered and are shown as typed. */
export const SHOWN_AS_TEXT = 0;

/** Containers (quotes, lists) that a line may open, and unclosed brackets or braces at a time. */
export const MAX_CONTAINERS = 20;
export const MAX_OPEN_BRACKETS = 100;

/** Maximum depth of the tree, before and after typesetting, for browsers and recursive code. */
export const MAX_TREE_DEPTH = 60;
export const MAX_OUTPUT_DEPTH = 100;

/** Maximum HTML of a comment, in UTF-16 units. */
export const MAX_HTML = 400_000;

/** Returns whether the text has too many code points; the cheap test comes first. */
export const isTooLong = (text: string): boolean =>
  text.length > MAX_CODE_POINTS &&
  (text.length > 2 * MAX_CODE_POINTS || [...text].length > MAX_CODE_POINTS);
