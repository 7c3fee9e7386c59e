import type { Root } from 'hast';
import { type Schema, sanitize } from 'hast-util-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { type Processor, unified } from 'unified';
import { FINAL_SCHEMA, USER_SCHEMA } from './allowed';
import { bracketedMath } from './bracketed-math';
import { withDisplayLines } from './display-lines';
import { carefulDollars } from './dollars';
import { highlightCode } from './highlight';
import { isTooLong, MAX_HTML, MAX_OUTPUT_DEPTH, MAX_TREE_DEPTH } from './limits';
import { type LinkOptions, linkReferences } from './link-references';
import { typesetMath } from './math';
import { isDeeperThan, isNestedTooDeeply } from './nesting';
import { type Known, NOTHING_KNOWN } from './references';
import { type ShapeOptions, shape } from './shape';

/** Disables HTML, which is shown as typed. */
function withoutHtml(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: unknown[] };
  data.micromarkExtensions ??= [];
  data.micromarkExtensions.push({ disable: { null: ['htmlFlow', 'htmlText'] } });
}

const only = (schema: Schema) => () => (tree: Root) => sanitize(tree, schema) as Root;

// Sanitized before references are linked, math is typeset and code is highlighted, so that typed
// text cannot imitate their output, and again afterwards, so that their output is not trusted.
const processor = unified()
  .use(remarkParse)
  .use(withoutHtml)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkCjkFriendly)
  .use(remarkMath)
  .use(carefulDollars)
  .use(bracketedMath)
  .use(remarkRehype, {
    clobberPrefix: 'note-',
    footnoteLabel: 'Notes',
    footnoteLabelTagName: 'p',
    footnoteLabelProperties: { className: ['footnotes-label'] },
  })
  .use(shape)
  .use(only(USER_SCHEMA))
  .use(linkReferences)
  .use(typesetMath)
  .use(highlightCode)
  .use(only(FINAL_SCHEMA))
  .use(rehypeStringify)
  .freeze();

export type RenderOptions = ShapeOptions & { known?: Known };

/**
 * Renders a comment's Markdown to safe HTML, with the mentioned handles, or returns null if it is
 * too long, nested too deeply, or throws. Hostile text can take seconds: call it in a worker
 * (render.ts).
 */
export function render(
  markdown: string,
  { namespace, known = NOTHING_KNOWN }: RenderOptions,
): { html: string; mentioned: string[] } | null {
  if (isTooLong(markdown) || isNestedTooDeeply(markdown)) return null;
  const data: ShapeOptions & LinkOptions = { namespace, known, mentioned: new Set() };
  const file = { value: withDisplayLines(markdown), data };
  const parsed = processor.parse(file);
  if (isDeeperThan(parsed, MAX_TREE_DEPTH)) return null;
  const tree = processor.runSync(parsed, file);
  if (isDeeperThan(tree, MAX_OUTPUT_DEPTH)) return null;
  const html = processor.stringify(tree, file);
  return html.length > MAX_HTML ? null : { html, mentioned: [...data.mentioned] };
}

/** Returns the HTML only. */
export const toHtml = (markdown: string, options: RenderOptions): string | null =>
  render(markdown, options)?.html ?? null;
