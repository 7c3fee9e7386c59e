import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { type Known, readReferences, slugOfAddress } from './references';

export type LinkOptions = {
  known: Known;
  /** Collects the handles that became links, in lower case. */
  mentioned: Set<string>;
};

const ALONE = new Set(['code', 'pre', 'math']);

/**
 * Links the handles of existing users, and papers that are here by their titles; also a bare
 * address of such a paper's page.
 */
export function linkReferences() {
  return (tree: Root, file: { data: unknown }): void => linkWithin(tree, file.data as LinkOptions);
}

function linkWithin(tree: Root, options: LinkOptions): void {
  visit(tree, (node, index, parent) => {
    if (node.type === 'element') {
      if (node.tagName === 'blockquote') {
        // Mentions in a quotation were notified by the quoted comment.
        linkWithin({ type: 'root', children: node.children }, { ...options, mentioned: new Set() });
        return SKIP;
      }
      if (node.tagName === 'a') unfold(node, options.known);
      return node.tagName === 'a' || ALONE.has(node.tagName) ? SKIP : undefined;
    }
    if (node.type !== 'text' || !parent || index === undefined) return;
    const linked = linkText(node.value, options);
    if (!linked) return;
    parent.children.splice(index, 1, ...linked);
    return index + linked.length;
  });
}

/** Returns the text with its links, or null if it has none. */
function linkText(text: string, { known, mentioned }: LinkOptions): ElementContent[] | null {
  const parts: ElementContent[] = [];
  let end = 0;
  for (const { at, text: named, handle, slug } of readReferences(text)) {
    let made: Element | null = null;
    if (handle !== undefined && known.handles.includes(handle)) {
      made = link(`/u/${handle}`, 'mention', `@${handle}`);
      mentioned.add(handle);
    } else if (slug !== undefined && Object.hasOwn(known.titles, slug)) {
      made = link(`/papers/${slug}`, 'paper-link', known.titles[slug] ?? named);
    }
    if (!made) continue;
    if (at > end) parts.push({ type: 'text', value: text.slice(end, at) });
    parts.push(made);
    end = at + named.length;
  }
  if (end === 0) return null;
  if (end < text.length) parts.push({ type: 'text', value: text.slice(end) });
  return parts;
}

/** Replaces the text of a link to a paper here by its title if it is just the address. */
function unfold(node: Element, known: Known): void {
  const [child] = node.children;
  const href = String(node.properties.href ?? '');
  if (node.children.length !== 1 || child?.type !== 'text' || child.value !== href) return;
  const slug = slugOfAddress(href, known.site);
  if (slug === null || !Object.hasOwn(known.titles, slug)) return;
  node.properties = { href: `/papers/${slug}`, className: ['paper-link'] };
  child.value = known.titles[slug] ?? child.value;
}

const link = (href: string, name: string, words: string): Element => ({
  type: 'element',
  tagName: 'a',
  properties: { href, className: [name] },
  children: [{ type: 'text', value: words }],
});
