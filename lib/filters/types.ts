/** What a reader does not want to see on feeds; in each list the latest comes first. */
export type Filters = {
  /** Ids of papers. */
  hidden: number[];
  /** Categories as arXiv spells them; a paper is muted by any of its own. */
  topic: string[];
  /** Words and phrases, tidied by `tidyWord`. */
  word: string[];
};

export type Filter =
  | { kind: 'hidden'; value: number }
  | { kind: 'topic'; value: string }
  | { kind: 'word'; value: string };

export type Mute = Exclude<Filter, { kind: 'hidden' }>;

/** A hidden paper in the list of the settings, its title as plain text; none when it is not here any more. */
export type HiddenPaper = { id: number; slug: string; title: string | null };

/** What the settings list: all mutes, and one page of the hidden papers. */
export type FilterList = {
  mutes: Mute[];
  papers: HiddenPaper[];
  hidden: number;
  page: number;
  pages: number;
};
