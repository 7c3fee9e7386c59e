import type { Root } from 'hast';
import { type Schema, sanitize } from 'hast-util-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { type Processor, unified } from 'unified';
import { FINAL_SCHEMA, USER_SCHEMA } from './allowed';
import { carefulDollars } from './dollars';
import { isTooLong, MAX_HTML, MAX_OUTPUT_DEPTH, MAX_TREE_DEPTH } from './limits';
import { typesetMath } from './math';
import { isDeeperThan, isNestedTooDeeply } from './nesting';
import { type ShapeOptions, shape } from './shape';

/** HTML is not read as such: it shows as it was typed. */
function withoutHtml(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: unknown[] };
  data.micromarkExtensions ??= [];
  data.micromarkExtensions.push({ disable: { null: ['htmlFlow', 'htmlText'] } });
}

const only = (schema: Schema) => () => (tree: Root) => sanitize(tree, schema) as Root;

// Sanitized before the math is typeset, so that nothing typed passes for KaTeX's output, and once
// more after it, so that nothing KaTeX may write is trusted either.
const processor = unified()
  .use(remarkParse)
  .use(withoutHtml)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkMath)
  .use(carefulDollars)
  .use(remarkRehype, {
    clobberPrefix: 'note-',
    footnoteLabel: 'Notes',
    footnoteLabelTagName: 'p',
    footnoteLabelProperties: { className: ['footnotes-label'] },
  })
  .use(shape)
  .use(only(USER_SCHEMA))
  .use(typesetMath)
  .use(only(FINAL_SCHEMA))
  .use(rehypeStringify)
  .freeze();

/**
 * A comment's Markdown as HTML that may stand on a page as it is, or null when it is too long or
 * nested too deeply, or throws. Hostile text can take seconds: call it in a worker (render.ts).
 */
export function toHtml(markdown: string, options: ShapeOptions): string | null {
  if (isTooLong(markdown) || isNestedTooDeeply(markdown)) return null;
  const file = { value: markdown, data: options };
  const parsed = processor.parse(file);
  if (isDeeperThan(parsed, MAX_TREE_DEPTH)) return null;
  const tree = processor.runSync(parsed, file);
  if (isDeeperThan(tree, MAX_OUTPUT_DEPTH)) return null;
  const html = processor.stringify(tree, file);
  return html.length > MAX_HTML ? null : html;
}
