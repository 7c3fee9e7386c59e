import { MAX_CONTAINERS, MAX_OPEN_BRACKETS } from './limits';

const CONTAINER = /[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))/y;

/**
 * Whether text is nested so deeply that parsing it would overflow the stack or take time that
 * grows faster than the text. Looks at each character once and may err on the safe side.
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

/** Square brackets make links, braces make arguments of TeX; both are parsed recursively. */
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

/** Whether a syntax tree has more levels than `limit`; walks it without recursion. */
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
