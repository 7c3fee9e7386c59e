export type Style = 'plain' | 'emphasis' | 'strong' | 'code';

/** Commands that set how their argument, or the rest of their group, looks. */
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

/** Commands of which nothing is printed, argument included. */
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

/** Commands that come down to a space. */
export const SPACES = new Set([
  'noindent',
  'newline',
  'par',
  'linebreak',
  'smallskip',
  'medskip',
  'bigskip',
]);

/** What follows a backslash, and what is printed for both. */
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
