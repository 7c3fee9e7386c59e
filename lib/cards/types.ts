/** What a picture says about a page, in plain words. */
export type Card = {
  title: string;
  /** Below the title: who wrote it, or what it is. */
  line: string;
  /** At the foot, beside the site's name. */
  foot: string;
};
