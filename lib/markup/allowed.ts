import type { Schema } from 'hast-util-sanitize';

const LINK_REL = ['nofollow', 'ugc', 'noopener'];
const OWN_ID = /^[0-9a-z]+-(fn|fnref)-\d+$/;

/** The elements that a comment's Markdown may produce. */
export const USER_SCHEMA: Schema = {
  tagNames: [
    ...['p', 'br', 'hr', 'em', 'strong', 'del', 'code', 'pre', 'blockquote', 'a', 'sup', 'div'],
    ...[
      'section',
      'ul',
      'ol',
      'li',
      'h3',
      'h4',
      'h5',
      'h6',
      'table',
      'thead',
      'tbody',
      'tr',
      'th',
      'td',
    ],
  ],
  attributes: {
    a: [
      'href',
      ['rel', ...LINK_REL],
      ['id', OWN_ID],
      'dataFootnoteRef',
      'dataFootnoteBackref',
      ['className', 'data-footnote-backref'],
      ['ariaLabel', /^Back to reference [\d-]+$/],
    ],
    code: [['className', /^language-[\w+#.-]{1,30}$/, 'math-inline', 'math-display']],
    div: [
      ['className', 'scroll'],
      ['tabIndex', 0],
    ],
    li: [['id', OWN_ID]],
    ol: ['start'],
    p: [['className', 'footnotes-label']],
    pre: [['tabIndex', 0]],
    section: ['dataFootnotes', ['className', 'footnotes']],
    td: [['align', 'left', 'center', 'right']],
    th: [['align', 'left', 'center', 'right']],
  },
  ancestors: {
    li: ['ol', 'ul'],
    ...Object.fromEntries(['thead', 'tbody', 'tr', 'th', 'td'].map((name) => [name, ['table']])),
  },
  protocols: { href: ['http', 'https', 'mailto'] },
  clobber: [],
  clobberPrefix: '',
  required: {},
  strip: ['script', 'style'],
};

/** Under 100 em or 10 em, so that no formula covers the page around it. */
const LENGTH = /^([+-]?\d|\+?\d\d|100(?=%))?(\.\d+)?(em|ex|px|%)$/;
const SHIFT = /^[+-]?\d?(\.\d+)?(em|ex|px)$|^-(0\.5|1)width$/;
const LENGTHS = /^([+-]?\d{0,2}(\.\d+)?(em|ex|px|%) ?)+$/;
const COLOUR = /^(#[0-9a-f]{3,8}|[a-z]{1,20})$/i;
const YES_NO = ['true', 'false'];

/**
 * Also allows links to users and papers, colors of code, and KaTeX's MathML: without style, class,
 * links and images.
 */
export const FINAL_SCHEMA: Schema = {
  ...USER_SCHEMA,
  tagNames: [
    ...(USER_SCHEMA.tagNames ?? []),
    'span',
    ...['math', 'semantics', 'annotation', 'mrow', 'mi', 'mn', 'mo', 'ms', 'mtext', 'mspace'],
    ...['mfrac', 'msqrt', 'mroot', 'mstyle', 'mpadded', 'mphantom', 'menclose', 'msub', 'msup'],
    ...['msubsup', 'munder', 'mover', 'munderover', 'mmultiscripts', 'mprescripts', 'none'],
    ...['mtable', 'mtr', 'mtd', 'mlabeledtr'],
  ],
  attributes: {
    ...USER_SCHEMA.attributes,
    a: [
      ...(USER_SCHEMA.attributes?.a ?? []).filter((one) => one[0] !== 'className'),
      ['className', 'data-footnote-backref', 'mention', 'paper-link'],
    ],
    code: [['className', /^language-[\w+#.-]{1,30}$/, 'math-source']],
    span: [['className', /^hljs-[a-z_-]{1,30}$/, /^[a-z]{1,20}_{1,2}$/]],
    math: [
      ['display', 'block'],
      ['tabIndex', 0],
    ],
    annotation: [['encoding', 'application/x-tex']],
    menclose: [['notation', /^[a-z ]{1,60}$/]],
    mtable: [
      ['columnalign', /^[a-z ]{1,200}$/],
      ['columnlines', /^[a-z ]{1,200}$/],
      ['rowlines', /^[a-z ]{1,200}$/],
      ['columnspacing', LENGTHS],
      ['rowspacing', LENGTHS],
    ],
    '*': [
      ['mathvariant', /^[a-z-]{1,30}$/],
      ['mathcolor', COLOUR],
      ['mathbackground', COLOUR],
      ['mathsize', LENGTH],
      ['displaystyle', ...YES_NO],
      ['scriptlevel', /^[+-]?\d$/],
      ['accent', ...YES_NO],
      ['accentunder', ...YES_NO],
      ['stretchy', ...YES_NO],
      ['fence', ...YES_NO],
      ['separator', ...YES_NO],
      ['largeop', ...YES_NO],
      ['linebreak', 'newline'],
      ['linethickness', LENGTH],
      ['minsize', LENGTH],
      ['maxsize', LENGTH],
      ['width', LENGTH],
      ['height', LENGTH],
      ['depth', LENGTH],
      ['lspace', SHIFT],
      ['rspace', SHIFT],
      ['voffset', SHIFT],
      ['valign', SHIFT],
    ],
  },
};
