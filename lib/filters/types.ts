/** The filters of a user; each list has the latest first. */
export type Filters = {
  /** Ids of papers. */
  hidden: number[];
  /** Categories in arXiv's spelling; a muted one matches any category of a paper. */
  topic: string[];
  /** Words and phrases, tidied by `tidyWord`. */
  word: string[];
};

export type Filter =
  | { kind: 'hidden'; value: number }
  | { kind: 'topic'; value: string }
  | { kind: 'word'; value: string };

export type Mute = Exclude<Filter, { kind: 'hidden' }>;

/**
 * A hidden paper in the list of the settings, its title as plain text; null if the paper is gone.
 */
export type HiddenPaper = { id: number; slug: string; title: string | null };

/** The list in the settings: all mutes, and one page of the hidden papers. */
export type FilterList = {
  mutes: Mute[];
  papers: HiddenPaper[];
  hidden: number;
  page: number;
  pages: number;
};
