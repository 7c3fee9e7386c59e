import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import hljs from 'highlight.js/lib/core';
import { SKIP, visit } from 'unist-util-visit';
import { LANGUAGES } from './languages';
import { isDeeperThan } from './nesting';

/**
 * Maximum length of highlighted code in a comment, in UTF-16 units: some grammars take quadratic
 * time. Longer code stays plain.
 */
const MOST = 3_000;
/** Maximum nesting of highlighting: comments in comments, strings in strings. */
const MAX_DEPTH = 20;

for (const [name, grammar] of Object.entries(LANGUAGES)) hljs.registerLanguage(name, grammar);

/** Highlights fenced code in known languages; code that its grammar fails on stays plain. */
export function highlightCode() {
  return (tree: Root): void => {
    let left = MOST;
    visit(tree, 'element', (node) => {
      if (node.tagName !== 'pre') return;
      const [code] = node.children;
      const [text] = code?.type === 'element' ? code.children : [];
      if (code?.type !== 'element' || text?.type !== 'text') return SKIP;
      left -= text.value.length;
      if (left >= 0) code.children = coloured(text.value, languageOf(code)) ?? code.children;
      return SKIP;
    });
  };
}

function coloured(code: string, language: string | null): ElementContent[] | null {
  if (language === null || !hljs.getLanguage(language)) return null;
  try {
    const { value } = hljs.highlight(code, { language, ignoreIllegals: true });
    const tree = fromHtml(value, { fragment: true });
    return isDeeperThan(tree, MAX_DEPTH) ? null : (tree.children as ElementContent[]);
  } catch {
    return null;
  }
}

function languageOf({ properties }: Element): string | null {
  const names = Array.isArray(properties.className) ? properties.className : [];
  const name = names.find((one) => String(one).startsWith('language-'));
  return name === undefined ? null : String(name).slice('language-'.length).toLowerCase();
}
