/** The content of a card, in plain text. */
export type Card = {
  title: string;
  /** Below the title: the authors, or a description. */
  line: string;
  /** In the footer, beside the site's name. */
  foot: string;
};
