import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import katex, { type KatexOptions } from 'katex';
import { visit } from 'unist-util-visit';
import { withAlphabets } from './math-alphabets';
import { MATH_MACROS, withPercentSigns } from './math-macros';

/** Sizes in em, and expansions per formula. TeX for links, classes or images is an error. */
const OPTIONS: KatexOptions = {
  output: 'mathml',
  throwOnError: true,
  strict: 'ignore',
  trust: () => {
    throw new Error('not allowed here');
  },
  maxSize: 20,
  maxExpand: 1_000,
};

/** Length of TeX that fits any screen, in characters. */
const SHORT = 30;

/**
 * Typesets the nodes of remark-math and fences of `math`; shows the source of formulas that KaTeX
 * rejects.
 */
export function typesetMath() {
  return (tree: Root): void => {
    visit(tree, 'element', (node, index, parent) => {
      if (!parent || index === undefined) return;
      const [child] = node.children;
      // A math block is a `code` in a `pre`, which is replaced as a whole.
      const marked =
        node.tagName === 'pre' && child?.type === 'element' && isMath(child) ? child : node;
      if (!isMath(marked)) return;
      const inline = marked === node && !classes(marked).includes('math-display');
      parent.children.splice(index, 1, ...typeset(textOf(marked), inline));
      return index + 1;
    });
  };
}

const classes = (node: Element): unknown[] =>
  Array.isArray(node.properties.className) ? node.properties.className : [];

const isMath = (node: Element): boolean =>
  node.tagName === 'code' && classes(node).includes('language-math');

const textOf = (node: Element): string =>
  node.children.map((child) => (child.type === 'text' ? child.value : '')).join('');

function typeset(tex: string, inline: boolean): ElementContent[] {
  try {
    const html = withAlphabets(
      katex.renderToString(withPercentSigns(tex), {
        ...OPTIONS,
        macros: { ...MATH_MACROS },
        displayMode: !inline,
      }),
    );
    const [wrapper] = fromHtml(html, { fragment: true }).children;
    if (!isElement(wrapper)) return [];
    const [math] = wrapper.children;
    // A wide display formula scrolls, also by keyboard.
    if (!inline && tex.length > SHORT && isElement(math)) math.properties.tabIndex = 0;
    return wrapper.children;
  } catch {
    return [source(tex, inline)];
  }
}

const isElement = (node: RootContent | undefined): node is Element => node?.type === 'element';

function source(tex: string, inline: boolean): Element {
  const code: Element = {
    type: 'element',
    tagName: 'code',
    properties: { className: ['math-source'] },
    children: [{ type: 'text', value: tex }],
  };
  return inline
    ? code
    : { type: 'element', tagName: 'pre', properties: { tabIndex: 0 }, children: [code] };
}
