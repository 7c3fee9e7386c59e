import type { Element, Root } from 'hast';
import rehypeHighlight from 'rehype-highlight';
import type { Plugin } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { isDeeperThan } from './nesting';

/**
 * Code units of one comment that are coloured: some grammars take a time that grows with the square
 * of the text. What is longer stays plain.
 */
const MOST = 4_000;
/** Levels that colours may nest: comments in comments, strings in strings. */
const MAX_DEPTH = 20;

/** Colours fences of a language that is known; code that its grammar fails at stays plain. */
export const highlightCode: Plugin<[], Root> = () => {
  const highlight = rehypeHighlight();
  return (tree, file) => {
    let left = MOST;
    visit(tree, 'element', (node) => {
      if (node.tagName !== 'pre') return;
      left -= lengthOf(node);
      if (left >= 0) node.children = coloured(node) ?? node.children;
      return SKIP;
    });

    function coloured(node: Element): Element['children'] | null {
      const copy: Root = { type: 'root', children: [structuredClone(node)] };
      try {
        highlight(copy, file);
      } catch {
        return null;
      }
      const [pre] = copy.children;
      return pre?.type === 'element' && !isDeeperThan(copy, MAX_DEPTH) ? pre.children : null;
    }
  };
};

const lengthOf = (pre: Element): number => {
  const [code] = pre.children;
  const [text] = code?.type === 'element' ? code.children : [];
  return text?.type === 'text' ? text.value.length : 0;
};
