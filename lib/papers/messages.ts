/** Text of the menu that passes a paper on. */
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

const plurals = new Intl.PluralRules('en');

/** `1 comment`, `1,204 comments` */
export const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${plurals.select(count) === 'one' ? one : many}`;

export const countUpvotes = (count: number): string => countOf(count, 'upvote');
export const countComments = (count: number): string => countOf(count, 'comment');
export const countPapers = (count: number): string => countOf(count, 'paper');
