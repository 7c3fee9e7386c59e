import type { Element, ElementContent, Root, Text } from 'hast';

/** Prefix for the ids of a comment's footnotes, which would collide between two comments. */
export type ShapeOptions = { namespace: string };

type Parent = Root | Element;
type Scope = { source: string; footnoteId: (id: string) => string; headings: number[] };

const isElement = (node: { type: string }, name?: string): node is Element =>
  node.type === 'element' && (name === undefined || (node as Element).tagName === name);

const text = (value: string): Text => ({ type: 'text', value });

/** Transforms the output of Markdown for comments; sanitizing comes later. */
export function shape() {
  return (tree: Root, file: { value: unknown; data: unknown }): void => {
    const { namespace } = file.data as ShapeOptions;
    const ids = new Map<string, number>();
    const footnoteId = (id: string) => {
      const [, kind = 'fn', name = ''] = /^#?note-(fnref|fn)-(.*)$/.exec(id) ?? [];
      // Each reference has its own anchor, and each note one that all of its references link to.
      const key = `${kind}-${name}`;
      if (!ids.has(key)) ids.set(key, ids.size + 1);
      return `${namespace}-${kind}-${ids.get(key)}`;
    };
    reshape(tree, { source: String(file.value), footnoteId, headings: [] }, false);
  };
}

function reshape(parent: Parent, scope: Scope, inLink: boolean): void {
  const children: ElementContent[] = [];
  for (const child of parent.children as ElementContent[]) {
    if (!isElement(child)) {
      children.push(child);
      continue;
    }
    const shaped = shapeElement(child, scope, inLink);
    if (isElement(shaped)) reshape(shaped, scope, inLink || shaped.tagName === 'a');
    // Nested links are invalid HTML, and a link without an address is none: both become text.
    if (isElement(shaped, 'a') && (inLink || !shaped.properties.href)) {
      children.push(...shaped.children);
    } else if (isElement(shaped, 'table')) children.push(scroller(shaped));
    else children.push(shaped);
  }
  parent.children = children;
}

function shapeElement(node: Element, scope: Scope, inLink: boolean): Element | Text {
  const { properties } = node;
  if (node.tagName === 'img') return imageAsLink(node, inLink);
  if (node.tagName === 'input') return text(properties.checked ? '☑' : '☐');
  if (node.tagName === 'li' && properties.id) {
    properties.id = scope.footnoteId(String(properties.id));
  }
  if (node.tagName === 'a') shapeLink(node, scope);
  if (node.tagName === 'pre') properties.tabIndex = 0;
  if (/^h[1-6]$/.test(node.tagName)) node.tagName = `h${demote(node, scope.headings)}`;
  if (isDisplayedInline(node, scope.source)) {
    properties.className = ['language-math', 'math-display'];
  }
  return node;
}

/** Wraps wide content so that it scrolls by itself, also by keyboard. */
const scroller = (table: Element): Element => ({
  type: 'element',
  tagName: 'div',
  properties: { className: ['scroll'], tabIndex: 0 },
  children: [table],
});

function imageAsLink({ properties }: Element, inLink: boolean): Element | Text {
  const address = String(properties.src ?? '');
  const words = text(String(properties.alt ?? '') || address);
  if (inLink) return words;
  const link: Element = {
    type: 'element',
    tagName: 'a',
    properties: { href: address },
    children: [words],
  };
  setAddress(link);
  return link;
}

function shapeLink(node: Element, scope: Scope): void {
  const { properties } = node;
  if ('dataFootnoteRef' in properties || 'dataFootnoteBackref' in properties) {
    properties.href = `#${scope.footnoteId(String(properties.href))}`;
    if (properties.id) properties.id = scope.footnoteId(String(properties.id));
    return;
  }
  setAddress(node);
}

/**
 * Keeps complete web and mail addresses only, in the URL parser's spelling; other links become
 * text.
 */
function setAddress(node: Element): void {
  const href = String(node.properties.href ?? '');
  const url = URL.canParse(href) ? new URL(href) : null;
  if (url && ['http:', 'https:', 'mailto:'].includes(url.protocol)) {
    node.properties = { href: url.href, rel: ['nofollow', 'ugc', 'noopener'] };
  } else {
    node.properties = {};
  }
}

/** Returns the level below the page's own two, without skipping one. */
function demote(node: Element, open: number[]): number {
  const level = Number(node.tagName.slice(1));
  while ((open.at(-1) ?? 0) >= level) open.pop();
  open.push(level);
  return Math.min(6, open.length + 2);
}

/** Inline `$$x$$` and `\[x\]` are displayed too, as in TeX. */
function isDisplayedInline(node: Element, source: string): boolean {
  const { className } = node.properties;
  const start = node.position?.start.offset;
  return (
    Array.isArray(className) &&
    className.includes('math-inline') &&
    start !== undefined &&
    (source.startsWith('$$', start) || source.startsWith('\\[', start))
  );
}
