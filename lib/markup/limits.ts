/** The longest comment, in code points. */
export const MAX_CODE_POINTS = 10_000;

/**
 * What made a stored comment's HTML. Raise it when the pipeline's output changes, so that older
 * comments can be found and rendered again.
 */
export const RENDERER_VERSION = 3;

/** Stands for the version where the text could not be rendered and is shown as it was typed. */
export const SHOWN_AS_TEXT = 0;

/** Containers (quotes, lists) that one line may open, and brackets or braces open at a time. */
export const MAX_CONTAINERS = 20;
export const MAX_OPEN_BRACKETS = 100;

/** Levels of the tree, before and after typesetting: browsers and recursion have their limits. */
export const MAX_TREE_DEPTH = 60;
export const MAX_OUTPUT_DEPTH = 100;

/** UTF-16 units of HTML that one comment may become. */
export const MAX_HTML = 400_000;

/** Code points, as a reader counts characters; the cheap test comes first. */
export const isTooLong = (text: string): boolean =>
  text.length > MAX_CODE_POINTS &&
  (text.length > 2 * MAX_CODE_POINTS || [...text].length > MAX_CODE_POINTS);
