export type Style = 'plain' | 'emphasis' | 'strong' | 'code';

/** Commands that change the style of their argument, or of the rest of their group. */
export const STYLES: Record<string, Style> = {
  emph: 'emphasis',
  textit: 'emphasis',
  textsl: 'emphasis',
  it: 'emphasis',
  em: 'emphasis',
  sl: 'emphasis',
  itshape: 'emphasis',
  textbf: 'strong',
  bf: 'strong',
  bfseries: 'strong',
  texttt: 'code',
  tt: 'code',
  ttfamily: 'code',
  textsc: 'plain',
  textrm: 'plain',
  textsf: 'plain',
  textup: 'plain',
  textnormal: 'plain',
  text: 'plain',
  mbox: 'plain',
  underline: 'plain',
  footnote: 'plain',
  rm: 'plain',
  sc: 'plain',
  sf: 'plain',
};

/** Commands that print nothing, with their argument. */
export const SILENT = new Set([
  'cite',
  'citep',
  'citet',
  'citealp',
  'ref',
  'eqref',
  'label',
  'footnotemark',
  'vspace',
  'hspace',
]);

/** Commands that print a space. */
export const SPACES = new Set([
  'noindent',
  'newline',
  'par',
  'linebreak',
  'smallskip',
  'medskip',
  'bigskip',
]);

/** Characters that follow a backslash, and the printed text. */
export const ESCAPES: Record<string, string> = {
  '%': '%',
  '&': '&',
  _: '_',
  '#': '#',
  $: '$',
  '{': '{',
  '}': '}',
  ' ': ' ',
  '\n': ' ',
  ',': ' ',
  ';': ' ',
  ':': ' ',
  '\\': ' ',
  '!': '',
  '/': '',
  '-': '',
};
