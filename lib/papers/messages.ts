/** Text of the share menu. */
export const SHARE_WORDS = {
  share: 'Share',
  native: 'Share with…',
  link: 'Copy link',
  markdown: 'Copy as Markdown',
  bibtex: 'Copy BibTeX',
  badge: 'Copy badge for a README',
  seeBadge: 'See the badge',
  copied: 'Copied.',
  refused: 'Your browser did not let us copy. Select the text and copy it by hand.',
};
