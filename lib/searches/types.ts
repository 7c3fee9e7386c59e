/** A search that a user has saved. */
export type SavedSearch = {
  id: number;
  name: string;
  /** The query string of the search page: `q=diffusion&topic=cs.CV`. */
  query: string;
  /** Whether its papers are marked on feeds. */
  highlight: boolean;
};
