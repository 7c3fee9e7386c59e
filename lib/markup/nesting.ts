import { MAX_CONTAINERS, MAX_OPEN_BRACKETS } from './limits';

const CONTAINER = /[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))/y;

/**
 * Returns whether the nesting of a text could overflow the stack of the parser or take superlinear
 * time. Reads each character once and may give false positives.
 */
export function isNestedTooDeeply(markdown: string): boolean {
  return markdown.split(/\r\n?|\n/).some(opensTooMany) || leavesOpenTooMany(markdown);
}

function opensTooMany(line: string): boolean {
  CONTAINER.lastIndex = 0;
  let opened = 0;
  while (CONTAINER.test(line)) {
    opened += 1;
    if (opened > MAX_CONTAINERS) return true;
  }
  return false;
}

/** Square brackets may be links, and braces TeX arguments; both are parsed recursively. */
function leavesOpenTooMany(markdown: string): boolean {
  let square = 0;
  let curly = 0;
  for (const character of markdown) {
    if (character === '[') square += 1;
    else if (character === ']') square = Math.max(0, square - 1);
    else if (character === '{') curly += 1;
    else if (character === '}') curly = Math.max(0, curly - 1);
    if (square > MAX_OPEN_BRACKETS || curly > MAX_OPEN_BRACKETS) return true;
  }
  return false;
}

type Tree = { type: string };

/** Returns whether a syntax tree has more levels than `limit`; iterative. */
export function isDeeperThan(tree: Tree, limit: number): boolean {
  let level = [tree];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true;
    level = level.flatMap((node) =>
      'children' in node && Array.isArray(node.children) ? (node.children as Tree[]) : [],
    );
  }
  return false;
}
