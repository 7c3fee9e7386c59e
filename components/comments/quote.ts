/** The last selection inside a comment; moving the focus clears the browser's own. */
let selected: { commentId: number; markdown: string } | null = null;

const COMMENT = /^comment-(\d+)$/;

/** Tracks the selection inside comments. Returns a function that stops tracking. */
export function watchSelection(): () => void {
  const look = () => {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) return;
    const range = selection.getRangeAt(0);
    const node = range.commonAncestorContainer;
    const element = node instanceof Element ? node : node.parentElement;
    const article = element?.closest('.prose')?.closest('article');
    const id = COMMENT.exec(article?.id ?? '')?.[1];
    if (id) selected = { commentId: Number(id), markdown: toMarkdown(range.cloneContents()) };
  };
  // Picks up a selection made before hydration.
  look();
  document.addEventListener('selectionchange', look);
  return () => document.removeEventListener('selectionchange', look);
}

/** Returns the selection in this comment, or else its whole text, as a Markdown quotation. */
export function quoteOf(commentId: number): string {
  const whole = document.querySelector(`#comment-${commentId} .prose`);
  const markdown =
    selected?.commentId === commentId && selected.markdown
      ? selected.markdown
      : whole
        ? toMarkdown(whole)
        : '';
  if (!markdown) return '';
  return `${markdown.replace(/^/gm, '> ').replace(/^> $/gm, '>')}\n\n`;
}

const BLOCKS = 'p, ul, ol, pre, blockquote, table, h3, h4, h5, h6, section, div';

/** Returns rendered Markdown as source again, with its math and code. */
export function toMarkdown(node: Node): string {
  return write(node)
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function write(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
  const inner = () => [...node.childNodes].map(write).join('');
  if (!(node instanceof Element)) return inner();
  switch (node.localName) {
    case 'math': {
      const tex = node.querySelector('annotation')?.textContent ?? node.textContent ?? '';
      return node.getAttribute('display') === 'block' ? `\n\n$$\n${tex}\n$$\n\n` : `$${tex}$`;
    }
    case 'br':
      return '\n';
    case 'pre':
      return `\n\n\`\`\`\n${(node.textContent ?? '').replace(/\n$/, '')}\n\`\`\`\n\n`;
    case 'code':
      return `\`${node.textContent}\``;
    case 'em':
      return `*${inner()}*`;
    case 'strong':
      return `**${inner()}**`;
    case 'li':
      return `- ${inner().trim()}\n`;
    // A reference to a footnote that is not part of the quotation.
    case 'sup':
      return '';
    default:
      return node.matches(BLOCKS) ? `\n\n${inner()}\n\n` : inner();
  }
}
